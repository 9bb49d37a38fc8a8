import fc from "fast-check";
import { expect, test } from "vitest";
import {
  boxAround,
  boxBetween,
  moved,
  pixelsOf,
  sized,
} from "../../../../../src/extension/pages/report/cover-box.ts";

const fraction = fc.double({ min: -0.5, max: 1.5, noNaN: true });
const change = fc.double({ min: -2, max: 2, noNaN: true });

test("a box never leaves the picture, however it is drawn, moved and sized", () => {
  fc.assert(
    fc.property(fraction, fraction, change, change, (x, y, dx, dy) => {
      for (const box of [
        boxAround({ x, y }),
        moved(boxAround({ x, y }), dx, dy),
        sized(boxAround({ x, y }), dx, dy),
        boxBetween({ x, y }, { x: x + dx, y: y + dy }) ?? boxAround({ x, y }),
      ]) {
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.y).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(1 + 1e-9);
        expect(box.y + box.height).toBeLessThanOrEqual(1 + 1e-9);
        expect(box.width).toBeGreaterThan(0);
        expect(box.height).toBeGreaterThan(0);
      }
    }),
  );
});

test("a box covers whole pixels, rather one too many than one too few", () => {
  const picture = { width: 10, height: 10 };
  const box = { x: 0.11, y: 0.29, width: 0.3, height: 0.3 };
  expect(pixelsOf(box, picture)).toEqual({ x: 1, y: 2, width: 4, height: 4 });
  expect(pixelsOf({ x: 0, y: 0, width: 1, height: 1 }, picture)).toEqual({
    x: 0,
    y: 0,
    ...picture,
  });
});

test("a box between two points is the same from either corner, and a mere press draws none", () => {
  const [a, b] = [
    { x: 0.6, y: 0.7 },
    { x: 0.2, y: 0.3 },
  ];
  expect(boxBetween(a, b)).toEqual(boxBetween(b, a));
  expect(boxBetween(a, { x: 0.6, y: 0.7 })).toBeNull();
});
