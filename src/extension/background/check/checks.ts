import type { Answers, CheckSubject } from "../../messages.ts";
import type { OwnPackage } from "../../platform/own-package.ts";
import type { KnowledgeSource } from "../lists/knowledge-source.ts";
import type { ContentSource } from "../told/content-source.ts";
import type { Verdicts } from "../verdicts.ts";

/** Answers what a person asks about an address, a number or a message. Nothing of it is kept or leaves the browser. */
export type Checks = (subject: CheckSubject) => Promise<Answers["check"]>;

export interface CheckNeeds {
  knowledgeSource: KnowledgeSource;
  verdicts: Pick<Verdicts, "onAddress">;
  content: Pick<ContentSource, "read" | "contacts">;
  pack: Pick<OwnPackage, "read">;
}

export function createChecks(needs: CheckNeeds): Checks {
  let checker: Promise<Checks> | null = null;
  return async (subject) => {
    // Set up when the first question comes: a background that starts must answer about addresses at once.
    checker ??= import("./checker.ts").then(({ createChecker }) => createChecker(needs));
    return (await checker)(subject);
  };
}
