import { BlocklistError } from "./blocklist-error.ts";

/** Longest name in a list, in UTF-8 bytes. */
export const MAX_NAME_BYTES = 65_535;

/**
 * Stands between reversed labels. Below every byte that a name may contain, so that in byte order a host is followed
 * at once by all its sub-domains: "com·evil" < "com·evil·www" < "com·evil-bank".
 */
export const SEPARATOR = 0x01;
const SEPARATOR_TEXT = "\u0001";

const DOT = 0x2e;
/** What ends the host in the name of a path entry. */
export const SLASH = 0x2f;
export const QUESTION = 0x3f;
const PLAIN = /^[\u0020-\u007f]*$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what may not stand in a name
const CONTROL = /[\u0000-\u001f]/;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * The UTF-8 bytes of a name as a string of one character a byte, so that text compares and hashes as bytes do.
 *
 * @returns null for a text that no list contains: empty, with control characters or lone surrogates, or too long
 */
export function byteText(name: string): string | null {
  if (name === "" || name.length > MAX_NAME_BYTES) return null;
  if (PLAIN.test(name)) return name;
  if (CONTROL.test(name) || !name.isWellFormed()) return null;
  const bytes = encoder.encode(name);
  if (bytes.length > MAX_NAME_BYTES) return null;
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** The name of a byte text. */
export function nameOfByteText(text: string): string {
  if (PLAIN.test(text)) return text;
  return decoder.decode(Uint8Array.from(text, (character) => character.charCodeAt(0)));
}

/** Index of the first character after the host: the host ends at the first "/" or "?". */
function hostEnd(text: string): number {
  for (let at = 0; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c === SLASH || c === QUESTION) return at;
  }
  return text.length;
}

/** The key that a name is sorted by: "www.evil.com/a?b" → "com·evil·www/a?b", as byte text. */
export function keyText(name: string): string {
  const text = byteText(name);
  if (text === null) {
    throw new BlocklistError("entry", `a list can't hold the name ${JSON.stringify(name)}`);
  }
  const end = hostEnd(text);
  const host = end === text.length ? text : text.slice(0, end);
  if (!host.includes(".")) return text;
  return host.split(".").reverse().join(SEPARATOR_TEXT) + text.slice(end);
}

/**
 * Writes the key of a name, or of a host's tail, without making strings.
 *
 * @param text byte text (see byteText)
 * @param start where the name begins in the text
 * @param key at least as long as the text
 * @returns length of the key
 */
export function writeKey(text: string, start: number, key: Uint8Array): number {
  let to = 0;
  let stop = start;
  while (stop < text.length) {
    const c = text.charCodeAt(stop);
    if (c === SLASH || c === QUESTION) break;
    stop++;
  }
  let labelEnd = stop;
  for (let at = stop - 1; at >= start; at--) {
    if (text.charCodeAt(at) !== DOT) continue;
    for (let from = at + 1; from < labelEnd; from++) key[to++] = text.charCodeAt(from);
    key[to++] = SEPARATOR;
    labelEnd = at;
  }
  for (let from = start; from < labelEnd; from++) key[to++] = text.charCodeAt(from);
  for (let from = stop; from < text.length; from++) key[to++] = text.charCodeAt(from);
  return to;
}

/** Length of the host's part of a key, in bytes. */
export function keyHostEnd(key: Uint8Array, length: number): number {
  for (let at = 0; at < length; at++) {
    const c = key[at];
    if (c === SLASH || c === QUESTION) return at;
  }
  return length;
}

/**
 * Writes the name of a key in UTF-8: the inverse of writeKey.
 *
 * @param to where to begin in `name`
 * @returns where the name ends in `name`
 */
export function writeName(key: Uint8Array, length: number, name: Uint8Array, to: number): number {
  const stop = keyHostEnd(key, length);
  let end = to;
  let labelEnd = stop;
  for (let at = stop - 1; at >= 0; at--) {
    if (key[at] !== SEPARATOR) continue;
    for (let from = at + 1; from < labelEnd; from++) name[end++] = key[from] as number;
    name[end++] = DOT;
    labelEnd = at;
  }
  for (let from = 0; from < labelEnd; from++) name[end++] = key[from] as number;
  for (let from = stop; from < length; from++) name[end++] = key[from] as number;
  return end;
}
