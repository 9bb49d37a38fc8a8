import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { type Brands, brandsSchema, indexBrands } from "../../../../src/core/lookalike/brands.ts";

const FILE = new URL("../../../../assets/snapshot/brands.json.gz", import.meta.url);

/** The brands that ship. */
export function shippedBrands(): Brands {
  return indexBrands(
    brandsSchema.parse(JSON.parse(gunzipSync(readFileSync(FILE)).toString("utf8"))).brands,
  );
}
