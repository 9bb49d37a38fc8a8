import { browser } from "wxt/browser";
import { createJudgePool } from "../page-judge/judge-pool.ts";
import type { JudgeAnswer, JudgePage, JudgeQuestion } from "../page-judge/question.ts";
import { spawnJudgeWorker } from "./judge-worker.ts";

/** The document that holds the workers where the background is a worker itself (Chromium). */
const HOST_PAGE = "/judge-host.html";
/** Longest wait, in milliseconds, for the document to take a question, and for the answer. */
const TAKE_LIMIT = 1_000;
const ANSWER_LIMIT = 20_000;

/** Of a service worker's own world: TypeScript's library of documents, which the rest needs, has no word of it. */
interface WorkerWorld {
  clients: {
    matchAll(of: { type: "window"; includeUncontrolled: true }): Promise<HostPage[]>;
  };
}
interface HostPage {
  url: string;
  postMessage(job: Job, transfer: Transferable[]): void;
}

interface Job {
  question: JudgeQuestion;
  client: string;
}
type Reply = "taken" | { answer: JudgeAnswer | null };

/** Judges pages where a judgement can be ended: a service worker can start no worker of its own, a document can. */
export function browserJudgePage(kind: "chromium" | "firefox"): JudgePage {
  if (kind === "firefox") return judgePool(() => undefined);
  return async (question, client) => {
    const job = { question, client };
    // A document that was about to close itself takes nothing any more.
    return (await askHost(job)) ?? (await askHost(job)) ?? null;
  };
}

/** Serves the background from the document that holds the workers. It closes when there is nothing left to do. */
export function serveJudgeHost(): void {
  const judge = judgePool(() => window.close());
  navigator.serviceWorker.onmessage = async ({ data, ports: [port] }: MessageEvent<Job>) => {
    const reply = (what: Reply) => port?.postMessage(what);
    reply("taken");
    reply({ answer: await judge(data.question, data.client) });
  };
  navigator.serviceWorker.startMessages();
}

const judgePool = (idle: () => void): JudgePage =>
  createJudgePool({
    spawn: spawnJudgeWorker,
    idle,
    now: () => performance.now(),
    log: (error) => console.error("Tỉnh Táo", error),
  });

/** @returns undefined if nobody took the job */
async function askHost(job: Job): Promise<JudgeAnswer | null | undefined> {
  const host = await judgeHost();
  if (host === undefined) return undefined;
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    let timer = setTimeout(end, TAKE_LIMIT);
    function end(answer?: JudgeAnswer | null): void {
      clearTimeout(timer);
      port1.close();
      resolve(answer);
    }
    port1.onmessage = ({ data }: MessageEvent<Reply>) => {
      if (data !== "taken") return end(data.answer);
      clearTimeout(timer);
      timer = setTimeout(end, ANSWER_LIMIT, null);
    };
    host.postMessage(job, [port2]);
  });
}

let opening: Promise<void> | null = null;

async function judgeHost(): Promise<HostPage | undefined> {
  opening ??= openHost().finally(() => {
    opening = null;
  });
  await opening;
  const pages = await (globalThis as unknown as WorkerWorld).clients.matchAll({
    type: "window",
    includeUncontrolled: true,
  });
  return pages.find(({ url }) => new URL(url).pathname === HOST_PAGE);
}

async function openHost(): Promise<void> {
  if (await browser.offscreen.hasDocument()) return;
  await browser.offscreen.createDocument({
    url: HOST_PAGE,
    reasons: ["WORKERS"],
    justification: "Pages are judged in a worker that can be ended.",
  });
}
