import { describe, expect, it } from "vitest";
import { evidenceOf } from "../../../../src/core/report/evidence-of.ts";
import { guessForm } from "../../../../src/core/report/guess-form.ts";
import { readReport } from "../../../../src/core/report/report.ts";
import type { Reason, Verdict } from "../../../../src/core/verdict/verdict.ts";
import { aReport } from "../../a-report.ts";

const verdict = (reasons: Reason[], more: Partial<Verdict> = {}): Verdict => ({
  level: "warn",
  scope: "page",
  source: "evidence",
  reasons,
  feedVersion: 1,
  ...more,
});

describe("the evidence of a page", () => {
  it("is codes alone: no name, no host and no text of the page goes along", () => {
    const evidence = evidenceOf(
      verdict([
        { code: "page-identity", name: "Nguyễn Văn A" },
        { code: "page-asks", asks: ["otp", "password"] },
        { code: "page-sink", sink: "telegram", target: "bi-mat.example" },
        { code: "page-presses", sign: "urgency" },
        { code: "listed", entry: "bi-mat.example", scope: "host", publisher: "A", since: null },
        { code: "look-alike", class: "word", brand: "B", label: "bi-mat" } as unknown as Reason,
      ]),
    );
    expect(evidence).toEqual({
      level: "warn",
      reasons: [
        "page-identity",
        "page-asks:otp",
        "page-asks:password",
        "page-sink:telegram",
        "page-presses:urgency",
        "listed:host",
        "look-alike:word",
      ],
    });
    expect(readReport(aReport({ evidence })).ok).toBe(true);
  });
});

describe("the guessed form of scam", () => {
  it.each<[string, Reason[], string | null]>([
    ["guaranteed profit", [{ code: "page-presses", sign: "guaranteed-return" }], "fake-investment"],
    ["paid tasks", [{ code: "wording", wording: "task-pay" }], "online-task-job"],
    ["a borrowed name", [{ code: "imitates", brand: "Shopee" }], "fake-agency-website"],
    ["EVN's name", [{ code: "imitates", brand: "EVN" }], "fake-evn"],
    ["a message in a bank's", [{ code: "brand-elsewhere", brand: "ACB" }], "fake-bank-biometric"],
    [
      "a page in an office's",
      [{ code: "page-identity", name: "Chi cục Thuế" }],
      "fake-tax-officer",
    ],
    [
      "a listed gambling site",
      [{ code: "category", category: "gambling" }],
      "gambling-black-credit-links",
    ],
    ["nothing", [{ code: "nothing-known" }], null],
  ])("follows from %s", (_, reasons, form) => {
    expect(guessForm(verdict(reasons))).toBe(form);
  });

  it("is the list's own word where it has one", () => {
    expect(guessForm(verdict([{ code: "imitates", brand: "EVN" }], { form: "fake-evn" }))).toBe(
      "fake-evn",
    );
  });
});
