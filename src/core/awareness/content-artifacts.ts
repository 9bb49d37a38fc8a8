import * as z from "zod/mini";
import { alertSchema } from "./alert.ts";
import { campaignSchema, themeSchema, tipSchema } from "./calendar-items.ts";
import { hotlineSchema, portalSchema } from "./contact-points.ts";
import type { Content } from "./content.ts";
import type { ContentKind } from "./content-kind.ts";
import { firstAidActionSchema, firstAidStepSchema } from "./first-aid.ts";
import { formSchema } from "./form.ts";
import { quizSchema } from "./quiz.ts";
import { groupSchema, ruleSchema, statementSchema, termSchema } from "./rules.ts";
import type { Scope } from "./scope.ts";
import { sourceSchema } from "./source.ts";
import { spotSchema } from "./spot.ts";
import { templateSchema } from "./template.ts";

// How the content is cut into the feed's artifacts: by how soon a change must reach people. Each carries the sources
// that its items name, so that it can be shown without the others.
//
//   alerts   small, changes at any hour, is polled for
//   portals  where to turn to and what to do after a scam: needed on the bad day, changes when a number does
//   tips     all that is learned in quiet: forms with their lessons, tips, themes, campaigns, quiz, exercises, rules,
//            statements, groups, glossary and message templates; large, and changes a few times a year

const version = z.literal(1);
const sources = z.array(sourceSchema);

export const contentArtifactSchemas = {
  alerts: z.object({ version, alerts: z.array(alertSchema), sources }),
  portals: z.object({
    version,
    portals: z.array(portalSchema),
    hotlines: z.array(hotlineSchema),
    firstAidSteps: z.array(firstAidStepSchema),
    firstAidActions: z.array(firstAidActionSchema),
    sources,
  }),
  tips: z.object({
    version,
    forms: z.array(formSchema),
    tips: z.array(tipSchema),
    themes: z.array(themeSchema),
    campaigns: z.array(campaignSchema),
    quiz: z.array(quizSchema),
    // Younger than the rest: an older feed has none.
    spots: z._default(z.array(spotSchema), []),
    rules: z.array(ruleSchema),
    statements: z.array(statementSchema),
    groups: z.array(groupSchema),
    glossary: z.array(termSchema),
    templates: z.array(templateSchema),
    sources,
  }),
} satisfies Record<ContentKind, z.ZodMiniType>;

export type ContentArtifact<K extends ContentKind> = z.infer<(typeof contentArtifactSchemas)[K]>;

/**
 * Reads an artifact, unzipped and verified.
 *
 * @throws Error that says where it differs from its shape
 */
export function readContentArtifact<K extends ContentKind>(
  kind: K,
  bytes: ArrayBuffer | Uint8Array<ArrayBuffer>,
): ContentArtifact<K> {
  const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  const parsed = contentArtifactSchemas[kind].safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data as ContentArtifact<K>;
  const issue = parsed.error.issues[0];
  throw new Error(`${kind}: ${issue?.path.join(".") ?? ""}: ${issue?.message ?? "malformed"}`);
}

/**
 * The feed's artifacts of this content, as JSON values.
 *
 * @returns `count` is the number of items, sources aside; `newest` the ISO date of the newest one
 */
export function contentArtifacts(
  content: Content,
): { kind: ContentKind; count: number; newest: string; json: object }[] {
  const { alerts, portals, hotlines, firstAidSteps, firstAidActions, sources, ...learning } =
    content;
  const parts = {
    alerts: { alerts },
    portals: { portals, hotlines, firstAidSteps, firstAidActions },
    tips: learning,
  };
  return Object.entries(parts).map(([kind, part]) => {
    const items: Scope[] = Object.values(part).flat();
    const named = new Set(items.flatMap((item) => item.sources));
    return {
      kind: kind as ContentKind,
      count: items.length,
      newest:
        items
          .map(({ date }) => date)
          .sort()
          .at(-1) ?? "1970-01-01",
      json: { version: 1, ...part, sources: sources.filter(({ id }) => named.has(id)) },
    };
  });
}
