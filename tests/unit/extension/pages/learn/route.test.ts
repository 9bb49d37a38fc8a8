import { expect, test } from "vitest";
import { readRoute, routeHash } from "../../../../../src/extension/pages/learn/route.ts";

test.each([
  ["", { view: "forms" }],
  ["#/", { view: "forms" }],
  ["#/form/fake-evn", { view: "form", id: "fake-evn" }],
  ["#/form/", { view: "forms" }],
  ["#/quiz", { view: "quiz", form: null }],
  ["#/quiz/fake-evn", { view: "quiz", form: "fake-evn" }],
  ["#/spot", { view: "spot" }],
  ["#/help", { view: "help" }],
  ["#/share/poster/fake-evn", { view: "share", rest: ["poster", "fake-evn"] }],
  ["#/<img src=x onerror=alert(1)>", { view: "forms" }],
  ["#https://real-bank.example", { view: "forms" }],
])("«%s» names a view", (hash, route) => {
  expect(readRoute(hash)).toEqual(route);
});

test("links are read as they were written", () => {
  expect(readRoute(routeHash("form", "qr-swap"))).toEqual({ view: "form", id: "qr-swap" });
  expect(readRoute(routeHash("forms"))).toEqual({ view: "forms" });
});
