import type * as z from "zod/mini";
import { type Alert, alertSchema } from "./alert.ts";
import {
  type Campaign,
  campaignSchema,
  type Theme,
  type Tip,
  themeSchema,
  tipSchema,
} from "./calendar-items.ts";
import { type Hotline, hotlineSchema, type Portal, portalSchema } from "./contact-points.ts";
import {
  type FirstAidAction,
  type FirstAidStep,
  firstAidActionSchema,
  firstAidStepSchema,
} from "./first-aid.ts";
import { type Form, formNameSchema, lessonSchema } from "./form.ts";
import type { Problem } from "./problem.ts";
import { type Quiz, quizSchema } from "./quiz.ts";
import {
  type Group,
  groupSchema,
  type Rule,
  ruleSchema,
  type Statement,
  statementSchema,
  type Term,
  termSchema,
} from "./rules.ts";
import { type Source, sourceSchema } from "./source.ts";
import { type Spot, spotSchema } from "./spot.ts";
import { type Template, templateSchema } from "./template.ts";

/** All that people are told, each kind in order of showing. */
export interface Content {
  forms: Form[];
  tips: Tip[];
  themes: Theme[];
  campaigns: Campaign[];
  quiz: Quiz[];
  spots: Spot[];
  rules: Rule[];
  statements: Statement[];
  groups: Group[];
  glossary: Term[];
  templates: Template[];
  alerts: Alert[];
  portals: Portal[];
  hotlines: Hotline[];
  firstAidSteps: FirstAidStep[];
  firstAidActions: FirstAidAction[];
  sources: Source[];
}

/**
 * Reads the content's files: one list a kind, the register of forms in "forms.json", and one lesson a form under
 * "forms/".
 *
 * @param files parsed JSON by path in the content's folder
 * @returns what could be read, and what is wrong with the rest, file by file
 */
export function readContent(files: ReadonlyMap<string, unknown>): {
  content: Content;
  problems: Problem[];
} {
  const problems: Problem[] = [];
  const unread = new Set(files.keys());

  function one<T>(at: string, schema: z.ZodMiniType<T>, given: unknown): T[] {
    const parsed = schema.safeParse(given);
    if (!parsed.success) {
      for (const { path, message } of parsed.error.issues) {
        problems.push({ at, what: `${path.join(".")}: ${message}` });
      }
      return [];
    }
    for (const field of unknownFields(given, parsed.data)) {
      problems.push({ at, what: `${field}: no such field` });
    }
    return [parsed.data];
  }

  function list<T>(file: string, schema: z.ZodMiniType<T>, field?: string): T[] {
    unread.delete(file);
    const whole = files.get(file);
    const given = field === undefined ? whole : (whole as Record<string, unknown> | null)?.[field];
    if (!Array.isArray(given)) {
      problems.push({ at: file, what: `${field === undefined ? "" : `${field}: `}no list` });
      return [];
    }
    return given.flatMap((item, i) => one(`${file} ${nameOf(item) ?? i}`, schema, item));
  }

  function lesson(name: z.infer<typeof formNameSchema>): Form[] {
    const file = `forms/${name.id}.json`;
    if (!unread.delete(file)) {
      problems.push({ at: file, what: `the form ${name.id} has no lesson` });
      return [];
    }
    const given = files.get(file);
    if (nameOf(given) !== name.id) problems.push({ at: file, what: `its id is not ${name.id}` });
    return one(file, lessonSchema, given).map((about) => ({ ...about, ...name }));
  }

  const content: Content = {
    forms: list("forms.json", formNameSchema).flatMap(lesson),
    tips: list("tips.json", tipSchema),
    themes: list("themes.json", themeSchema),
    campaigns: list("campaigns.json", campaignSchema),
    quiz: list("quiz.json", quizSchema),
    spots: list<Spot>("spots.json", spotSchema),
    rules: list("rules.json", ruleSchema),
    statements: list("statements.json", statementSchema),
    groups: list("groups.json", groupSchema),
    glossary: list("glossary.json", termSchema),
    templates: list("templates.json", templateSchema),
    alerts: list("alerts.json", alertSchema),
    portals: list("portals.json", portalSchema),
    hotlines: list("hotlines.json", hotlineSchema),
    firstAidSteps: list("first-aid.json", firstAidStepSchema, "steps"),
    firstAidActions: list("first-aid.json", firstAidActionSchema, "actions"),
    sources: list("sources.json", sourceSchema),
  };
  for (const file of unread) problems.push({ at: file, what: "belongs to nothing" });
  return { content, problems };
}

function nameOf(item: unknown): string | null {
  if (typeof item !== "object" || item === null || !("id" in item)) return null;
  return typeof item.id === "string" ? item.id : null;
}

/** A misspelt field would silently say nothing: "provnces" would send an alert to the whole country. */
function unknownFields(given: unknown, parsed: unknown, path = ""): string[] {
  if (typeof given !== "object" || given === null) return [];
  const known = typeof parsed === "object" && parsed !== null ? parsed : {};
  return Object.entries(given).flatMap(([key, value]) =>
    Object.hasOwn(known, key)
      ? unknownFields(value, known[key as keyof typeof known], `${path}${key}.`)
      : [`${path}${key}`],
  );
}
