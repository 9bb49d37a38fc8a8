import type { JudgeWorker } from "../page-judge/judge-pool.ts";
import type { JudgeAnswer, JudgeQuestion } from "../page-judge/question.ts";

/** Starts a worker that judges pages, from a document of the extension. See entrypoints/page-judge.ts. */
export function spawnJudgeWorker(): JudgeWorker {
  const worker = new Worker("/page-judge.js");
  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        worker.onmessage = ({ data }: MessageEvent<JudgeAnswer>) => resolve(data);
        worker.onerror = ({ message }) => reject(new Error(message || "the page judge failed"));
        worker.postMessage(question);
      }),
    end: () => worker.terminate(),
  };
}

/** Answers what is asked of this worker; what it throws reaches the asker as an error. */
export function serveJudgeWorker(judge: (question: JudgeQuestion) => JudgeAnswer): void {
  globalThis.onmessage = ({ data }: MessageEvent<JudgeQuestion>) => {
    globalThis.postMessage(judge(data));
  };
}
