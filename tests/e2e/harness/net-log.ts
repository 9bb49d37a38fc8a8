import { readFileSync } from "node:fs";

/** A request that Chromium started, by its own log. */
export interface LoggedRequest {
  method: string;
  url: string;
  /** Origin of the page or worker that asked, or "not an origin" for the browser itself. */
  initiator: string;
  /** True where a tab goes to the address, as a person chose. */
  navigation: boolean;
}

interface LogEvent {
  type: number;
  params?: { method?: string; url?: string; initiator?: string; request_type?: string };
}

/**
 * Reads the file that Chromium writes with --log-net-log. It holds every request that reached the network layer,
 * of workers that no debugger was attached to as well. One event a line, the last line may be cut.
 */
export function readNetLog(file: string): LoggedRequest[] {
  const lines = readFileSync(file, "utf8").split("\n");
  const started = /"URL_REQUEST_START_JOB":(\d+)/.exec(lines[0] ?? "")?.[1];
  if (started === undefined) throw new Error(`${file} is not a net log`);
  const requests: LoggedRequest[] = [];
  for (const line of lines) {
    if (!line.includes(`"type":${started}}`) || !line.includes('"initiator"')) continue;
    const { params } = JSON.parse(line.replace(/[,\]}]*$/, "}")) as LogEvent;
    if (params?.url === undefined) continue;
    requests.push({
      method: params.method ?? "",
      url: params.url,
      initiator: params.initiator ?? "",
      navigation: params.request_type === "main frame",
    });
  }
  return requests;
}
