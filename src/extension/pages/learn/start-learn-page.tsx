import { browserAnswerMemory } from "../../platform/answer-memory.ts";
import { copyText } from "../../platform/copy-text.ts";
import { sendToBackground } from "../../platform/send-to-background.ts";
import { browserSenderMemory } from "../../platform/sender-memory.ts";
import { browserSpeech } from "../../platform/speech.ts";
import { createAsk } from "../ask-background.ts";
import { showPage } from "../show-page.tsx";
import type { LearnNeeds } from "./learn-needs.ts";
import { LearnPage } from "./learn-page.tsx";

/** Wires the learn page to this browser and shows the view that its address names. */
export async function startLearnPage(): Promise<void> {
  const needs: LearnNeeds = {
    ask: createAsk(sendToBackground),
    now: Date.now,
    newId: () => crypto.randomUUID(),
    speech: browserSpeech(),
    answers: browserAnswerMemory(),
    senders: browserSenderMemory(),
    copy: copyText,
    print: () => window.print(),
    random: Math.random,
  };
  const page = () => <LearnPage hash={location.hash} needs={needs} />;
  const show = await showPage(page());
  window.addEventListener("hashchange", () => show(page()));
}
