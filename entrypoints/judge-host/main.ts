import { serveJudgeHost } from "../../src/extension/platform/judge-host.ts";

serveJudgeHost();
