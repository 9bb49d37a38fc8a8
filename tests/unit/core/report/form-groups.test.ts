import { expect, test } from "vitest";
import { FORM_GROUPS } from "../../../../src/content/form-groups.ts";
import { SCAM_FORMS } from "../../../../src/content/forms.ts";

test("every form of scam stands in exactly one group of the report's choice", () => {
  const grouped: string[] = FORM_GROUPS.flatMap(({ forms }) => [...forms]);
  expect(grouped.sort()).toEqual(SCAM_FORMS.map(({ id }) => id).sort());
});
