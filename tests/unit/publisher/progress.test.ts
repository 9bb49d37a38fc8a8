import { describe, expect, it } from "vitest";
import { createProgress } from "../../../src/publisher/progress.ts";

function watched(isTTY: boolean) {
  let time = 0;
  let text = "";
  const progress = createProgress({ isTTY, write: (part) => (text += part) }, () => time);
  return { progress, wait: (ms: number) => (time += ms), text: () => text };
}

describe("progress", () => {
  it("is a line a stage in a log, with a sign of life when one takes long", () => {
    const { progress, wait, text } = watched(false);
    const stage = progress.stage("read x");
    wait(500);
    stage.update("1 line");
    wait(11_000);
    stage.update("2 lines");
    progress.note("warning: odd");
    wait(500);
    stage.done("3 lines");
    expect(text()).toBe(
      "read x: 2 lines (11.5 s so far)\nwarning: odd\nread x: 3 lines (12.0 s)\n",
    );
  });

  it("rewrites its line on a terminal, and keeps notes above it", () => {
    const { progress, wait, text } = watched(true);
    const stage = progress.stage("read x");
    wait(200);
    stage.update("1 line");
    progress.note("warning: odd");
    stage.done("2 lines");
    const clear = "\r\u001b[K";
    expect(text()).toBe(
      `read x: … (0.0 s)${clear}read x: 1 line (0.2 s)${clear}warning: odd\nread x: 1 line (0.2 s)${clear}read x: 2 lines (0.2 s)\n`,
    );
  });
});
