import { describe, expect, it } from "vitest";
import type { Hotline } from "../../../../src/core/awareness/contact-points.ts";
import { type Contact, indexContacts } from "../../../../src/core/contact/contact-list.ts";
import {
  type ContactQuery,
  type ContactVerdict,
  judgeContact,
} from "../../../../src/core/contact/judge-contact.ts";
import { officialNumbers } from "../../../../src/core/contact/official-numbers.ts";
import { readPhone } from "../../../../src/core/contact/phone.ts";

const facts = { form: null, since: "2026-11-02", source: "Nguồn thử", note: "" };
const LISTED: Contact[] = [
  { kind: "phone", number: "0912345678", ...facts, form: "fake-police-court" },
  { kind: "account", number: "190345678910", bank: "Techcombank", ...facts },
  { kind: "account", number: "5555666677", bank: null, ...facts },
];

describe("a number", () => {
  it("that is listed is stopped, with source, day and form", () => {
    const { level, reasons } = phone("+84 912 345 678");
    expect(level).toBe("block");
    expect(reasons).toEqual([
      { code: "listed", as: "phone", bank: null, source: "Nguồn thử", since: "2026-11-02" },
      { code: "form", form: "fake-police-court" },
    ]);
  });

  it("of which nothing is known is never more than that", () => {
    expect(phone("0987654321")).toMatchObject({
      level: "none",
      reasons: [{ code: "nothing-known" }],
    });
  });

  it("of an organisation that confirmed it is official, with its name", () => {
    const { level, reasons, bank } = phone("1900 54 54 13");
    expect(level).toBe("official");
    expect(bank).toBe("Vietcombank");
    expect(reasons).toMatchObject([{ code: "official", name: { vi: "Vietcombank" } }]);
  });

  it("that only hearsay gives to an organisation earns no green", () => {
    expect(phone("156")).toMatchObject({ level: "none", reasons: [{ code: "said-official" }] });
  });

  it("that an organisation calls from earns no green either, since callers can forge it", () => {
    expect(phone("024 3768 3683")).toMatchObject({
      level: "none",
      reasons: [{ code: "said-official", name: { vi: "TPBank" } }],
    });
  });

  it.each(["+84 113", "+113", "0113", "00113", "84113"])(
    "that imitates 113 is warned of: %s",
    (n) => {
      expect(phone(n)).toMatchObject({
        level: "warn",
        reasons: [{ code: "imitates", number: "113" }, {}],
      });
    },
  );

  it("from abroad says from where", () => {
    expect(phone("+855 12 345 678").reasons[0]).toEqual({
      code: "foreign",
      callingCode: "+855",
      region: "KH",
    });
    expect(phone("+1 212 555 0100").reasons[0]).toEqual({
      code: "foreign",
      callingCode: "+1",
      region: null,
    });
  });

  it.each([
    ["1900 292 900", "premium"],
    ["8077", "short"],
    ["01342345678", "odd"],
  ])("%s is told to be of an unusual kind", (n, code) => {
    expect(phone(n)).toMatchObject({ level: "none", reasons: [{ code }, {}] });
  });
});

describe("an account", () => {
  it("that is listed is stopped, and its bank is the one to call", () => {
    const verdict = account("190345678910", null);
    expect(verdict).toMatchObject({ level: "block", bank: "Techcombank" });
    expect(account("190345678910", "Techcombank").level).toBe("block");
  });

  it("of another bank with the same digits is warned of, not stopped", () => {
    expect(account("190345678910", "MB Bank")).toMatchObject({
      level: "warn",
      bank: "MB Bank",
      reasons: [{ code: "other-bank", bank: "Techcombank" }, { code: "nothing-known" }],
    });
  });

  it("that was listed without a bank is stopped at each", () => {
    expect(account("5555666677", "MB Bank").level).toBe("block");
  });

  it("that is a listed phone number is stopped: wallets go by such", () => {
    expect(account("0912345678", "MoMo").level).toBe("block");
  });
});

it("without a list says so, instead of that nothing is known", () => {
  const verdict = judgeContact(
    { kind: "phone", number: "0987654321" },
    { list: null, official: new Map() },
  );
  expect(verdict).toMatchObject({ level: "none", reasons: [{ code: "no-list" }] });
});

function phone(written: string): ContactVerdict {
  return judge({ kind: "phone", number: readPhone(written)?.number ?? "" });
}

function account(number: string, bank: string | null): ContactVerdict {
  return judge({ kind: "account", number, bank });
}

function judge(query: ContactQuery): ContactVerdict {
  return judgeContact(query, { list: indexContacts(LISTED), official: officialNumbers(HOTLINES) });
}

const HOTLINES = [
  hotline("113", "Cảnh sát 113", null, "B"),
  hotline("156", "Đầu số 156", null, "C"),
  hotline("1900 54 54 13", "Vietcombank", "Vietcombank", "A"),
  { ...hotline("024 3768 3683", "TPBank", "TPBank", "A"), callsOut: true },
];

function hotline(
  number: string,
  name: string,
  brand: string | null,
  confidence: Hotline["confidence"],
): Hotline {
  const text = { vi: name, en: name };
  return {
    id: `line-${number.replace(/\D/g, "")}`,
    number,
    name: text,
    purpose: text,
    brand,
    confidence,
    lastConfirmed: "2026-01-01",
    notConfirmedSince: null,
    forms: [],
    audience: [],
    sector: [],
    provinces: [],
    sources: [],
    date: "2026-01-01",
  };
}
