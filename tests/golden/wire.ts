import * as z from "zod";
import * as house from "./house.ts";

/** JSON Schemas of everything that crosses a process or network boundary. */
export function wireSchemas(): Record<string, unknown> {
  const schemas: Record<string, z.core.$ZodType> = {
    policy: house.policySchema,
    settings: house.settingsSchema,
    message: house.requestSchema,
    "page-facts": house.pageFactsSchema,
    report: house.reportSchema,
    receipt: house.receiptSchema,
    decisions: house.decisionsSchema,
    brands: house.brandsSchema,
    contact: house.contactSchema,
    artifact: house.artifactCustomSchema,
    snapshot: house.snapshotIndexSchema,
    "page-model": house.pageModelSchema,
  };
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [
      name,
      z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }),
    ]),
  );
}
