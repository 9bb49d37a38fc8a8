import type { LookalikeClass } from "../lookalike/lookalike.ts";
import type { Trap } from "../message/traps/trap.ts";
import type { Wording } from "../message/wording.ts";

/** What is done with a page. "none" means that nothing is known: it is never shown as safe; only "official" is. */
export type Level = "block" | "warn" | "none" | "official";

/** What the deciding entry covers: a host with its sub-domains, a path on a host, or this very page (evidence). */
export type Scope = "host" | "path" | "page";

/** Who decided, in order of precedence. */
export type Source =
  | "agency-deny"
  | "agency-allow"
  | "override"
  | "official"
  | "path-list"
  | "host-list"
  | "evidence"
  | "unknown";

/** Why, as data. The interface renders each in Vietnamese or English; core never writes sentences. */
export type Reason =
  /** `entry` is the listed host or host/path that fired; `since` an ISO date (YYYY-MM-DD); `publisher` names the list. */
  | {
      code: "listed";
      entry: string;
      scope: "host" | "path";
      publisher: string;
      since: string | null;
    }
  | { code: "form"; form: string }
  | { code: "imitates"; brand: string }
  | { code: "category"; category: string }
  | { code: "agency-deny"; entry: string }
  | { code: "agency-allow"; entry: string }
  /** `until` in milliseconds since the epoch. */
  | { code: "override"; until: number }
  | { code: "official"; organisation: string; domain: string }
  /** The domain is the organisation's own, but strangers write what stands there (sites.google.com). */
  | { code: "user-content"; organisation: string; domain: string }
  /** The host resembles the brand's name, or, where `brand` is null, ends like an official address; `label` is where. */
  | { code: "look-alike"; class: LookalikeClass; brand: string | null; label: string }
  /** A message speaks in a way that scams do; see core/message/wording and core/message/traps. */
  | { code: "wording"; wording: Wording | Trap }
  /** Its letters are replaced or divided by other signs, as is done to get past filters. */
  | { code: "disguised-letters" }
  /** It names the brand, but its address is not the brand's. */
  | { code: "brand-elsewhere"; brand: string }
  /** As a whole it is worded like messages that were scams. */
  | { code: "like-scam-messages" }
  /** The page bears the name of an organisation that its address does not belong to. */
  | { code: "page-identity"; name: string }
  /** What the page asks for, by the ids of core/evidence/ask-kinds. */
  | { code: "page-asks"; asks: string[] }
  /** Where what is typed goes; `target` a host, empty if unknown. */
  | { code: "page-sink"; sink: string; target: string }
  | { code: "page-conceals"; sign: string }
  | { code: "page-presses"; sign: string }
  | { code: "page-host"; sign: "bare-ip" | "buried" }
  /** The page could not be judged: it takes too long, or nothing is there to judge it. */
  | { code: "page-unchecked" }
  /** What stands before "@" is no part of the host, however much it looks like one; `shown` is that, at most 60 characters. */
  | { code: "before-at"; shown: string; host: string }
  /** A capital I stands where the name of another site has a small l: `shown` as written, `host` where it leads. */
  | { code: "capital-i"; shown: string; host: string }
  /** The address only leads on to another one, which it hides. */
  | { code: "short-link" }
  /** Somebody pleads for money at once for a relative or a patient. */
  | { code: "plea" }
  /** Somebody asks for a vote at an address of which nothing is known. */
  | { code: "vote" }
  /** The host ends in ".gov.vn". */
  | { code: "state-ending" }
  | { code: "nothing-known" };

/** The one answer everywhere: command line, popup, badge, warning page, banner. */
export interface Verdict {
  level: Level;
  /** null when nothing is known. */
  scope: Scope | null;
  source: Source;
  reasons: Reason[];
  /** The brand that is imitated, by its name in the brands artifact. */
  brand?: string;
  /** Host of the real site of that brand, the one to lead people to. */
  officialSite?: string;
  /** Id of the form of scam (see src/content). */
  form?: string;
  /** ISO date (YYYY-MM-DD). */
  listedSince?: string;
  /** Version of the list that was asked; 0 if there is none. */
  feedVersion: number;
}
