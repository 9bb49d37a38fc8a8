import model from "../../../../src/content/page-model.json" with { type: "json" };
import { hostFacts } from "../../../../src/core/evidence/host-facts.ts";
import { createPageJudge, type PageVerdict } from "../../../../src/core/evidence/judge-page.ts";
import type { Field, PageFacts } from "../../../../src/core/evidence/page-facts.ts";
import { pageModelSchema } from "../../../../src/core/evidence/page-model.ts";
import { parseAddress } from "../../../../src/core/host/address.ts";
import { registrableDomain } from "../../../../src/core/host/domain.ts";
import { indexBrands } from "../../../../src/core/lookalike/brands.ts";
import { createLookalikes } from "../../../../src/core/lookalike/lookalike.ts";
import { readBrandsFile } from "../../../../src/node/brands-file.ts";

/** From the root of the project, where tests run: a document's environment has no files to be beside of. */
export const brands = indexBrands(await readBrandsFile("src/content/brands.tsv"));
const lookalikes = createLookalikes(brands);
const judge = createPageJudge(brands, pageModelSchema.parse(model));

export function field(label: string, more: Partial<Field> = {}): Field {
  return {
    type: "text",
    hint: "",
    label,
    masked: false,
    disabled: false,
    maxLength: 0,
    form: 0,
    ...more,
  };
}

/** A page that shows nothing and asks for nothing, but for what is given. */
export function page(address: string, given: Partial<PageFacts> = {}): PageFacts {
  return {
    address,
    title: "",
    headings: [],
    marks: [],
    banner: "",
    closing: "",
    fields: [],
    forms: (given.fields ?? []).length > 0 ? [{ action: "", around: "" }] : [],
    packages: [],
    linkHosts: [],
    assetHosts: [],
    script: "",
    text: "",
    drawn: "",
    codeLength: 0,
    paragraphs: 0,
    hasArticle: false,
    fieldsOnlyIn: "page",
    ...given,
  };
}

export function verdictOn(facts: PageFacts): PageVerdict {
  const parsed = parseAddress(facts.address);
  if (!parsed.ok) throw new Error(facts.address);
  const { host, kind } = parsed.address;
  const site = kind === "domain" ? registrableDomain(host) : null;
  return judge.judge(facts, hostFacts(parsed.address, site, { brands, lookalikes }));
}
