import * as z from "zod/mini";

/** A host an agency adds or allows; it covers its sub-domains. */
const hostEntry = z.string().check(z.minLength(1), z.maxLength(253));

/**
 * Managed policy, as an agency's IT sets it through the browser (storage.managed). Every key is optional.
 * Unknown keys are ignored, so that a newer policy works with an older extension.
 */
export const policySchema = z.object({
  /** Base address of another feed. Metadata below `metadata/`, artifacts below `targets/`. */
  feedUrl: z.optional(z.url()),
  /** Where reports go. */
  reportUrl: z.optional(z.url()),
  /** Minutes between polls of the feed. */
  pollMinutes: z._default(z.number().check(z.minimum(5), z.maximum(1440)), 15),
  /** Hosts that are always blocked. */
  deny: z._default(z.array(hostEntry).check(z.maxLength(10_000)), []),
  /** Hosts that are never blocked. */
  allow: z._default(z.array(hostEntry).check(z.maxLength(10_000)), []),
  /** Whether a person may go on to a blocked site at all. */
  overrideAllowed: z._default(z.boolean(), true),
  /** Minutes that "go on anyway" lasts. */
  overrideMinutes: z._default(z.number().check(z.minimum(1), z.maximum(60)), 10),
  /** Further categories to block: "gambling". */
  categories: z._default(z.array(z.enum(["gambling"])), []),
});

export type Policy = z.infer<typeof policySchema>;

/** The policy of a browser that nobody manages. */
export const DEFAULT_POLICY: Policy = policySchema.parse({});

export type PolicyResult = { ok: true; policy: Policy } | { ok: false; problems: string[] };

/**
 * Reads a managed policy. A wrong policy is refused whole, so that nobody believes a setting is in force that isn't;
 * the caller goes on with the last good one and shows the problems.
 */
export function parsePolicy(given: unknown): PolicyResult {
  const result = policySchema.safeParse(given ?? {});
  if (result.success) return { ok: true, policy: result.data };
  return {
    ok: false,
    problems: result.error.issues.map(
      (issue) => `${issue.path.join(".") || "policy"}: ${issue.message}`,
    ),
  };
}
