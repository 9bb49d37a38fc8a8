import { useEffect, useState } from "preact/hooks";
import { BANK_HOTLINES } from "../../../content/bank-hotlines.ts";
import { FIRST_AID } from "../../../content/first-aid.ts";
import { type BankHotline, bankHotlines } from "../../../core/awareness/bank-hotlines.ts";
import type { ContentArtifact } from "../../../core/awareness/content-artifacts.ts";
import type { Language } from "../../../ui/language-of.ts";
import type { Ask } from "../ask-background.ts";

/** What helps whoever was robbed. */
export interface Help {
  steps: readonly { title: string; text: string; isBank: boolean }[];
  hotlines: readonly BankHotline[];
  /** How to tell the police through VNeID; empty until the feed's word is here. */
  vneidSteps: readonly string[];
}

/** At once what came with the package, then what the feed says now: whoever needs it must not wait. */
export function useHelp(ask: Ask, language: Language): Help {
  const [told, setTold] = useState<ContentArtifact<"portals"> | null>(null);
  useEffect(() => {
    ask({ type: "content", kind: "portals" }).then((asked) => {
      if (asked.ok && "portals" in asked.answer.content) setTold(asked.answer.content);
    });
  }, [ask]);
  if (told === null) {
    return {
      steps: FIRST_AID.map((step) => ({ ...step[language], isBank: step.about === "bank" })),
      hotlines: BANK_HOTLINES,
      vneidSteps: [],
    };
  }
  return {
    steps: told.firstAidSteps.map(({ title, text, about }) => ({
      title: title[language],
      text: text[language],
      isBank: about === "bank",
    })),
    hotlines: bankHotlines(told.hotlines),
    vneidSteps:
      told.portals.find(({ id }) => id === "rpt-vneid")?.steps.map((step) => step[language]) ?? [],
  };
}
