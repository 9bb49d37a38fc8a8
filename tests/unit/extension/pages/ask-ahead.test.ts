import { expect, test } from "vitest";
import { createAskAhead } from "../../../../src/extension/pages/ask-ahead.ts";
import { fakeBackground, STATE } from "./fake-background.ts";

test("what was asked ahead is asked once and answers the first who asks, and is asked anew after that", async () => {
  const background = fakeBackground({});
  const { ask, ahead } = createAskAhead(background.ask);
  ahead({ type: "state" });
  expect(background.asked).toHaveLength(1);
  expect(await ask({ type: "state" })).toEqual({ ok: true, answer: STATE });
  expect(background.asked).toHaveLength(1);
  await ask({ type: "state" });
  expect(background.asked).toHaveLength(2);
});

test("another question is not answered by it", async () => {
  const { ask, ahead } = createAskAhead(fakeBackground({ overrides: [] }).ask);
  ahead({ type: "state" });
  expect(await ask({ type: "overrides" })).toEqual({ ok: true, answer: [] });
});
