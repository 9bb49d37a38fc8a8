import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { type Contact, indexContacts } from "../../../../../src/core/contact/contact-list.ts";
import { type Checks, createChecks } from "../../../../../src/extension/background/check/checks.ts";
import type { ContentSource } from "../../../../../src/extension/background/told/content-source.ts";
import { createVerdicts } from "../../../../../src/extension/background/verdicts.ts";
import type { Answer } from "../../../../../src/extension/messages.ts";
import { SHIPPED } from "../../../core/awareness/shipped-content.ts";
import { brand, knowledge, knowledgeSource } from "../fakes/lists.ts";

const MODEL = readFileSync("src/content/message-model.json");
const LISTED: Contact[] = [
  {
    kind: "account",
    number: "190345678910",
    bank: "Ngân hàng",
    form: null,
    since: null,
    source: "Công an thử",
    note: "",
  },
];
const HOTLINE = {
  name: { vi: "Ngân hàng", en: "Ngân hàng" },
  number: "1900 1234",
  brand: "Ngân hàng",
  confidence: "A",
  lastConfirmed: "2026-01-01",
  notConfirmedSince: null,
  purpose: { vi: "x", en: "x" },
};

/** The bank calls from it, and nobody is to dial it. */
const CALLS_OUT = { ...HOTLINE, number: "024 3768 3683", callsOut: true };

let read: string[];
let check: Checks;

beforeEach(() => {
  read = [];
  const known = knowledge({
    hosts: ["evil.example"],
    brands: [brand("Vietcombank", ["vietcombank.com.vn"])],
  });
  const source = knowledgeSource(known);
  check = createChecks({
    knowledgeSource: source,
    verdicts: createVerdicts({
      knowledgeSource: source,
      overrides: {} as Parameters<typeof createVerdicts>[0]["overrides"],
    }),
    content: {
      read: (async () => ({
        content: { hotlines: [CALLS_OUT, HOTLINE], forms: SHIPPED.forms },
        damage: null,
      })) as unknown as ContentSource["read"],
      contacts: async () => indexContacts(LISTED),
    },
    pack: {
      async read(path) {
        read.push(path);
        return new Uint8Array(MODEL);
      },
    },
  });
});

describe("a check", () => {
  test("of a listed address blocks it, of an official one says whose it is", async () => {
    expect(await level("https://evil.example/x")).toBe("block");
    expect(await level("vietcombank.com.vn")).toBe("official");
    expect(await level("tiem-hoa.example")).toBe("none");
  });

  test("of an address alone warns of one that strongly resembles a brand, as the command line does", async () => {
    expect(await level("vietcombank-com-vn.top")).toBe("warn");
  });

  test("of an account names the bank to call", async () => {
    const answer = await check({ as: "account", number: "190345678910", bank: null });
    expect(answer).toMatchObject({
      as: "number",
      verdict: { level: "block", bank: "Ngân hàng" },
      hotline: { number: "1900 1234" },
    });
  });

  test("of a message finds the listed account in it", async () => {
    const answer = await message("Ban nho chuyen vao so tai khoan 1903 4567 8910 nhe");
    expect(answer).toMatchObject({
      as: "message",
      checked: { level: "block", contacts: [{ query: { number: "190345678910" } }] },
    });
  });

  test("of a message finds the listed address in it", async () => {
    const answer = await message("Moi ban vao https://evil.example/ nhan qua");
    expect(answer).toMatchObject({ as: "message", checked: { level: "block" } });
  });

  test("of a suspicious message names the form of scam that it sounds like, of any other none", async () => {
    const words = "EVN CSKH: hoan tien dien 386.000d, dien luc goi doa cat dien trong 24h";
    expect(await message(`${words} https://evil.example/`)).toMatchObject({
      lesson: { id: "fake-evn" },
    });
    for (const harmless of [
      "Mai nhà mình cúp điện, điện lực gọi rồi nhé",
      // The same words told as a story would name the form.
      "Điện lực gọi đòi cắt điện nhà tôi",
    ]) {
      expect(await message(harmless)).toMatchObject({ checked: { level: "none" }, lesson: null });
    }
  });

  test("reads the weights of messages when the first is asked about, and once", async () => {
    await level("https://evil.example/");
    expect(read).toEqual([]);
    await message("Xin chào, mai gặp nhé");
    await message("Xin chào, mai gặp nhé");
    expect(read).toEqual(["/message-model.json"]);
  });

  test.each(["🙏🙏", "您好，明天见", "xin chào", ""])(
    "of «%s» never calls it safe",
    async (text) => {
      expect(await message(text)).toMatchObject({ checked: { level: "none" } });
    },
  );
});

async function level(url: string) {
  const answer = await check({ as: "address", url });
  return answer.as === "address" && answer.answer.ok ? answer.answer.verdict.level : null;
}

function message(text: string): Promise<Answer<"check">> {
  return check({ as: "message", text });
}
