import { expect, test } from "vitest";
import { typedUrl } from "../../../../../src/extension/pages/learn/share/typed-url.ts";

test.each([
  ["phuongmau.example/canh-bao", "https://phuongmau.example/canh-bao"],
  ["  http://phuongmau.example ", "http://phuongmau.example/"],
  ["", null],
  ["phường mẫu", null],
  ["phuong", null],
  ["javascript://phuong.example/%0aalert(1)", null],
])("«%s» is taken as %s", (typed, url) => {
  expect(typedUrl(typed)).toBe(url);
});
