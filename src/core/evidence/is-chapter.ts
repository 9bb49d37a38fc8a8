import { foldText } from "../lookalike/fold.ts";
import type { BrandMentions } from "./brand-mentions.ts";
import type { Identity } from "./claim.ts";
import type { PageFacts } from "./page-facts.ts";

/** What a place begins with, or a house that has a branch of a body. */
const PLACE =
  /^(?:(?:xa|phuong|quan|huyen|tinh|tp|thi (?:xa|tran)|thanh pho|khu pho|thon|ap|dac khu|truong) )/;
/** Eight digits and more, however they are cut. */
const NUMBER = /\d(?: ?\d){7}/;
/** Words between a payee and the number of the account. */
const BESIDE = 14;

/**
 * Whether the body's name is followed by a place where the page says who it is, and by the account that it takes money
 * on: "Hội Chữ thập đỏ xã …" is the chapter's own name. Only charities have such; local police and banks' branches have
 * no sites of their own.
 *
 * @param folded words as wordsOfPage gives them
 */
export function isChapter(
  { title, banner }: Pick<PageFacts, "title" | "banner">,
  folded: string,
  { brand }: Identity,
  mentions: BrandMentions,
): boolean {
  if (brand?.sector !== "charity") return false;
  const mentionsIn = (text: string): { after: string; around: string }[] => {
    const words = foldText(text).match(/[a-z0-9]+/g) ?? [];
    return mentions
      .in(text)
      .filter((mention) => mention.brand === brand)
      .map(({ at, length }) => ({
        after: `${words.slice(at + length, at + length + BESIDE).join(" ")} `,
        around: words.slice(Math.max(0, at - BESIDE), at + length + BESIDE).join(" "),
      }));
  };
  // A title may be cut after the body's name.
  const names = [...mentionsIn(title).filter(({ after }) => after !== " "), ...mentionsIn(banner)];
  return (
    names.length > 0 &&
    names.every(({ after }) => PLACE.test(after)) &&
    mentionsIn(folded).some(({ after, around }) => PLACE.test(after) && NUMBER.test(around))
  );
}
