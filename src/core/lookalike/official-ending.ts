import type { Ending } from "./ending.ts";

/** An official ending that a registered label imitates. */
export interface OfficialEnding {
  /** As it stands there: "vn", "gov-vn", "com-vn". */
  ending: string;
  /** True if the label is nothing else that has a meaning of its own. */
  strong: boolean;
}

/** "vn-ab", "com-x1", "gov-vn-ab": an ending, a hyphen, and a few characters that mean nothing. */
const ENDING_FIRST = /^(vn|gov-?vn|com-?vn|com|gov|govvn|comvn)-([a-z0-9]{1,10})$/;
/** "dichvucong-gov-vn", "abcgovvn", "abc-vn". */
const STATE_ENDING = /(?:^|-)(gov-?vn|com-?vn|edu-?vn|govvn)$/;
const STATE_JOINED = /[a-z]{3}(gov-?vn)$/;

/**
 * Whether a registered label ends the visible address as an official one does: "dichvucong.vn-ab.top" is read as
 * dichvucong.vn. The largest class among Vietnamese scam hosts.
 *
 * @param label the registered label
 */
export function officialEnding(label: string, ending: Ending): OfficialEnding | null {
  const first = ENDING_FIRST.exec(label);
  if (first !== null) {
    const [, imitated = "", rest = ""] = first;
    const isVn = imitated.includes("vn");
    const strong =
      ending === "cheap"
        ? isVn || rest.length <= 4
        : ending === "plain" && isVn && rest.length <= 3;
    return { ending: imitated, strong };
  }
  const [, state] = STATE_ENDING.exec(label) ?? STATE_JOINED.exec(label) ?? [];
  return state === undefined ? null : { ending: state, strong: ending !== "vn" };
}
