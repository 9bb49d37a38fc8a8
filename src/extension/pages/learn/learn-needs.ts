import type { AnswerMemory } from "../../platform/answer-memory.ts";
import type { SenderMemory } from "../../platform/sender-memory.ts";
import type { Speech } from "../../platform/speech.ts";
import type { PageNeeds } from "../page-needs.ts";

/** What the learn page is given. */
export interface LearnNeeds extends PageNeeds {
  speech: Speech;
  answers: AnswerMemory;
  senders: SenderMemory;
  /** Puts text into the clipboard. @returns false if the browser refuses */
  copy(text: string): Promise<boolean>;
  /** Opens the browser's print dialogue. */
  print(): void;
  /** 0 (included) to 1 (not included). */
  random(): number;
}
