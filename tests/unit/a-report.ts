import type { Report } from "../../src/core/report/report.ts";
import type { QueuedReport } from "../../src/extension/messages.ts";

/** A report that says no more than it must. */
export function aReport(changes: Partial<Report> = {}): Report {
  return {
    version: 2,
    id: "6f1c1f9e-3f0a-4a51-9c7d-0d5b6f3f8a11",
    kind: "scam",
    code: null,
    url: "https://evil.example/",
    form: null,
    note: "",
    impersonated: null,
    arrivedBy: null,
    phones: [],
    accounts: [],
    lost: null,
    happenedOn: null,
    happenedTime: null,
    commune: null,
    province: null,
    contact: null,
    evidence: null,
    screenshot: null,
    writtenAt: "2026-11-24T03:00:00.000Z",
    feedVersion: 1,
    extensionVersion: "0.1.0",
    ...changes,
  };
}

/** The same in the queue of a browser, sent unless told otherwise. */
export function aQueuedReport(
  report: Report = aReport(),
  changes: Partial<QueuedReport> = {},
): QueuedReport {
  return {
    report,
    pictured: false,
    status: "sent",
    receipt: "TT-4F7K-9Q2M",
    problem: null,
    decision: null,
    news: false,
    ...changes,
  };
}

/** The smallest JPEG: one grey pixel, as base64. */
export const TINY_JPEG =
  "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQH/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAAP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AP//Z";

/** A JPEG of this length, as base64. */
export function jpegOfLength(bytes: number): string {
  const tiny = Buffer.from(TINY_JPEG, "base64");
  const padding = Buffer.alloc(bytes - tiny.length, 0x2a);
  return Buffer.concat([tiny.subarray(0, -2), padding, tiny.subarray(-2)]).toString("base64");
}
