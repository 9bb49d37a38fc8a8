import type { Alert } from "../../../src/core/awareness/alert.ts";

const DAY = 86_400_000;
const day = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

/**
 * An alert for everybody, given yesterday and in force.
 *
 * @param name part of its id and its words
 */
export function testAlert(name: string, about: Partial<Alert> = {}): Alert {
  const both = (text: string) => ({ vi: text, en: `${text} (en)` });
  return {
    id: `alert-${name}`,
    forms: ["fake-evn"],
    audience: [],
    sector: [],
    provinces: [],
    sources: ["s69"],
    date: day(-1),
    validUntil: day(20),
    severity: "normal",
    issuer: both("Cơ quan thử nghiệm"),
    title: both(`Cảnh báo thử ${name}`),
    body: both(`Nội dung cảnh báo ${name}.`),
    ...about,
  };
}
