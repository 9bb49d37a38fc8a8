/**
 * Unzips (RFC 1952).
 *
 * @param maxLength bytes of output at which it stops
 * @throws RangeError if there is more; TypeError if the input is not a whole gzip file
 */
export async function gunzip(
  bytes: Uint8Array<ArrayBuffer>,
  maxLength: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = new Blob([bytes])
    .stream()
    .pipeThrough(new DecompressionStream("gzip"))
    .getReader();
  const out = new Uint8Array(maxLength);
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (length + value.length > maxLength) {
      await reader.cancel();
      throw new RangeError(`more than ${maxLength} bytes unzipped`);
    }
    out.set(value, length);
    length += value.length;
  }
  return length === maxLength ? out : out.slice(0, length);
}
