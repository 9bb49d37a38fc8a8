import { findAddresses } from "../message/find-addresses.ts";
import { PROVINCES } from "../settings/province.ts";
import type { Hotline, Portal } from "./contact-points.ts";
import type { Content } from "./content.ts";
import { FIRST_AID_CODES } from "./first-aid.ts";
import { gsm7Length, ONE_SMS } from "./gsm7.ts";
import type { Problem } from "./problem.ts";
import { AUDIENCES, type Scope, SECTORS } from "./scope.ts";
import type { Spot } from "./spot.ts";
import { fillTemplate, SLOTS, unknownSlots } from "./template.ts";
import type { Text } from "./text.ts";

/** Kinds whose statements are facts, so that each item must name a source of others. */
const FACTS = [
  "forms",
  "rules",
  "statements",
  "alerts",
  "portals",
  "hotlines",
  "firstAidSteps",
  "firstAidActions",
] as const satisfies readonly (keyof Content)[];

/** Kinds whose claims rest on the sources of the forms they are about. */
const ADVICE = [
  "tips",
  "themes",
  "campaigns",
  "quiz",
  "spots",
  "groups",
] as const satisfies readonly (keyof Content)[];

/** Without one of these a page of the extension, or a channel, stays empty. */
const NEVER_EMPTY = [
  "rules",
  "statements",
  "glossary",
  "templates",
  "spots",
  "portals",
  "hotlines",
  "firstAidSteps",
] as const satisfies readonly (keyof Content)[];

const PROVINCE_NAMES: ReadonlySet<string> = new Set(PROVINCES.map(({ id }) => id));
const WEEKS = 52;
const MONTHS = 12;
const QUARTERS = 4;
/** Forms of scam in the national handbook of 2023. */
const HANDBOOK = 24;
/** A name may have more Vietnamese words in its translation than others. */
const WORDS_OF_A_NAME = 6;
const VIETNAMESE = /[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]/i;

/**
 * What is missing or wrong in the content as a whole; readContent has looked at each item by itself.
 *
 * @param today ISO date, against which the age of portals and hotlines is told
 */
export function checkContent(content: Content, today: string): Problem[] {
  return [
    ...duplicateIds(content),
    ...danglingIds(content),
    ...claimsWithoutSource(content),
    ...staleContacts(content, today),
    ...missingParts(content),
    ...gapsInTheYear(content),
    ...groupsLeftOut(content),
    ...quizProblems(content),
    ...spotProblems(content),
    ...templateProblems(content),
    ...content.alerts.flatMap((alert) =>
      alert.validUntil < alert.date ? [{ at: alert.id, what: "ends before it begins" }] : [],
    ),
    ...content.forms.flatMap(({ id, example }) =>
      findAddresses(`${example.text.vi}\n${example.text.en}`).map(({ text }) => ({
        at: `forms ${id}`,
        what: `its example names ${text}, which may exist: let it end in .example`,
      })),
    ),
    ...untranslated(content),
    ...content.sources.flatMap(({ id, publisher, publisherEn }) =>
      CITING.test(publisher) && publisherEn === undefined
        ? [{ at: `sources ${id}`, what: `its publisher is not translated: ${publisher}` }]
        : [],
    ),
  ];
}

/** Vietnamese words around a name: who cites whom, which police. */
const CITING = /\bdẫn\b|Công an|UBND/u;

function itemsOf(content: Content): [kind: string, item: Scope][] {
  return Object.entries(content).flatMap(([kind, items]) =>
    kind === "sources" ? [] : items.map((item: Scope): [string, Scope] => [kind, item]),
  );
}

function duplicateIds(content: Content): Problem[] {
  const seen = new Set<string>();
  return [...itemsOf(content).map(([kind, { id }]) => ({ kind, id })), ...content.sources].flatMap(
    ({ id, kind }) => {
      if (!seen.has(id)) {
        seen.add(id);
        return [];
      }
      return [{ at: `${kind} ${id}`, what: "the id stands there twice" }];
    },
  );
}

function danglingIds(content: Content): Problem[] {
  const forms = new Set(content.forms.map(({ id }) => id));
  const sources = new Set(content.sources.map(({ id }) => id));
  const tips = new Set(content.tips.map(({ id }) => id));
  const missing = (kind: string, known: ReadonlySet<string>, ids: readonly string[]) =>
    ids.filter((id) => !known.has(id)).map((id) => `there is no ${kind} "${id}"`);
  return [
    ...itemsOf(content).flatMap(([kind, item]) =>
      [
        ...missing("form", forms, item.forms),
        ...missing("source", sources, item.sources),
        ...missing("province", PROVINCE_NAMES, item.provinces),
      ].map((what) => ({ at: `${kind} ${item.id}`, what })),
    ),
    ...content.campaigns.flatMap((campaign) =>
      [
        ...missing("tip", tips, campaign.tips),
        ...missing("lead tip among its tips:", new Set(campaign.tips), campaign.lead),
        ...(new Set(campaign.lead).size === 3 ? [] : ["names not three lead tips"]),
      ].map((what) => ({ at: `campaigns ${campaign.id}`, what })),
    ),
  ];
}

function claimsWithoutSource(content: Content): Problem[] {
  const own = new Set(content.sources.flatMap(({ id, kind }) => (kind === "own" ? [id] : [])));
  const bears = ({ sources }: Scope) => sources.some((id) => !own.has(id));
  return [
    ...FACTS.flatMap((kind) =>
      content[kind].flatMap((item) =>
        bears(item)
          ? []
          : [{ at: `${kind} ${item.id}`, what: "claims something without a source" }],
      ),
    ),
    ...ADVICE.flatMap((kind) =>
      content[kind].flatMap((item) =>
        item.forms.length > 0 || bears(item)
          ? []
          : [{ at: `${kind} ${item.id}`, what: "names neither a form nor a source" }],
      ),
    ),
    ...[...content.glossary, ...content.templates].flatMap(({ id, sources }) =>
      sources.length > 0 ? [] : [{ at: id, what: "names no source" }],
    ),
    ...content.sources.flatMap(({ id, url, locator }) =>
      url === null && locator === "" ? [{ at: `sources ${id}`, what: "can't be found" }] : [],
    ),
  ];
}

function staleContacts({ portals, hotlines }: Content, today: string): Problem[] {
  const yearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
  const problem = ({ lastConfirmed, notConfirmedSince }: Portal | Hotline): string | null => {
    if (lastConfirmed === null) {
      return notConfirmedSince === null ? null : "notConfirmedSince without lastConfirmed";
    }
    if (lastConfirmed > today) return `was confirmed on ${lastConfirmed}, after ${today}`;
    if (notConfirmedSince !== null && notConfirmedSince !== lastConfirmed) {
      return `notConfirmedSince is ${notConfirmedSince}, lastConfirmed ${lastConfirmed}`;
    }
    if (lastConfirmed < yearAgo && notConfirmedSince === null) {
      return `was last confirmed on ${lastConfirmed}, over a year ago, and is not marked "notConfirmedSince"`;
    }
    return null;
  };
  return [...portals, ...hotlines].flatMap((contact) => {
    const what = problem(contact);
    return what === null ? [] : [{ at: contact.id, what }];
  });
}

/** What other parts build on, so that people would silently be told less. */
function missingParts(content: Content): Problem[] {
  const numbers = content.forms.map(({ number }) => number);
  const actions = content.firstAidActions.map(({ id }) => id);
  const groups = content.groups.map(({ id }) => id);
  const without = <T>(all: readonly T[], there: readonly unknown[], at: string, what: string) =>
    all.filter((one) => !there.includes(one)).map((one) => ({ at, what: `${what} ${one}` }));
  return [
    ...NEVER_EMPTY.flatMap((kind) =>
      content[kind].length > 0 ? [] : [{ at: kind, what: "there are none" }],
    ),
    ...without(upTo(HANDBOOK), numbers, "forms", "lacks the handbook's form"),
    ...without(FIRST_AID_CODES, actions, "firstAidActions", "lacks"),
    ...without(AUDIENCES, groups, "groups", "lacks"),
  ];
}

function upTo(last: number): number[] {
  return Array.from({ length: last }, (_, i) => i + 1);
}

/** Local items come on top: the year must be whole for everybody. */
function gapsInTheYear({ tips, themes, campaigns }: Content): Problem[] {
  const forAll = ({ audience, sector, provinces }: Scope) =>
    audience.length + sector.length + provinces.length === 0;
  const gaps = (kind: string, unit: string, count: number, numbers: readonly number[]) =>
    upTo(count)
      .filter((number) => !numbers.includes(number))
      .map((number) => ({ at: kind, what: `${unit} ${number} has none for everybody` }));
  return [
    ...gaps(
      "tips",
      "week",
      WEEKS,
      tips.filter(forAll).map(({ week }) => week),
    ),
    ...gaps(
      "themes",
      "month",
      MONTHS,
      themes.filter(forAll).map(({ month }) => month),
    ),
    ...gaps(
      "campaigns",
      "quarter",
      QUARTERS,
      campaigns.filter(forAll).map(({ quarter }) => quarter),
    ),
  ];
}

/** Who says what he is or works in must meet content of his own: a tip, and one more tip or alert. */
function groupsLeftOut({ tips, alerts }: Content): Problem[] {
  const missing = (at: string, isOwn: (item: Scope) => boolean) => {
    const own = tips.filter(isOwn).length;
    if (own === 0) return [{ at, what: "has no tip of its own" }];
    return own + alerts.filter(isOwn).length > 1
      ? []
      : [{ at, what: "has one tip of its own, and no other tip or alert" }];
  };
  return [
    ...SECTORS.flatMap((one) => missing(`sector ${one}`, ({ sector }) => sector.includes(one))),
    ...AUDIENCES.flatMap((one) =>
      missing(`audience ${one}`, ({ audience }) => audience.includes(one)),
    ),
  ];
}

function quizProblems({ forms, quiz }: Content): Problem[] {
  const asked = new Set(quiz.flatMap((item) => item.forms));
  return [
    ...forms.flatMap(({ id }) =>
      asked.has(id) ? [] : [{ at: "quiz", what: `asks nothing about ${id}` }],
    ),
    ...quiz.flatMap(({ id, choices, answer }) =>
      answer < choices.length
        ? []
        : [{ at: `quiz ${id}`, what: "its answer is none of its choices" }],
    ),
  ];
}

function spotProblems({ spots }: Content): Problem[] {
  return spots.flatMap((spot) =>
    whatIsWrong(spot).map((what) => ({ at: `spots ${spot.id}`, what })),
  );
}

function whatIsWrong(spot: Spot): string[] {
  switch (spot.kind) {
    case "owner":
      return mayExist([spot.address]);
    case "page": {
      const said = spot.parts.map(({ text }) => `${text.vi}\n${text.en}`).join("\n");
      return [
        ...mayExist(findAddresses(said).map(({ text }) => text)),
        ...spot.parts.flatMap(({ kind, text }) => (kind === "address" ? mayExist([text.vi]) : [])),
        ...(spot.parts.some(({ sign }) => sign) ? [] : ["has no part that gives it away"]),
      ];
    }
    case "real": {
      const { own, brand, choices, answer } = spot;
      const isTheirs = (address: string) => `.${hostOf(address)}`.endsWith(`.${own}`);
      return [
        ...(choices.every((one, i) => isTheirs(one) === (i === answer))
          ? []
          : [`its answer must be the one address below ${own}`]),
        ...mayExist(choices.filter((one) => brand === null || !isTheirs(one))),
      ];
    }
  }
}

/** RFC 2606: nobody can register these names. */
const RESERVED = /(^|\.)example(\.(com|net|org))?$/;

function mayExist(addresses: readonly string[]): string[] {
  return addresses
    .filter((address) => !RESERVED.test(hostOf(address)))
    .map((address) => `it names ${address}, which may exist: let it end in .example`);
}

function hostOf(address: string): string {
  return address.split("/")[0] ?? "";
}

function templateProblems({ templates }: Content): Problem[] {
  return templates.flatMap(({ id, kind, title, text }) => {
    const problems: string[] = [];
    for (const [language, said] of Object.entries(text)) {
      const whole = `${said}${title === null ? "" : title[language as keyof Text]}`;
      for (const slot of unknownSlots(whole)) {
        problems.push(`${language}: there is no slot ${slot}`);
      }
      if (kind !== "sms") continue;
      const length = gsm7Length(fillTemplate(said, (slot) => "x".repeat(SLOTS[slot])));
      if (length === null) problems.push(`${language}: has characters that GSM-7 does not have`);
      else if (length > ONE_SMS)
        problems.push(`${language}: ${length} characters, an SMS has ${ONE_SMS}`);
    }
    return problems.map((what) => ({ at: `templates ${id}`, what }));
  });
}

/**
 * The same words in both languages, unless they are a name or an address without Vietnamese letters; or a translation
 * that is mostly Vietnamese, what it quotes aside.
 */
function untranslated(content: Content): Problem[] {
  const search = (value: unknown, at: string): Problem[] => {
    if (typeof value !== "object" || value === null) return [];
    if (isText(value)) {
      const same = value.vi === value.en && VIETNAMESE.test(value.vi);
      return same || isMostlyVietnamese(value.en)
        ? [{ at, what: `is not translated: ${value.en}` }]
        : [];
    }
    return Object.values(value).flatMap((part) => search(part, at));
  };
  return Object.entries(content).flatMap(([kind, items]) =>
    items.flatMap((item: { id: string }) => search(item, `${kind} ${item.id}`)),
  );
}

function isMostlyVietnamese(text: string): boolean {
  const words = text.replace(/“[^“”]*”/g, "").match(/\p{L}+/gu) ?? [];
  const found = words.filter((word) => VIETNAMESE.test(word)).length;
  return words.length > WORDS_OF_A_NAME && found > words.length / 2;
}

function isText(value: object): value is Text {
  return "vi" in value && "en" in value && typeof value.en === "string";
}
