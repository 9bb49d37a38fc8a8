import { afterEach, expect, test } from "vitest";
import type { Answer } from "../../src/extension/messages.ts";
import { until } from "../e2e/harness/until.ts";
import { aReport } from "../unit/a-report.ts";
import { protectedFirefox } from "./harness/firefox-world.ts";

const SIX_HOURS = 6 * 60 * 60_000;

const world = protectedFirefox({ hosts: ["bi-chan.example"] });

afterEach(() => {
  world().hub.mend();
});

test.each([500, "drop"] as const)(
  "a report waits while the hub is down (%s) and is sent once afterwards",
  async (how) => {
    const { hub, firefox } = world();
    const stored = hub.stored().length;
    hub.fail(how);
    const { status, problem } = await send(`https://dang-ngo.example/${how}`);
    expect(status).toBe("waiting");
    expect(problem).not.toBeNull();
    expect((await firefox.ask({ type: "state" })).reportsWaiting).toBe(1);

    hub.mend();
    await firefox.passTime(SIX_HOURS);

    await nothingWaits();
    // Whatever may have been left of it would go now.
    await firefox.passTime(SIX_HOURS);
    await firefox.ask({ type: "update-now" });
    expect(urls(hub.stored()).slice(stored)).toEqual([`https://dang-ngo.example/${how}`]);
  },
);

test("a report whose answer was lost is kept once by the hub and gets its receipt", async () => {
  const { hub, firefox } = world();
  const stored = hub.stored().length;
  const arrived = hub.arrived().length;
  hub.loseNextAnswer();
  await send("https://dang-ngo.example/mat-tra-loi");
  await firefox.passTime(SIX_HOURS);
  await nothingWaits();
  expect(hub.arrived().length).toBeGreaterThan(arrived + 1);
  expect(urls(hub.stored()).slice(stored)).toEqual(["https://dang-ngo.example/mat-tra-loi"]);
  const sent = (await firefox.ask({ type: "reports" })).find(({ report }) =>
    report.url?.endsWith("/mat-tra-loi"),
  );
  expect(sent?.receipt).toMatch(/^TT-/);
});

test("a report that waits outlives the browser, and a power cut", async () => {
  const { hub } = world();
  const stored = hub.stored().length;
  hub.fail("drop");
  await send("https://dang-ngo.example/qua-dem");
  await world().restart();
  expect((await world().firefox.ask({ type: "state" })).reportsWaiting).toBe(1);
  await world().crash();
  expect((await world().firefox.ask({ type: "state" })).reportsWaiting).toBe(1);
  hub.mend();
  await world().firefox.passTime(SIX_HOURS);
  await nothingWaits();
  expect(urls(hub.stored()).slice(stored)).toEqual(["https://dang-ngo.example/qua-dem"]);
});

function send(url: string): Promise<Answer<"send-report">> {
  return world().firefox.ask({
    type: "send-report",
    isPrivate: false,
    report: aReport({
      id: crypto.randomUUID(),
      url,
      writtenAt: new Date().toISOString(),
      feedVersion: 0,
    }),
  });
}

function urls(reports: readonly { url: string | null }[]): (string | null)[] {
  return reports.map(({ url }) => url);
}

/** The queue is empty, once its alarm has rung: when it is set depends on how fast the background is. */
async function nothingWaits(): Promise<void> {
  const { firefox } = world();
  await until("no report waits", async () => {
    await firefox.ringAlarms();
    return (await firefox.ask({ type: "state" })).reportsWaiting === 0 || null;
  });
}
