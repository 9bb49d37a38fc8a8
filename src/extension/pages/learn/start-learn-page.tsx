import { browserAnswerMemory } from "../../platform/answer-memory.ts";
import { sendToBackground } from "../../platform/send-to-background.ts";
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
    print: () => window.print(),
    random: Math.random,
  };
  const page = () => <LearnPage hash={location.hash} needs={needs} />;
  const show = await showPage(page());
  window.addEventListener("hashchange", () => show(page()));
}
