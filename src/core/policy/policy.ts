import * as z from "zod/mini";
import { parseAddress } from "../host/address.ts";
import { isPublicSuffix } from "../host/domain.ts";
import { SETTING_NAMES, someSettingsSchema } from "../settings/settings.ts";

/** Categories that are off unless a policy turns them on. */
const CATEGORIES = ["gambling"] as const;

/** A host an agency adds or allows, in any spelling a browser takes; it covers its sub-domains. */
const hostEntry = z.pipe(
  z.string().check(z.maxLength(1024)),
  z.transform((given, context) => {
    const host = hostOf(given);
    if (host !== null) return host;
    context.issues.push({ code: "custom", input: given, message: `"${given}" is not a host` });
    return z.NEVER;
  }),
);

/** The same for hosts that are never blocked: one site, not all that strangers register under an ending. */
const allowEntry = hostEntry.check(
  z.refine((host) => !isPublicSuffix(host), {
    error: ({ input }) => `"${input}" stands for the sites of many: name each`,
  }),
);

/**
 * A base address of ours. Browsers let the extension ask over https alone, or on this machine; another one would only
 * look like a network that is down.
 */
const ownAddress = z.string().check(
  z.refine(
    (given) =>
      /^https:|^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?:[:/]|$)/i.test(given) &&
      URL.canParse(given),
    { error: ({ input }) => `"${input}" is no address that begins with https://` },
  ),
  // A person's browser would carry it to every server that it is led on to.
  z.refine((given) => !hasCredentials(given), "names a user or a password"),
);

function hasCredentials(given: string): boolean {
  const parsed = parseAddress(given);
  return parsed.ok && parsed.address.credentials !== "";
}

/** The canonical host, or null if the text says more than a host, or less. */
function hostOf(given: string): string | null {
  const result = parseAddress(given);
  if (!result.ok) return null;
  const { host, path, query, port, credentials } = result.address;
  // A "*" is taken as a letter by browsers, so that "*.example.com" would silently match nothing.
  const isMore =
    path !== "/" || query !== "" || port !== "" || credentials !== "" || host.includes("*");
  return isMore ? null : host;
}

/**
 * Managed policy, as an agency's IT sets it through the browser (storage.managed). Every key is optional.
 * Unknown keys are ignored, so that a newer policy works with an older extension.
 */
export const policySchema = z.object({
  /** Base address of another feed. Metadata below `metadata/`, artifacts below `targets/`. */
  feedUrl: z.optional(ownAddress),
  /** Where reports go. */
  reportUrl: z.optional(ownAddress),
  /** Minutes between polls of the feed. */
  pollMinutes: z._default(z.number().check(z.minimum(5), z.maximum(1440)), 15),
  /** Hosts that are always blocked, canonical once parsed. */
  deny: z._default(z.array(hostEntry).check(z.maxLength(10_000)), []),
  /** Hosts that are never blocked, canonical once parsed. */
  allow: z._default(z.array(allowEntry).check(z.maxLength(10_000)), []),
  /** Whether a person may go on to a blocked site at all. */
  overrideAllowed: z._default(z.boolean(), true),
  /** Minutes that "go on anyway" lasts. */
  overrideMinutes: z._default(z.number().check(z.minimum(1), z.maximum(60)), 10),
  /** Further categories to block: "gambling". */
  categories: z._default(
    z.array(
      z.enum(CATEGORIES, {
        error: ({ input }) => `"${input}" is no category: there is ${CATEGORIES.join(", ")}`,
      }),
    ),
    [],
  ),
  /** The agency's name, shown where it has set something. */
  agencyName: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(120))),
  /** Its telephone number for questions, in what people share in its name. */
  agencyPhone: z.optional(
    z
      .string()
      .check(z.trim(), z.regex(/^\+?\d[\d .()-]*$/, "no telephone number"), z.maxLength(24)),
  ),
  /** Values of settings that people may change, unless they are locked. */
  settings: z._default(someSettingsSchema, {}),
  /** Names of settings that people may not change; where `settings` says nothing, the default holds. */
  locked: z._default(z.array(z.enum(SETTING_NAMES)), []),
  /** Whether the page of welcome opens after the installation. */
  welcome: z._default(z.boolean(), true),
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
