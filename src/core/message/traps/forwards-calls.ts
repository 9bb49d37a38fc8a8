/**
 * MMI codes that send calls on to another number (3GPP TS 22.030, TS 22.082): all, no answer, unreachable, busy. Codes
 * that ask for the state or switch it off ("*#21#", "##21#") are none.
 */
const FORWARD = /(?<![#\d])\*{1,2}\s?(?:21|61|62|67|002|004)\s?\*[a-z ]{0,12}\+?\d[\d .]{5,15}/;

/** @param folded the folded message: signs stay in it */
export function forwardsCalls(folded: string): boolean {
  return FORWARD.test(folded);
}
