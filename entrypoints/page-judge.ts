import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { createQuestionJudge } from "../src/extension/page-judge/judge-question.ts";
import { serveJudgeWorker } from "../src/extension/platform/judge-worker.ts";

export default defineUnlistedScript(() => serveJudgeWorker(createQuestionJudge()));
