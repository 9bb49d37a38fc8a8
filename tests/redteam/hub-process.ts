import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished } from "vitest";
import { folderForTest, reportForTest } from "../unit/hub/hub-for-test.ts";

const MAIN = join(import.meta.dirname, "../../src/hub/main.ts");

/** A hub as an operator runs it: a process of its own. */
export interface HubProcess {
  url: string;
  feedFolder: string;
  /** Most memory that the process has had at once (resident set), in bytes. */
  peakMemory(): number;
  /** Files and sockets that the process holds. */
  openFiles(): number;
  /** Everything that the operator saw. */
  printed(): string;
  /** Opens sockets and writes the same bytes to each. Nobody reads what comes back. */
  flood(count: number, bytes: string | Uint8Array, from?: string): Promise<Socket[]>;
  /** Sends a report as a browser would. @returns the status of the answer */
  sendReport(signal: AbortSignal): Promise<number>;
}

/** Starts the hub; it ends with the test. @param files names below the feed's folder → content */
export async function hubProcess(
  files: Readonly<Record<string, string | Uint8Array>> = {},
  ...flags: string[]
): Promise<HubProcess> {
  const folder = await folderForTest();
  const feedFolder = join(folder, "feed");
  for (const part of ["metadata", "targets"])
    await mkdir(join(feedFolder, part), { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(feedFolder, name), content);
  }
  const options = ["--port", "0", "--data", join(folder, "data"), "--feed", feedFolder];
  const child = spawn(process.execPath, [MAIN, ...options, ...flags], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
    });
  }
  const ended = new Promise<void>((resolve) => child.on("close", () => resolve()));
  const sockets: Socket[] = [];
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    child.kill("SIGKILL");
    await ended;
  });
  await expect.poll(() => printed, { timeout: 20_000 }).toContain("Ctrl-C");
  const port = Number(/127\.0\.0\.1:(\d+)/.exec(printed)?.[1]);
  const proc = `/proc/${child.pid}`;
  return {
    url: `http://127.0.0.1:${port}`,
    feedFolder,
    peakMemory() {
      const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`${proc}/status`, "utf8"))?.[1];
      return Number(kilobytes) * 1024;
    },
    openFiles: () => readdirSync(`${proc}/fd`).length,
    printed: () => printed,
    async flood(count, bytes, from = "127.0.0.1") {
      const opened = await Promise.all(
        Array.from(
          { length: count },
          () =>
            new Promise<Socket>((resolve) => {
              const socket = connect({ port, host: "127.0.0.1", localAddress: from });
              sockets.push(socket);
              socket.pause();
              // The hub may close it at any time: that is what is hoped for.
              socket.on("error", () => resolve(socket));
              socket.on("connect", () => {
                socket.write(bytes);
                resolve(socket);
              });
            }),
        ),
      );
      return opened;
    },
    async sendReport(signal) {
      const answer = await fetch(`http://127.0.0.1:${port}/v1/reports`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(reportForTest()),
        signal,
      });
      return answer.status;
    },
  };
}
