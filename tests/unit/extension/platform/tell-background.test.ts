import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { tellBackground } from "../../../../src/extension/platform/tell-background.ts";

const sendMessage = vi.fn();

const DEAD = "The message port closed before a response was received.";

beforeEach(() => {
  sendMessage.mockReset();
  vi.stubGlobal("chrome", { runtime: { sendMessage } });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test("what a dying background took along is told once more", async () => {
  sendMessage.mockRejectedValueOnce(new Error(DEAD)).mockResolvedValueOnce({ ok: true });
  await tellBackground({ type: "banner", event: "leave" });
  expect(sendMessage).toHaveBeenCalledTimes(2);
});

test("what was heard is not told again", async () => {
  sendMessage.mockResolvedValue({ ok: true });
  await tellBackground({ type: "banner", event: "leave" });
  expect(sendMessage).toHaveBeenCalledTimes(1);
});

test("a page notices nothing of an extension that is gone for good", async () => {
  sendMessage.mockRejectedValue(new Error("Extension context invalidated."));
  await tellBackground({ type: "banner", event: "leave" });
  expect(sendMessage).toHaveBeenCalledTimes(2);
});
