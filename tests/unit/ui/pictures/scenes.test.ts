import { expect, test } from "vitest";
import { SCENES } from "../../../../src/ui/pictures/scenes.ts";
import { SHIPPED } from "../../core/awareness/shipped-content.ts";

test("every form of scam has a picture, and no picture is without its form", () => {
  expect(Object.keys(SCENES).sort()).toEqual(SHIPPED.forms.map(({ id }) => id).sort());
});

test("no two forms have the same picture", () => {
  const drawn = Object.values(SCENES).map((picture) => JSON.stringify(picture));
  expect(new Set(drawn).size).toBe(drawn.length);
});

test("every path of the pictures can be drawn", () => {
  for (const [id, picture] of Object.entries(SCENES)) {
    for (const { d, move } of picture) {
      expect(d, id).toMatch(/^M[\d\s.,\-a-zA-Z]+$/);
      expect(`${d}${JSON.stringify(move ?? {})}`, id).not.toMatch(/NaN|undefined|Infinity/);
    }
  }
});
