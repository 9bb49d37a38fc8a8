import { expect, it } from "vitest";
import { isSameAddress } from "../../../../src/core/report/is-same-address.ts";

it.each([
  ["evil.example", "https://EVIL.example/"],
  ["https://evil.example/?utm_source=zalo&fbclid=1", "https://evil.example/#top"],
  ["https://evil.example/a?b=1&gclid=2", "https://evil.example/a?b=1"],
])("%s and %s are one address", (a, b) => {
  expect(isSameAddress(a, b)).toBe(true);
});

it.each([
  ["https://evil.example/a", "https://evil.example/b"],
  ["https://evil.example/?id=1", "https://evil.example/?id=2"],
  ["", ""],
])("%j and %j are not", (a, b) => {
  expect(isSameAddress(a, b)).toBe(false);
});
