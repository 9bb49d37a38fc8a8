/** A field of an EMV payload: two digits of id, then its value. */
export type EmvFields = ReadonlyMap<string, string>;

export type EmvResult =
  | { ok: true; fields: EmvFields }
  /** "cut-off": lengths don't fit. "checksum": it was damaged or changed after it was made. */
  | { ok: false; problem: "cut-off" | "checksum" };

/** Every payload begins so: field 00, two characters, version "01". */
const BEGINNING = "000201";
/** Longest payload: EMVCo allows 512 characters. */
const LONGEST = 512;

/** Whether a text is, or tries to be, the payload of a payment QR (EMVCo merchant-presented mode). */
export function isEmv(text: string): boolean {
  return text.startsWith(BEGINNING);
}

/**
 * Reads the payload of a payment QR: fields as id, length in characters and value, the last of them a checksum over all
 * before it (EMVCo QR Code Specification for Payment Systems, merchant-presented mode, v1.1, §3 and §4.6).
 */
export function readEmv(payload: string): EmvResult {
  const fields = payload.length > LONGEST ? null : fieldsOf(payload);
  if (fields === null || !/^.*6304[0-9A-Fa-f]{4}$/s.test(payload)) {
    return { ok: false, problem: "cut-off" };
  }
  const given = Number.parseInt(payload.slice(-4), 16);
  return crc16(payload.slice(0, -4)) === given
    ? { ok: true, fields }
    : { ok: false, problem: "checksum" };
}

/** @returns null if an id or a length is none, or the text ends within a field */
export function fieldsOf(text: string): EmvFields | null {
  const fields = new Map<string, string>();
  let at = 0;
  while (at < text.length) {
    const head = text.slice(at, at + 4);
    if (!/^\d{4}$/.test(head)) return null;
    const end = at + 4 + Number(head.slice(2));
    if (end > text.length) return null;
    // The first of two fields with one id counts: a second is put there to be seen by one reader and not by another.
    const id = head.slice(0, 2);
    if (!fields.has(id)) fields.set(id, text.slice(at + 4, end));
    at = end;
  }
  return fields;
}

/** CRC-16/CCITT-FALSE of the UTF-8 of a text: polynomial 1021, from FFFF (ISO/IEC 13239). "123456789" gives 29B1. */
export function crc16(text: string): number {
  let crc = 0xffff;
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) {
      crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
    }
  }
  return crc;
}
