import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Report } from "../../../src/core/report/report.ts";
import { type HubSettings, type RunningHub, startHub } from "../../../src/hub/start-hub.ts";
import { aReport } from "../a-report.ts";

export interface HubForTest extends RunningHub {
  dataFolder: string;
  feedFolder: string;
  /** Lines the operator saw. */
  logged: string[];
  send(body: unknown, headers?: Record<string, string>): Promise<Response>;
}

/** A real hub on a free port with empty folders, gone when the test ends. */
export async function hubForTest(settings: Partial<HubSettings> = {}): Promise<HubForTest> {
  const folder = await folderForTest();
  const dataFolder = settings.dataFolder ?? join(folder, "data");
  const feedFolder = settings.feedFolder ?? join(folder, "feed");
  await mkdir(feedFolder, { recursive: true });
  const logged: string[] = [];
  const hub = await startHub({
    host: "127.0.0.1",
    port: 0,
    ...settings,
    dataFolder,
    feedFolder,
    log: (line) => logged.push(line),
  });
  let stopped = false;
  const stop = async (): Promise<void> => {
    if (stopped) return;
    stopped = true;
    await hub.stop();
  };
  onTestFinished(stop);
  return {
    ...hub,
    stop,
    dataFolder,
    feedFolder,
    logged,
    send: (body, headers = {}) =>
      fetch(`${hub.url}/v1/reports`, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body:
          typeof body === "string" || body instanceof Uint8Array
            ? (body as BodyInit)
            : JSON.stringify(body),
      }),
  };
}

export async function folderForTest(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "tinhtao-hub-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

let drawn = 0;

/** A report that the hub takes; each has an id of its own. */
export function reportForTest(changes: Partial<Report> = {}): Report {
  drawn += 1;
  return aReport({
    id: `0b4e1c9a-5d0f-4c3b-9f66-${String(drawn).padStart(12, "0")}`,
    url: "https://vietcombank-xacthuc.example/dang-nhap",
    form: "bank-impersonation",
    note: "Họ nhắn tin đòi mã OTP.",
    writtenAt: "2026-11-12T03:04:05Z",
    feedVersion: 7,
    ...changes,
  });
}
