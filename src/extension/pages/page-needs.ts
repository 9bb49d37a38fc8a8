import type { Ask } from "./ask-background.ts";

/** What every page of the extension is given, so that tests can give something else. */
export interface PageNeeds {
  ask: Ask;
  /** Milliseconds since the epoch. */
  now(): number;
  /** A fresh random UUID. */
  newId(): string;
}
