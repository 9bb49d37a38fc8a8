/** Lower-case hex of the bytes. */
export function toHex(bytes: Uint8Array | ArrayBuffer): string {
  let text = "";
  for (const byte of bytes instanceof ArrayBuffer ? new Uint8Array(bytes) : bytes) {
    text += byte.toString(16).padStart(2, "0");
  }
  return text;
}

/**
 * Bytes of a hex text, or null if it is none. Lower case only, as all TUF tools write it: so a signature has one
 * spelling, and a metadata file whose letters' case was changed is a changed file.
 */
export function fromHex(text: string): Uint8Array<ArrayBuffer> | null {
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/.test(text)) return null;
  const bytes = new Uint8Array(text.length / 2);
  for (let i = 0; i < bytes.length; i++) {
    bytes[i] = Number.parseInt(text.slice(2 * i, 2 * i + 2), 16);
  }
  return bytes;
}
