// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, type MockInstance, test, vi } from "vitest";
import {
  liftOnClearedHost,
  liftShield,
  raiseShield,
  type ShieldNeeds,
} from "../../../../src/extension/guard/shield.ts";
import vietnamese from "../../../../src/locales/guard/vi.json" with { type: "json" };
import { fakeAbortTimers } from "./fake-abort-timers.ts";

let ask: ReturnType<typeof vi.fn<ShieldNeeds["ask"]>>;
let warned: string[];
let revealed: number;
let typed: string[];
let orphaned: boolean;
let escaped: boolean;
/** True: the document escaped the rules by a way that a cleared host is spared the question for. */
let sparable: boolean;
let attachShadow: MockInstance<Element["attachShadow"]>;

beforeEach(() => {
  vi.useFakeTimers();
  fakeAbortTimers();
  document.documentElement.innerHTML =
    '<head></head><body><input id="otp" autocomplete="one-time-code"><input id="name"></body>';
  ask = vi.fn<ShieldNeeds["ask"]>();
  warned = [];
  revealed = 0;
  typed = [];
  orphaned = false;
  escaped = false;
  sparable = false;
  attachShadow = vi.spyOn(Element.prototype, "attachShadow");
});
afterEach(() => {
  liftShield();
  attachShadow.mockRestore();
  vi.useRealTimers();
});

function raise(): void {
  raiseAlone();
  // The page's own listener comes later than the shield's.
  listen();
}

function raiseAlone(): void {
  raiseShield(
    () => ({
      ask,
      orphaned: () => orphaned,
      text: () => (word) => vietnamese[`guard.${word}`],
      warn: (url) => warned.push(url),
    }),
    () => revealed++,
    { escaped: (cleared) => escaped && !(sparable && cleared) },
  );
}

const note = (event: Event) => typed.push((event.target as Element).id);
const listen = () => window.addEventListener("keydown", note, true);
afterEach(() => window.removeEventListener("keydown", note, true));

/** What the bar tells the person; the page itself can't read it. */
const barSays = () => {
  const host = document.documentElement.lastElementChild;
  const at = attachShadow.mock.contexts.lastIndexOf(host);
  return attachShadow.mock.results[at]?.value.textContent ?? null;
};

const coverElement = () => document.documentElement.querySelector(":scope > style");
const isCovered = () => coverElement() !== null;

/** As it is while the browser parses a page. */
function isBeingParsed(): void {
  vi.spyOn(document, "readyState", "get").mockReturnValue("loading");
  Object.defineProperty(document, "contentType", { value: "text/html", configurable: true });
}
afterEach(() => {
  vi.restoreAllMocks();
  Reflect.deleteProperty(document, "contentType");
});

function type(id: string): void {
  const key = new KeyboardEvent("keydown", {
    key: "1",
    bubbles: true,
    cancelable: true,
    composed: true,
  });
  document.getElementById(id)?.dispatchEvent(key);
}

describe("the shield", () => {
  test("lifted in the same tick leaves no trace and asks nobody", async () => {
    raise();
    expect(isCovered()).toBe(true);
    liftShield();
    expect(isCovered()).toBe(false);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(isCovered()).toBe(false);
    expect(ask).not.toHaveBeenCalled();
    type("otp");
    expect(typed).toEqual(["otp"]);
    expect(revealed).toBe(1);
  });

  test("covers the page and keeps input from it until the background answers", async () => {
    let answer: (value: { action: "reveal" }) => void = () => undefined;
    ask.mockReturnValue(new Promise((resolve) => (answer = resolve)));
    raise();
    await vi.advanceTimersByTimeAsync(500);
    type("otp");
    expect([isCovered(), typed]).toEqual([true, []]);
    answer({ action: "reveal" });
    await vi.advanceTimersByTimeAsync(1);
    type("otp");
    expect([isCovered(), typed]).toEqual([false, ["otp"]]);
  });

  test("does not touch a page that is being parsed and is lifted before anything is in it", async () => {
    isBeingParsed();
    raise();
    expect(isCovered()).toBe(false);
    liftShield();
    document.body.append("chữ");
    await vi.advanceTimersByTimeAsync(5_000);
    type("otp");
    expect([isCovered(), ask.mock.calls.length, typed, revealed]).toEqual([false, 0, ["otp"], 1]);
  });

  test("covers a page that the rules may never have met, though they are in force, until the background answers", async () => {
    isBeingParsed();
    escaped = true;
    let answer: (value: { action: "reveal" }) => void = () => undefined;
    ask.mockReturnValue(new Promise((resolve) => (answer = resolve)));
    raiseAlone();
    liftShield();
    document.body.append("chữ");
    await vi.advanceTimersByTimeAsync(1);
    listen();
    type("otp");
    expect([isCovered(), typed, revealed]).toEqual([true, [], 0]);
    answer({ action: "reveal" });
    await vi.advanceTimersByTimeAsync(1);
    type("otp");
    expect([isCovered(), typed, revealed]).toEqual([false, ["otp"], 1]);
  });

  test("stays on a page that was covered before the rules were in force and may never have met them", async () => {
    escaped = true;
    ask.mockReturnValue(new Promise(() => undefined));
    raise();
    liftShield();
    type("otp");
    expect([isCovered(), typed, revealed]).toEqual([true, [], 0]);
    escaped = false;
  });

  for (const order of [
    [liftShield, liftOnClearedHost],
    [liftOnClearedHost, liftShield],
  ]) {
    const names = order.map(({ name }) => name).join(", ");
    test(`is lifted without a question on a cleared host whose worker gave the page out (${names})`, async () => {
      isBeingParsed();
      escaped = true;
      sparable = true;
      raise();
      for (const run of order) run();
      document.body.append("chữ");
      await vi.advanceTimersByTimeAsync(5_000);
      expect([isCovered(), ask.mock.calls.length, revealed]).toEqual([false, 0, 1]);
    });
  }

  test("stays on a cleared host until rules are in force", async () => {
    ask.mockReturnValue(new Promise(() => undefined));
    raise();
    liftOnClearedHost();
    expect([isCovered(), revealed]).toEqual([true, 0]);
  });

  test("covers a page that is being parsed with the first thing in it, and holds its input", async () => {
    isBeingParsed();
    ask.mockReturnValue(new Promise(() => undefined));
    raiseAlone();
    document.body.append(document.createElement("script"));
    await Promise.resolve();
    listen();
    type("otp");
    expect([isCovered(), typed]).toEqual([true, []]);
  });

  test("asks before the first script of a page that is being parsed: one that shows a dialog lets nothing else run", async () => {
    isBeingParsed();
    ask.mockReturnValue(new Promise(() => undefined));
    raiseAlone();
    document.body.append(document.createElement("script"));
    // No timer has had its turn.
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();
    expect(ask).toHaveBeenCalledOnce();
  });

  test("comes back before the next paint when the page removes it", async () => {
    ask.mockReturnValue(new Promise(() => undefined));
    raise();
    expect(isCovered()).toBe(true);
    coverElement()?.remove();
    expect(isCovered()).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(isCovered()).toBe(true);
  });

  test("stays on a listed page", async () => {
    ask.mockResolvedValue({ action: "warn", url: "https://evil.example/" });
    raise();
    await vi.advanceTimersByTimeAsync(5_000);
    expect([isCovered(), warned, revealed]).toEqual([true, ["https://evil.example/"], 0]);
  });

  test("without an answer shows the page after a second, with its secret fields held", async () => {
    ask.mockReturnValue(new Promise(() => undefined));
    raise();
    await vi.advanceTimersByTimeAsync(999);
    expect(isCovered()).toBe(true);
    await vi.advanceTimersByTimeAsync(2);
    expect(isCovered()).toBe(false);
    type("otp");
    type("name");
    expect(typed).toEqual(["name"]);
    const bar = document.documentElement.lastElementChild;
    expect(bar?.tagName.toLowerCase()).toBe("div");
    // Closed: the page can neither read nor change what it says.
    expect(bar?.shadowRoot).toBeNull();
  });

  describe("whose extension was replaced meanwhile", () => {
    const gone = () => {
      orphaned = true;
      return Promise.reject(new Error("Extension context invalidated."));
    };
    const RELOAD = vietnamese["guard.reload"];

    test("asks no more, shows the page with its secret fields held, and says to reload it", async () => {
      ask.mockImplementation(gone);
      raise();
      await vi.advanceTimersByTimeAsync(1);
      expect([isCovered(), barSays()]).toEqual([false, RELOAD]);
      await vi.advanceTimersByTimeAsync(60_000);
      expect(ask).toHaveBeenCalledOnce();
      type("otp");
      type("name");
      expect([typed, barSays()]).toEqual([["name"], RELOAD]);
      expect(vi.getTimerCount()).toBe(0);
    });

    test("finds out even if a question is never settled, and says the new thing in place of the old", async () => {
      ask.mockReturnValue(new Promise(() => undefined));
      raise();
      await vi.advanceTimersByTimeAsync(1_500);
      expect(barSays()).toBe(vietnamese["guard.unchecked"]);
      orphaned = true;
      await vi.advanceTimersByTimeAsync(1_000);
      expect(barSays()).toBe(RELOAD);
      expect(document.querySelectorAll("html > div")).toHaveLength(1);
      type("otp");
      expect(typed).toEqual([]);
    });
  });

  test("gives the fields back when the answer comes late", async () => {
    let answer: (value: { action: "reveal" }) => void = () => undefined;
    ask.mockReturnValue(new Promise((resolve) => (answer = resolve)));
    raise();
    await vi.advanceTimersByTimeAsync(1_500);
    answer({ action: "reveal" });
    await vi.advanceTimersByTimeAsync(1);
    type("otp");
    expect(typed).toEqual(["otp"]);
    expect(document.documentElement.lastElementChild?.tagName.toLowerCase()).toBe("body");
  });

  test("of a page that the browser loads in advance asks once somebody goes there, and not before", async () => {
    const shown = { prerendering: true };
    Object.defineProperty(document, "prerendering", {
      configurable: true,
      get: () => shown.prerendering,
    });
    ask.mockResolvedValue({ action: "reveal" });
    raise();
    await vi.advanceTimersByTimeAsync(5_000);
    expect([ask.mock.calls.length, isCovered(), barSays()]).toEqual([0, true, null]);
    shown.prerendering = false;
    document.dispatchEvent(new Event("prerenderingchange"));
    await vi.advanceTimersByTimeAsync(1);
    expect([ask.mock.calls.length, isCovered()]).toEqual([1, false]);
    Reflect.deleteProperty(document, "prerendering");
  });

  test("asks again while the background is starting", async () => {
    ask.mockRejectedValueOnce(new Error("Could not establish connection"));
    ask.mockResolvedValueOnce(undefined);
    ask.mockResolvedValueOnce({ action: "reveal" });
    raise();
    await vi.advanceTimersByTimeAsync(900);
    expect(ask).toHaveBeenCalledTimes(3);
    expect(isCovered()).toBe(false);
  });
});
