import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createAsk } from "../../../../src/extension/pages/ask-background.ts";
import { STATE } from "./fake-background.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("an answer is passed on", async () => {
  const ask = createAsk(async () => STATE);
  expect(await ask({ type: "state" })).toEqual({ ok: true, answer: STATE });
});

test("a background that never answers is given up after five seconds", async () => {
  const asked = createAsk(() => new Promise(() => undefined))({ type: "state" });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(await asked).toEqual({ ok: false, failure: { code: "timeout" } });
});

test("an update may take longer than that", async () => {
  let given = false;
  const asked = createAsk(() => new Promise(() => undefined))({ type: "update-now" });
  void asked.then(() => {
    given = true;
  });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(given).toBe(false);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await asked).toMatchObject({ failure: { code: "timeout" } });
});

test.each([
  "Could not establish connection. Receiving end does not exist.",
  "The message port closed before a response was received.",
  "A listener indicated an asynchronous response by returning true, but the message channel closed before a response was received",
  "Promised response from onMessage listener went out of scope",
])("«%s» means that nobody listens", async (message) => {
  const ask = createAsk(() => Promise.reject(new Error(message)));
  expect(await ask({ type: "state" })).toEqual({ ok: false, failure: { code: "unreachable" } });
});

/** A background that dies while it answers the first question; the next one answers. */
function dying(answer: unknown) {
  let asked = 0;
  const ask = createAsk(async () => {
    asked++;
    if (asked === 1) throw new Error("The message port closed before a response was received.");
    return answer;
  });
  return { ask, asked: () => asked };
}

test("a question that a dying background took along is asked once more", async () => {
  const { ask, asked } = dying(STATE);
  expect(await ask({ type: "state" })).toEqual({ ok: true, answer: STATE });
  expect(asked()).toBe(2);
});

test("what would do its work twice is not asked again", async () => {
  const { ask, asked } = dying({ ok: true, until: 0 });
  expect(await ask({ type: "override", url: "https://a.example/" })).toMatchObject({ ok: false });
  expect(asked()).toBe(1);
});

test("an empty answer is a failure, not «nothing known»", async () => {
  const ask = createAsk(async () => undefined);
  expect(await ask({ type: "verdict", url: "https://a.example/" })).toEqual({
    ok: false,
    failure: { code: "unreachable" },
  });
});

test("any other error carries its own words", async () => {
  const ask = createAsk(() => Promise.reject(new Error("Extension context invalidated.")));
  expect(await ask({ type: "state" })).toEqual({
    ok: false,
    failure: { code: "refused", detail: "Extension context invalidated." },
  });
});
