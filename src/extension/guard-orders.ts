import type { Language } from "../ui/language-of.ts";

/** A question that holds what a person is about to hand over. */
export interface HoldWords {
  title: string;
  text: string;
  /** Label of the button that goes on. */
  goOn: string;
}

/** What is held on a page under warning. */
export type Held = "secret" | "package" | "account";

/** All that a guard needs to warn of its page: the words come along, so that guard.js carries none. */
export interface Banner {
  /** Origin that the warning is about: by the time it arrives, the tab may show another. */
  origin: string;
  /** True where it is about one frame alone, which then shows it. */
  ofFrame: boolean;
  /** True where the person has closed it on this site: nothing is shown, what would be handed over is held all the same. */
  quiet: boolean;
  language: Language;
  /** True where the person has chosen large letters. */
  large: boolean;
  label: string;
  text: string;
  real: { label: string; url: string } | null;
  leave: string;
  /** Only where a page behaves as if there were no way out. */
  closeAll: string | null;
  dismiss: string;
  hold: Record<Held, HoldWords> & { stop: string };
}

/** What the background tells the guard of a page. Comes from our own background alone, so it is not parsed again. */
export interface GuardOrder {
  /** To all frames of a tab: the top one shows the banner, all hold what would be handed over. */
  type: "warn";
  banner: Banner;
}
