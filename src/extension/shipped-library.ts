import * as z from "zod/mini";

/** A library, or data that came from elsewhere, in the package: one entry of its licences.json. */
const librarySchema = z.object({
  name: z.string(),
  /** Empty for data that has none. */
  version: z.string(),
  /** SPDX. */
  licence: z.string(),
  /** The licence in full, or where it stands. */
  text: z.string(),
});

export const librariesSchema = z.array(librarySchema);

export type ShippedLibrary = z.infer<typeof librarySchema>;
