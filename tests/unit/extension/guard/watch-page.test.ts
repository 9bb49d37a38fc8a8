// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { PageFacts } from "../../../../src/core/evidence/page-facts.ts";
import { watchPage } from "../../../../src/extension/guard/collect/watch-page.ts";

let reports: PageFacts[];
let stop: () => void;

beforeEach(() => {
  document.documentElement.innerHTML = "<head></head><body></body>";
  reports = [];
});
afterEach(() => stop());

function watch(): void {
  stop = watchPage(document, {
    shadowRootOf: ({ shadowRoot }) => shadowRoot,
    report: (facts) => reports.push(facts),
  });
}

const settled = (count: number) =>
  vi.waitFor(() => expect(reports).toHaveLength(count), { timeout: 20_000, interval: 20 });
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test("a page that asks for something is reported once", async () => {
  document.body.innerHTML = "<label>Mật khẩu<input type=password></label>";
  watch();
  await settled(1);
  expect(reports[0]?.fields).toMatchObject([{ label: "Mật khẩu" }]);
});

test("a page that asks for nothing is never reported", async () => {
  document.body.innerHTML = "<article><p>Tin tức hôm nay</p></article>";
  watch();
  await pause(300);
  document.body.append("thêm chữ");
  await pause(1_500);
  expect(reports).toEqual([]);
});

test("an ask that comes late is reported", async () => {
  document.body.innerHTML = "<p>Đang kết nối…</p>";
  watch();
  await pause(300);
  expect(reports).toEqual([]);
  document.body.innerHTML = "<label>Mã OTP<input></label>";
  await settled(1);
});

test("an ask that comes late inside a shadow tree is reported", async () => {
  document.body.innerHTML = "<x-box></x-box>";
  const root = document.querySelector("x-box")?.attachShadow({ mode: "open" });
  watch();
  await pause(300);
  if (root) root.innerHTML = "<label>Mã OTP<input></label>";
  await settled(1);
});

test("a page that changes without end is looked at a handful of times", async () => {
  document.body.innerHTML = "<label>Mật khẩu<input type=password></label>";
  watch();
  const flood = setInterval(() => {
    document.body.append(document.createElement("input"));
  }, 5);
  await pause(6_000);
  clearInterval(flood);
  expect(reports.length).toBeGreaterThan(1);
  expect(reports.length).toBeLessThanOrEqual(8);
}, 30_000);

test("nothing is reported after the watch has ended", async () => {
  document.body.innerHTML = "<input type=password>";
  watch();
  stop();
  await pause(300);
  expect(reports).toEqual([]);
});
