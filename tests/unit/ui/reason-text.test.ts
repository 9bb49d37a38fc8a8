import { describe, expect, test } from "vitest";
import type { AskKind } from "../../../src/core/evidence/ask-kinds.ts";
import type { ConcealSign } from "../../../src/core/evidence/conceal-signs.ts";
import { PRESSURE } from "../../../src/core/evidence/pressure-words.ts";
import type { SinkSign } from "../../../src/core/evidence/sink-signs.ts";
import { TRAPS } from "../../../src/core/message/traps/trap.ts";
import { WORDINGS } from "../../../src/core/message/wording.ts";
import type { Reason } from "../../../src/core/verdict/verdict.ts";
import { reasonTexts } from "../../../src/ui/reason-text.ts";
import { createText } from "../../../src/ui/text.ts";

const vi = createText("vi");
const en = createText("en");

const LISTED: Reason = {
  code: "listed",
  entry: "evil.example",
  scope: "host",
  publisher: "hostsVN",
  since: "2026-11-12",
};
const PATH: Reason = { ...LISTED, entry: "sites.google.com/view/x", scope: "path" };

test.each<[string, Reason[], string[], string[]]>([
  [
    "a listed host",
    [LISTED],
    ["Có trong danh sách lừa đảo từ ngày 12/11/2026. Nguồn: hostsVN."],
    ["On the scam list since 12 November 2026. Source: hostsVN."],
  ],
  [
    "a listed host of unknown age",
    [{ ...LISTED, since: null }],
    ["Có trong danh sách lừa đảo. Nguồn: hostsVN."],
    ["It is on the scam list. Source: hostsVN."],
  ],
  [
    "a listed link says that the rest of the host is not blocked",
    [PATH],
    [
      "Riêng đường link này có trong danh sách lừa đảo từ ngày 12/11/2026. Nguồn: hostsVN. Các trang khác trên sites.google.com không bị chặn.",
    ],
    [
      "This very link has been on the scam list since 12 November 2026. Source: hostsVN. Other pages on sites.google.com are not blocked.",
    ],
  ],
  [
    "a gambling site is not called a scam",
    [LISTED, { code: "category", category: "gambling" }],
    [
      "Có trong danh sách trang cờ bạc từ ngày 12/11/2026. Nguồn: hostsVN.",
      "Máy này được cài đặt để chặn các trang cờ bạc.",
    ],
    [
      "On the list of gambling sites since 12 November 2026. Source: hostsVN.",
      "This computer is set to block gambling sites.",
    ],
  ],
  [
    "form and brand",
    [
      { code: "form", form: "sim-lock-threat" },
      { code: "imitates", brand: "Viettel" },
    ],
    [
      "Hình thức: “Dọa khóa SIM vì chưa chuẩn hóa thuê bao”.",
      "Mạo danh Viettel, không phải trang của Viettel.",
    ],
    ["Kind of scam: “SIM-lock threat”.", "It poses as Viettel, but it does not belong to Viettel."],
  ],
  [
    "an organisation's own domain",
    [{ code: "official", organisation: "Vietcombank", domain: "vietcombank.com.vn" }],
    ["vietcombank.com.vn là địa chỉ chính thức của Vietcombank."],
    ["vietcombank.com.vn is an official domain of Vietcombank."],
  ],
  [
    "a stranger's page on an organisation's domain",
    [{ code: "user-content", organisation: "Google", domain: "google.com" }],
    ["google.com là của Google, nhưng nội dung trang này do người dùng khác đăng."],
    ["google.com belongs to Google, but what stands on this page was put there by other people."],
  ],
  [
    "nothing known",
    [{ code: "nothing-known" }],
    ["Địa chỉ này không có trong danh sách nào mà Tỉnh Táo đang dùng."],
    ["This address is on none of the lists that Tỉnh Táo uses."],
  ],
  [
    "an agency's rules",
    [
      { code: "agency-deny", entry: "a.example" },
      { code: "agency-allow", entry: "b.example" },
    ],
    ["Cơ quan của bạn chặn a.example.", "Cơ quan của bạn cho phép b.example."],
    ["Your organisation blocks a.example.", "Your organisation allows b.example."],
  ],
])("%s is explained in both languages", (_, reasons, inVietnamese, inEnglish) => {
  expect(reasonTexts(vi, reasons)).toEqual(inVietnamese);
  expect(reasonTexts(en, reasons)).toEqual(inEnglish);
});

test("a form that this version does not know is left out", () => {
  expect(reasonTexts(vi, [{ code: "form", form: "from-the-future" }])).toEqual([]);
});

test("an override says until when", () => {
  expect(reasonTexts(vi, [{ code: "override", until: 0 }])[0]).toMatch(/đến \d\d:\d\d\.$/);
});

test("a name in letters that look alike is told as people see it, not in its coded form", () => {
  const [told] = reasonTexts(vi, [
    { code: "look-alike", class: "IDN_EQ", brand: "BIDV", label: "xn--bdv-smartbanking-9pc" },
  ]);
  expect(told).toBe("Địa chỉ mang tên BIDV (“bıdv-smartbanking”) nhưng không phải của BIDV.");
});

/** The compiler holds these against the types: one more sign there is one more here. */
const ASKS: Record<AskKind, true> = {
  password: true,
  otp: true,
  card: true,
  cvv: true,
  pin: true,
  "seed-phrase": true,
  "id-number": true,
  "id-photo": true,
  "bank-account": true,
  contacts: true,
  phone: true,
  package: true,
  "remote-control": true,
  command: true,
  "sim-command": true,
  transfer: true,
  deposit: true,
  call: true,
  messenger: true,
};
const SINKS: Record<SinkSign, true> = {
  telegram: true,
  "other-site": true,
  "bare-ip": true,
  "form-service": true,
  "image-address": true,
};
const CONCEALMENTS: Record<ConcealSign, true> = {
  "split-words": true,
  "odd-letters": true,
  "turned-words": true,
  "masked-text": true,
  "keys-blocked": true,
  "packed-form": true,
  "fake-check": true,
  "words-as-picture": true,
  "nested-frame": true,
  "closed-shadow": true,
  "flooded-fields": true,
  "no-way-out": true,
};
const EVERY_CODE: Record<Reason["code"], Reason[]> = {
  listed: [LISTED, PATH],
  form: [{ code: "form", form: "sim-lock-threat" }],
  imitates: [{ code: "imitates", brand: "Viettel" }],
  category: [{ code: "category", category: "gambling" }],
  "agency-deny": [{ code: "agency-deny", entry: "a.example" }],
  "agency-allow": [{ code: "agency-allow", entry: "a.example" }],
  override: [{ code: "override", until: 0 }],
  "page-unchecked": [{ code: "page-unchecked" }],
  official: [{ code: "official", organisation: "A", domain: "a.example" }],
  "user-content": [{ code: "user-content", organisation: "A", domain: "a.example" }],
  "look-alike": [
    { code: "look-alike", class: "HYPHEN", brand: "BIDV", label: "bidv-hotro" },
    { code: "look-alike", class: "SFX_MIMIC", brand: null, label: "gov-vn" },
  ],
  wording: [...WORDINGS, ...TRAPS].map((wording) => ({ code: "wording", wording })),
  "brand-elsewhere": [{ code: "brand-elsewhere", brand: "BIDV" }],
  "disguised-letters": [{ code: "disguised-letters" }],
  "like-scam-messages": [{ code: "like-scam-messages" }],
  "page-identity": [{ code: "page-identity", name: "BIDV" }],
  "page-asks": Object.keys(ASKS).map((ask) => ({ code: "page-asks", asks: [ask] })),
  "page-sink": Object.keys(SINKS).map((sink) => ({
    code: "page-sink",
    sink,
    target: "a.example",
  })),
  "page-conceals": Object.keys(CONCEALMENTS).map((sign) => ({ code: "page-conceals", sign })),
  "page-presses": Object.keys(PRESSURE).map((sign) => ({ code: "page-presses", sign })),
  "page-host": [
    { code: "page-host", sign: "bare-ip" },
    { code: "page-host", sign: "buried" },
  ],
  "before-at": [{ code: "before-at", shown: "vietcombank.com.vn", host: "evil.example" }],
  "capital-i": [{ code: "capital-i", shown: "zaIo.me", host: "zaio.me" }],
  "short-link": [{ code: "short-link" }],
  plea: [{ code: "plea" }],
  vote: [{ code: "vote" }],
  "state-ending": [{ code: "state-ending" }],
  "nothing-known": [{ code: "nothing-known" }],
};

describe("every reason and every sign that the judges may give is told in both languages", () => {
  test.each(Object.entries(EVERY_CODE))("%s", (_, reasons) => {
    for (const reason of reasons) {
      const told = [vi, en].map((t) => reasonTexts(t, [reason]));
      expect(told, JSON.stringify(reason)).toEqual([
        [expect.stringMatching(/\p{L}.*\.$/u)],
        [expect.stringMatching(/\p{L}.*\.$/u)],
      ]);
      expect(told[0]).not.toEqual(told[1]);
    }
  });
});

test("two signs that are one thing to a person are told once", () => {
  const signs: Reason[] = [
    { code: "page-conceals", sign: "split-words" },
    { code: "page-conceals", sign: "odd-letters" },
  ];
  expect(reasonTexts(vi, signs)).toHaveLength(1);
});

test("signs that this version does not know are left out", () => {
  for (const sign of ["from-the-future", "constructor"]) {
    expect(reasonTexts(vi, [{ code: "page-presses", sign }])).toEqual([]);
    expect(reasonTexts(vi, [{ code: "page-conceals", sign }])).toEqual([]);
    expect(reasonTexts(vi, [{ code: "page-sink", sink: sign, target: "" }])).toEqual([]);
    expect(reasonTexts(vi, [{ code: "page-asks", asks: [sign] }])).toEqual([]);
  }
});
