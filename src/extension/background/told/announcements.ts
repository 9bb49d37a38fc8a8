import type { Due, DueItem } from "../../../core/awareness/due.ts";
import { type AnnounceText, createAnnounceText } from "../../../ui/announce-text.ts";
import type { Language } from "../../../ui/language-of.ts";

export interface Announcement {
  /** Of the notification; see placeOfAnnouncement. */
  id: string;
  words: { title: string; text: string };
}

/** What to announce: each urgent alert by itself, and of the rest one thing as it is or several as one summary. */
export function announcementsOf({ urgent, items }: Due, language: Language): Announcement[] {
  const t = createAnnounceText(language);
  const [first, ...more] = items;
  const rest = first ? [more.length === 0 ? single(t, first) : summary(t, items)] : [];
  return [...urgent.map((item) => single(t, item)), ...rest];
}

/** Where in the popup's page an announcement leads to: the part of the address after "#". */
export function placeOfAnnouncement(id: string): string {
  const alert = /^alert:([a-z0-9-]+)$/.exec(id)?.[1];
  if (alert !== undefined) return `/alerts/${alert}`;
  return id === "learn" ? "/learn" : "/alerts";
}

function single(t: AnnounceText, due: DueItem): Announcement {
  const { language } = t;
  switch (due.kind) {
    case "alert": {
      const { id, title, body, severity } = due.item;
      const words = { title: title[language], text: body[language] };
      return {
        id: `alert:${id}`,
        words: severity === "urgent" ? { ...words, title: t("announce.urgent", words) } : words,
      };
    }
    case "tip":
      return { id: "learn", words: { title: t("announce.tip"), text: due.item.text[language] } };
    case "theme":
    case "campaign":
      return {
        id: "learn",
        words: { title: t(`announce.${due.kind}`), text: due.item.title[language] },
      };
  }
}

function summary(t: AnnounceText, items: readonly DueItem[]): Announcement {
  const titles = items.map(({ item }) => ("title" in item ? item.title : item.text)[t.language]);
  return {
    id: items.some(({ kind }) => kind === "alert") ? "news" : "learn",
    words: { title: t("announce.summary", { count: items.length }), text: titles.join("\n") },
  };
}
