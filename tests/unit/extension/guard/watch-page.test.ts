// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import type { PageFacts } from "../../../../src/core/evidence/page-facts.ts";
import { watchPage } from "../../../../src/extension/guard/collect/watch-page.ts";
import { fakeAbortTimers } from "./fake-abort-timers.ts";

// Every browser but Firefox before 147 has it, happy-dom not; the guard takes hold of it as it starts.
const entries = vi.hoisted(() => {
  const entries = new EventTarget();
  vi.stubGlobal("navigation", entries);
  return entries;
});

let reports: PageFacts[];

beforeEach(() => {
  document.documentElement.innerHTML = "<head></head><body></body>";
  reports = [];
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval"] });
  fakeAbortTimers();
  // Every browser has it, happy-dom not.
  vi.stubGlobal("requestIdleCallback", (then: () => void) => setTimeout(then, 50));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function watch(): void {
  // What watches the pages of earlier tests reports to them.
  const own = reports;
  watchPage(document, {
    shadowRootOf: ({ shadowRoot }) => shadowRoot,
    report: (facts) => own.push(facts),
  });
}

/** Lets the page live for so long, its collectors' slices and the DOM's own events between the timers. */
async function pass(milliseconds: number): Promise<void> {
  for (let passed = 0; passed < milliseconds; passed += 50) {
    await vi.advanceTimersByTimeAsync(50);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

test("a page that asks for something is reported once", async () => {
  document.body.innerHTML = "<label>Mật khẩu<input type=password></label>";
  watch();
  await pass(10_000);
  expect(reports).toHaveLength(1);
  expect(reports[0]?.fields).toMatchObject([{ label: "Mật khẩu" }]);
});

test("a page that asks for nothing is never reported", async () => {
  document.body.innerHTML = "<article><p>Tin tức hôm nay</p></article>";
  watch();
  await pass(300);
  document.body.append("thêm chữ");
  await pass(10_000);
  expect(reports).toEqual([]);
});

test("an ask that comes late is reported", async () => {
  document.body.innerHTML = "<p>Đang kết nối…</p>";
  watch();
  await pass(300);
  expect(reports).toEqual([]);
  document.body.innerHTML = "<label>Mã OTP<input></label>";
  await pass(2_000);
  expect(reports).toHaveLength(1);
});

test("words and fields that are written over in place, as frameworks do, are reported", async () => {
  document.body.innerHTML = "<label>Số điện thoại<input></label>";
  const [label, input] = document.querySelectorAll("label, input");
  watch();
  await pass(300);
  if (label?.firstChild) label.firstChild.nodeValue = "Mã OTP";
  await pass(2_000);
  expect(reports.at(-1)?.fields).toMatchObject([{ label: "Mã OTP", type: "text" }]);
  input?.setAttribute("type", "password");
  await pass(4_000);
  expect(reports.at(-1)?.fields).toMatchObject([{ label: "Mã OTP", type: "password" }]);
});

test("an ask that comes late inside a shadow tree is reported", async () => {
  document.body.innerHTML = "<x-box></x-box>";
  const root = document.querySelector("x-box")?.attachShadow({ mode: "open" });
  watch();
  await pass(300);
  if (root) root.innerHTML = "<label>Mã OTP<input></label>";
  await pass(2_000);
  expect(reports).toHaveLength(1);
});

describe("where only words change, as on a page of prices", () => {
  const tick = () => {
    const prices = document.querySelectorAll("b");
    const timer = setInterval(() => {
      for (const price of prices) price.append(".");
    }, 100);
    onTestFinished(() => clearInterval(timer));
  };

  test("a field that comes is reported by the next look", async () => {
    document.body.innerHTML = "<p>Vàng <b></b></p>";
    watch();
    tick();
    await pass(900);
    document.body.append(document.createElement("p"));
    document
      .querySelectorAll("p")[1]
      ?.insertAdjacentHTML("beforeend", "<label>Mã OTP<input></label>");
    await pass(500);
    expect(reports).toHaveLength(1);
  });

  test("words that ask are reported too, if later", async () => {
    document.body.innerHTML = "<p>Vàng <b></b></p>";
    watch();
    tick();
    await pass(900);
    document.querySelector("p")?.append(" Chuyển khoản vào số tài khoản: 0123 4567 8901");
    await pass(3_500);
    expect(reports).toHaveLength(1);
  });

  test("the last look sees them however late they come", async () => {
    document.body.innerHTML = "<p>Vàng <b></b></p>";
    watch();
    tick();
    await pass(32_000);
    document.querySelector("p")?.append(" Chuyển khoản vào số tài khoản: 0123 4567 8901");
    await pass(20_000);
    expect(reports).toHaveLength(1);
  });
});

test("a page that changes without end is looked at a handful of times", async () => {
  document.body.innerHTML = "<label>Mật khẩu<input type=password></label>";
  watch();
  let changes = 0;
  const flood = setInterval(() => {
    document.title = `${changes++}`;
    document.body.append(document.createElement("input"));
  }, 500);
  await pass(300_000);
  clearInterval(flood);
  expect(reports.length).toBeGreaterThan(1);
  expect(reports.length).toBeLessThanOrEqual(8);
});

test("what a press brings is reported however long a page has been changing", async () => {
  watch();
  const clock = setInterval(() => document.body.append("tích tắc"), 1_000);
  await pass(60_000);
  const press = (isTrusted: boolean) => {
    document.body.innerHTML = "<label>Mật khẩu<input type=password></label>";
    dispatchEvent(Object.defineProperty(new Event("click"), "isTrusted", { value: isTrusted }));
  };
  press(false);
  await pass(3_000);
  expect(reports).toEqual([]);
  press(true);
  await pass(3_000);
  expect(reports).toHaveLength(1);
  clearInterval(clock);
});

test("a page that becomes another one without loading is looked at anew", async () => {
  const goTo = (path: string) => {
    history.pushState({}, "", path);
    entries.dispatchEvent(new Event("currententrychange"));
  };
  watch();
  for (let second = 0; second < 90; second++) {
    document.body.append(document.createElement("p"));
    await pass(1_000);
  }
  document.body.innerHTML = "<label>Mật khẩu<input type=password></label>";
  await pass(20_000);
  expect(reports).toEqual([]);
  goTo("#dang-nhap");
  await pass(5_000);
  expect(reports).toEqual([]);
  goTo("/dang-nhap");
  await pass(5_000);
  expect(reports).toHaveLength(1);
});
