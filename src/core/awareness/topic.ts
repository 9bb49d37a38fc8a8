import type { Content } from "./content.ts";

import type { Form } from "./form.ts";
import { lateSteps } from "./late-steps.ts";
import { isNearEqual } from "./near-equal.ts";
import type { Scope } from "./scope.ts";
import type { Source } from "./source.ts";
import type { Text } from "./text.ts";

export const TOPIC_KINDS = ["alert", "form", "tip", "campaign"] as const;

export type TopicKind = (typeof TOPIC_KINDS)[number];

/** One thing to be told to people: what every channel (SMS, poster, loudspeaker, …) is made from. */
export interface Topic {
  kind: TopicKind;
  /** Id of the item, unique in the content. */
  id: string;
  /** ISO date of the item. */
  date: string;
  /** Last day (ISO date) on which an alert is in force; null for what has no end. */
  until: string | null;
  /** Whether that day is over: then it must not be told as news. */
  past: boolean;
  /** Week of the year, 1 to 52, in which a tip is told; null for what belongs to none. */
  week: number | null;
  /** Who warned; null for what this project wrote itself. */
  issuer: Text | null;
  title: Text;
  /** What happens, in one or two sentences. */
  what: Text;
  /** How it works, step by step; empty where that is not known. */
  how: Text[];
  signs: Text[];
  /** What to do, the most important first, each a sentence of its own; never empty. */
  todo: Text[];
  /** How many of `todo` are the item's own, and must not be left out; the rest come from its form of scam. */
  own: number;
  /** What to do when it is too late. */
  late: Text[];
  /** Ids of the content's sources. */
  sources: string[];
  /** What a short text names as its source, if nobody warned; null if nothing but our own work bears it out. */
  source: Source | null;
}

/** What tells a topic from the others in a list: tips about one form of scam share their title. */
export function listName({ kind, title, todo }: Topic): Text {
  return kind === "tip" ? (todo[0] ?? title) : title;
}

/** The part of the content that topics are made from. */
export type TopicContent = Pick<
  Content,
  "alerts" | "forms" | "tips" | "campaigns" | "firstAidActions" | "sources"
>;

/**
 * All topics, alerts first and newest first; the others in the content's order.
 *
 * @param today ISO date in Viet Nam, against which alerts are past
 */
export function topicsOf(content: TopicContent, today: string): Topic[] {
  const forms = new Map(content.forms.map((form) => [form.id, form]));
  const about = (item: Scope, kind: TopicKind) => ({
    ...identity(item, kind),
    source: bestSource(
      content.sources,
      item.sources.length > 0
        ? item.sources
        : item.forms.flatMap((id) => forms.get(id)?.sources ?? []),
    ),
  });
  const formOf = ({ forms: [first = ""] }: Scope) => forms.get(first);
  const lesson = (form: Form | undefined) => ({
    how: form?.how ?? [],
    signs: form?.signs ?? [],
    late:
      form === undefined ? [] : lateSteps(form, content.firstAidActions).map(({ text }) => text),
  });

  const alerts = content.alerts.map((alert): Topic => {
    const form = formOf(alert);
    const said = { vi: sentences(alert.body.vi), en: sentences(alert.body.en) };
    const own = paired(said.vi.slice(1), said.en.slice(1));
    return {
      ...about(alert, "alert"),
      until: alert.validUntil,
      past: alert.validUntil < today,
      issuer: alert.issuer,
      title: alert.title,
      what: { vi: said.vi[0] ?? alert.body.vi, en: said.en[0] ?? alert.body.en },
      ...lesson(form),
      ...deeds(own, form?.todo ?? []),
    };
  });
  const ofForms = content.forms.map(
    (form): Topic => ({
      ...about(form, "form"),
      title: form.name,
      what: form.line,
      ...lesson(form),
      ...deeds(form.todo, []),
    }),
  );
  const tips = content.tips.map((tip): Topic => {
    const form = formOf(tip);
    return {
      ...about(tip, "tip"),
      week: tip.week,
      title: form?.name ?? tip.text,
      what: form?.line ?? tip.text,
      ...lesson(form),
      ...deeds([tip.text], form?.todo ?? []),
    };
  });
  const tipTexts = new Map(content.tips.map(({ id, text }) => [id, text]));
  const campaigns = content.campaigns.map((campaign): Topic => {
    const textsOf = (ids: readonly string[]) => ids.flatMap((id) => tipTexts.get(id) ?? []);
    const lead = textsOf(campaign.lead);
    const rest = textsOf(campaign.tips.filter((id) => !campaign.lead.includes(id)));
    const all = [...lead, ...rest];
    return {
      ...about(campaign, "campaign"),
      title: campaign.title,
      what: campaign.aim,
      ...lesson(undefined),
      ...deeds(lead, all.length > 0 ? rest : [campaign.aim]),
    };
  });
  const newestFirst = alerts.sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
  return [...newestFirst, ...ofForms, ...tips, ...campaigns];
}

function identity({ id, date, sources }: Scope, kind: TopicKind) {
  return { kind, id, date, sources, issuer: null, until: null, past: false, week: null };
}

const STANDING = ["authority", "press", "secondary"] as const;

/** The source of highest standing among these, the newest of several, the first of those. */
function bestSource(all: readonly Source[], ids: readonly string[]): Source | null {
  const named = ids.flatMap((id) => all.find((source) => source.id === id) ?? []);
  for (const standing of STANDING) {
    const [best] = named
      .filter(({ kind }) => kind === standing)
      .sort((a, b) => (b.date ?? "").localeCompare(a.date ?? ""));
    if (best !== undefined) return best;
  }
  return null;
}

/** @param further what to do besides; said alone if the item itself asks for nothing */
function deeds(own: readonly Text[], further: readonly Text[]): Pick<Topic, "todo" | "own"> {
  const todo = [...own];
  for (const one of further) {
    // What an item says in its own words its form of scam needn't say again.
    if (!todo.some((said) => isNearEqual(said, one))) todo.push(one);
  }
  return { todo, own: own.length > 0 ? own.length : Math.min(1, todo.length) };
}

/**
 * The sentences of a text, each with its stop; what stands behind a semicolon is a sentence of its own. A stop inside an
 * address or a number ends none.
 */
export function sentences(text: string): string[] {
  return text
    .split(/(?<=[.;!?…][»”"]?)\s+/)
    .filter((part) => part !== "")
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1).replace(/;$/, "."));
}

/** Two languages may cut a thought differently: then it is said in one piece. */
function paired(vi: readonly string[], en: readonly string[]): Text[] {
  if (vi.length === 0 || en.length === 0) return [];
  if (vi.length !== en.length) return [{ vi: vi.join(" "), en: en.join(" ") }];
  return vi.map((said, i) => ({ vi: said, en: en[i] ?? "" }));
}
