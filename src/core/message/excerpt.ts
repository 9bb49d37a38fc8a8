/** Characters of a message that are looked at, so that none takes long: its beginning and its end. */
const BEGINNING = 6_000;
const END = 2_000;
/** Longest excerpt, in UTF-16 code units. */
export const MAX_EXCERPT = BEGINNING + END + 1;

/** What is looked at of a message: of a long one its beginning and its end. */
export function excerptOf(message: string): string {
  return message.length <= MAX_EXCERPT - 1
    ? message
    : `${message.slice(0, BEGINNING)} ${message.slice(-END)}`;
}
