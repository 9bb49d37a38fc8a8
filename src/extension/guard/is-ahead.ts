/** True while the browser loads a document in advance that nobody may ever see. */
export function isAhead(): boolean {
  // Chromium alone has it, and TypeScript's library no word of it.
  return !!(document as { prerendering?: boolean }).prerendering;
}
