import * as z from "zod/mini";
import { canonicalJson } from "./canonical-json.ts";
import { FeedError } from "./feed-error.ts";
import { TOP_LEVEL_ROLES } from "./role-name.ts";

// The file formats of the TUF specification, §4. Only what the client reads is named: other fields are ignored here
// but are part of what is signed, because signatures are checked over the JSON as it came (§4, "undefined
// attribute-value pairs").

/** A JSON object whose keys are data: as a Map, since "constructor" is a fine key id. */
function mapOf<T extends z.core.SomeType>(value: T) {
  return z.pipe(
    z.record(z.string(), value),
    z.transform((record) => new Map(Object.entries(record as Record<string, z.output<T>>))),
  );
}

const positive = z.int().check(z.positive());
const length = z.int().check(z.nonnegative());
/** Lower case, since hashes become parts of addresses (consistent snapshots). */
const hash = z.string().check(z.regex(/^[0-9a-f]+$/));
const hashes = z
  .record(z.string(), hash)
  .check(z.refine((value) => Object.keys(value).length > 0, "no hash"));
const keyids = z
  .array(z.string())
  .check(z.refine((ids) => new Set(ids).size === ids.length, "a key id twice"));

/** "2026-07-01T00:00:00Z" and nothing else (§4.2.1), as milliseconds since the epoch. */
const expires = z.pipe(
  z
    .string()
    .check(
      z.refine((text) => asTime(text) !== null, "not an existing date as YYYY-MM-DDTHH:MM:SSZ"),
    ),
  z.transform((text) => asTime(text) ?? 0),
);

function asTime(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(text)) return null;
  const time = Date.parse(text);
  if (Number.isNaN(time)) return null;
  return new Date(time).toISOString() === text.replace("Z", ".000Z") ? time : null;
}

const common = {
  /** This client knows version 1 of the specification (§5.3, "spec_version"). */
  spec_version: z.string().check(z.regex(/^1\.\d+(\.\d+)?$/)),
  version: positive,
  expires,
};

/** Key types and schemes that are not known are read, and simply never verify anything. */
const key = z.object({
  keytype: z.string(),
  scheme: z.string(),
  keyval: z.looseObject({ public: z.optional(z.string()) }),
});

const role = { keyids, threshold: positive };

const rootSchema = z.object({
  _type: z.literal("root"),
  ...common,
  consistent_snapshot: z._default(z.boolean(), false),
  keys: mapOf(key),
  roles: z.object({
    root: z.object(role),
    timestamp: z.object(role),
    snapshot: z.object(role),
    targets: z.object(role),
  }),
});

const metaFile = z.object({
  version: positive,
  length: z.optional(length),
  hashes: z.optional(hashes),
});

const timestampSchema = z.object({
  _type: z.literal("timestamp"),
  ...common,
  meta: z.object({ "snapshot.json": metaFile }),
});

const snapshotSchema = z.object({
  _type: z.literal("snapshot"),
  ...common,
  meta: mapOf(metaFile),
});

/** A delegated role named "root" would take the place of the root in every store. */
const delegatedName = z.string().check(
  z.minLength(1),
  z.refine((name) => !TOP_LEVEL_ROLES.some((known) => known === name), "a top-level role's name"),
);

const delegatedRole = z
  .object({
    name: delegatedName,
    ...role,
    terminating: z.boolean(),
    paths: z.optional(z.array(z.string())),
    path_hash_prefixes: z.optional(z.array(hash)),
  })
  .check(
    z.refine(
      (value) => (value.paths === undefined) !== (value.path_hash_prefixes === undefined),
      "needs either paths or path_hash_prefixes",
    ),
  );

/** TAP 15: 2 ** bit_length roles, named by prefix and number. */
const succinctRoles = z.object({
  ...role,
  bit_length: z.int().check(z.minimum(1), z.maximum(32)),
  name_prefix: z.string().check(z.minLength(1)),
});

const delegationsSchema = z
  .object({
    keys: mapOf(key),
    roles: z.optional(
      z
        .array(delegatedRole)
        .check(
          z.refine(
            (roles) => new Set(roles.map(({ name }) => name)).size === roles.length,
            "a role twice",
          ),
        ),
    ),
    succinct_roles: z.optional(succinctRoles),
  })
  .check(
    z.refine(
      (value) => (value.roles === undefined) !== (value.succinct_roles === undefined),
      "needs either roles or succinct_roles",
    ),
  );

const targetFile = z.object({ length, hashes, custom: z.optional(z.unknown()) });

const targetsSchema = z.object({
  _type: z.literal("targets"),
  ...common,
  targets: mapOf(targetFile),
  delegations: z.optional(delegationsSchema),
});

export type Key = z.output<typeof key>;
export type Keys = ReadonlyMap<string, Key>;
/** Which keys sign for a role, and how many of them it takes. */
export type RoleKeys = { keyids: string[]; threshold: number };
export type MetaFile = z.output<typeof metaFile>;
export type Root = z.output<typeof rootSchema>;
export type Timestamp = z.output<typeof timestampSchema>;
export type Snapshot = z.output<typeof snapshotSchema>;
export type Targets = z.output<typeof targetsSchema>;
export type Delegations = z.output<typeof delegationsSchema>;

const schemas = {
  root: rootSchema,
  timestamp: timestampSchema,
  snapshot: snapshotSchema,
  targets: targetsSchema,
};

export type MetadataType = keyof typeof schemas;
export type Signed<T extends MetadataType> = z.output<(typeof schemas)[T]>;

export interface Signature {
  keyid: string;
  /** Hex, as it came. */
  sig: string;
}

/** A file of metadata that was read, but not verified. */
export interface Metadata<T extends MetadataType> {
  signed: Signed<T>;
  signatures: Signature[];
  /** What the signatures are over: the canonical form of `signed` with all its fields. */
  signedBytes: Uint8Array<ArrayBuffer>;
}

const envelopeSchema = z.object({
  signed: z.looseObject({ _type: z.string() }),
  signatures: z.array(z.object({ keyid: z.string(), sig: z.string() })).check(
    // §4.2: "The keyid MUST be unique in the signatures array."
    z.refine(
      (list) => new Set(list.map(({ keyid }) => keyid)).size === list.length,
      "two signatures of one key",
    ),
  ),
});

/**
 * Reads a metadata file. Verifies nothing but its form.
 *
 * @param role name for error messages
 * @throws FeedError "damaged" if it is no metadata of this type
 */
export function parseMetadata<T extends MetadataType>(
  type: T,
  bytes: Uint8Array<ArrayBuffer>,
  role: string = type,
): Metadata<T> {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new FeedError("damaged", `${role}: no JSON`, { cause });
  }
  const envelope = checked(envelopeSchema, json, role);
  // The untouched object, not the schema's copy: all of its fields are signed.
  const { signed } = json as { signed: object };
  let signedBytes: Uint8Array<ArrayBuffer>;
  try {
    signedBytes = new TextEncoder().encode(canonicalJson(signed));
  } catch (cause) {
    throw new FeedError("damaged", `${role}: has no canonical form`, { cause });
  }
  return {
    signed: checked(schemas[type], signed, role) as Signed<T>,
    signatures: envelope.signatures,
    signedBytes,
  };
}

function checked<S extends z.core.$ZodType>(schema: S, value: unknown, role: string): z.output<S> {
  const result = z.safeParse(schema, value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new FeedError("damaged", `${role}: ${issue?.path.join(".")}: ${issue?.message}`);
}
