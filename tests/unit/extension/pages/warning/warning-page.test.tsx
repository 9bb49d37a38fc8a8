// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, within } from "@testing-library/preact";
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Verdict } from "../../../../../src/core/verdict/verdict.ts";
import type { WarningNeeds } from "../../../../../src/extension/pages/warning/warning-needs.ts";
import { WarningPage } from "../../../../../src/extension/pages/warning/warning-page.tsx";
import type { Language } from "../../../../../src/ui/language-of.ts";
import { createText } from "../../../../../src/ui/text.ts";
import {
  FAKE_BANK,
  fakeBackground,
  LISTED,
  NOW,
  OFFICIAL,
  type Script,
  STATE,
  verdictsBy,
} from "../fake-background.ts";
import { renderPage } from "../render-page.tsx";

const BANK = "https://vietcombank-otp.example/dang-nhap?x=1";
const NO_BRAND = "https://trung-thuong.example/";
const VERDICTS: Record<string, Verdict> = {
  "vietcombank-otp.example": FAKE_BANK,
  "trung-thuong.example": LISTED,
  "vietcombank.com.vn": OFFICIAL,
};

beforeEach(() => {
  vi.useFakeTimers();
});
// Read when it is first wanted: here it must be there at once.
beforeAll(() => import("../../../../../src/extension/pages/report/report-form.tsx"));

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe("a fake bank", () => {
  test.each<Language>(["vi", "en"])("says in one look what happened and why (%s)", async (lang) => {
    const t = createText(lang);
    await open(BANK, {}, { language: lang });
    expect(screen.getByText(t("warning.blocked"))).toBeTruthy();
    expect(title()).toBe(t("warning.imitates", { brand: "Vietcombank" }));
    expect(document.title).toBe(t("warning.blocked"));
    expect(screen.getByText(t("warning.whyBlocked"))).toBeTruthy();
    expect(screen.getByText(/12\/11\/2026|12 November 2026/)).toBeTruthy();
    expect(body()).toContain("vietcombank-otp.example/dang-nhap?x=1");
  });

  test("begins reading at its title", async () => {
    await open(BANK);
    expect(document.activeElement?.tagName).toBe("H1");
  });

  test("leads to the real site first, then back", async () => {
    const { needs } = await open(BANK);
    const [first, second] = [...document.querySelectorAll("a[href], button")];
    expect(first?.textContent).toBe("Đến trang thật: vietcombank.com.vn");
    expect(first?.getAttribute("href")).toBe("https://vietcombank.com.vn/");
    fireEvent.click(second as Element);
    expect(needs.back).toHaveBeenCalledOnce();
  });

  test("marks the borrowed name and shows the real address below", async () => {
    await open(BANK);
    expect(document.querySelector(".address-borrowed")?.textContent).toBe("vietcombank");
    const real = screen.getByText("Trang thật").parentElement as HTMLElement;
    expect(within(real).getByText("vietcombank.com.vn")).toBeTruthy();
  });

  test("gives the bank's number with its date, and the bank comes before the police", async () => {
    await open(BANK);
    press(/lỡ nhập mật khẩu/);
    const steps = [...document.querySelectorAll(".steps li")].map((step) => step.textContent ?? "");
    expect(steps[1]).toContain("Gọi số trên mặt sau thẻ của bạn.");
    expect(steps[1]).toContain("Số của Vietcombank: 1900 54 54 13");
    expect(steps[1]).toContain("ghi nhận ngày 1/11/2025");
    expect(steps.findIndex((step) => step.includes("công an"))).toBeGreaterThan(1);
    press("Xem các bước tiếp theo");
    expect(document.querySelectorAll(".steps li").length).toBe(13);
  });
});

test("without a known brand the first button closes the page, and no bank's number is given", async () => {
  const { needs } = await open(NO_BRAND);
  expect(title()).toBe("Trang nằm trong danh sách lừa đảo");
  const first = document.querySelector("a[href], button");
  expect(first?.textContent).toBe("Đóng trang này");
  fireEvent.click(first as Element);
  expect(needs.close).toHaveBeenCalledOnce();
  press(/lỡ nhập mật khẩu/);
  expect(body()).not.toContain("1900");
});

test.each<[string, Partial<Verdict>, string]>([
  ["a listed link", { scope: "path" }, "Đường link nằm trong danh sách lừa đảo"],
  [
    "a gambling site",
    { reasons: [...LISTED.reasons, { code: "category", category: "gambling" }] },
    "Trang thuộc nhóm bị chặn: cờ bạc",
  ],
  [
    "an agency's own rule",
    { source: "agency-deny", reasons: [{ code: "agency-deny", entry: "trung-thuong.example" }] },
    "Trang bị cơ quan của bạn chặn",
  ],
  [
    "signs of a scam",
    { level: "warn", source: "evidence", scope: "page" },
    "Trang có dấu hiệu lừa đảo",
  ],
])("%s has a title of its own", async (_, change, expected) => {
  await open(NO_BRAND, {
    verdict: { ok: true, verdict: { ...LISTED, ...change } },
  });
  expect(title()).toBe(expected);
});

test("a real site that is no plain host is not linked to", async () => {
  await open(BANK, {
    verdict: { ok: true, verdict: { ...FAKE_BANK, officialSite: "javascript:alert(1)//" } },
  });
  expect(document.querySelector("a[href]")).toBeNull();
  expect(document.querySelector("button")?.textContent).toBe("Đóng trang này");
});

test("the details name the entry that fired and the list's version", async () => {
  await open(BANK);
  press("Xem chi tiết");
  expect(screen.getByText("vietcombank-otp.example", { selector: "dd" })).toBeTruthy();
  expect(screen.getByText("128", { selector: "dd" })).toBeTruthy();
  expect(screen.getByText("cách đây 4 phút", { selector: "dd" })).toBeTruthy();
});

describe("what an agency denies", () => {
  const denied: Script = {
    verdict: {
      ok: true,
      verdict: {
        level: "block",
        scope: "host",
        source: "agency-deny",
        reasons: [{ code: "agency-deny", entry: "trung-thuong.example" }],
        feedVersion: 128,
      },
    },
  };

  test.each<Language>(["vi", "en"])(
    "is called no scam in any part of the page (%s)",
    async (lang) => {
      const t = createText(lang);
      await open(NO_BRAND, denied, { language: lang });
      expect(body()).toContain(t("reason.agency-deny", { entry: "trung-thuong.example" }));
      const buttons = screen.getAllByRole("button", { expanded: false });
      for (const button of buttons) {
        fireEvent.click(button);
        await settle();
        expect(body()).not.toMatch(/lừa đảo|scam/i);
      }
      expect(buttons.length).toBeGreaterThan(1);
    },
  );

  test("is never gone on to, and those who can change it are named instead of a report", async () => {
    await open(NO_BRAND, denied);
    expect(STATE.override.allowed).toBe(true);
    expect(screen.queryByText("Tôi vẫn muốn vào")).toBeNull();
    expect(screen.queryByText("Báo chặn nhầm")).toBeNull();
    expect(body()).toContain("hãy hỏi người quản trị của cơ quan bạn");
  });
});

test("a gambling site is called no scam either, not even where one goes on or reports a mistake", async () => {
  const listed = LISTED.reasons[0];
  const reasons = [
    ...(listed ? [listed] : []),
    { code: "category", category: "gambling" } as const,
  ];
  await open(NO_BRAND, { verdict: { ok: true, verdict: { ...LISTED, reasons } } });
  for (const button of ["Báo chặn nhầm", "Xem chi tiết", "Tôi vẫn muốn vào"]) {
    press(button);
    await settle();
    expect(body()).not.toMatch(/lừa đảo/);
  }
});

describe("an address that nobody vouches for", () => {
  const megabyte = `https://bao.example/${"a".repeat(1_048_576)}`;
  test.each([
    ["nothing", ""],
    ["blanks", "  "],
    ["a script", "javascript:alert(1)"],
    ["a script in capitals with blanks", " JaVaScRiPt:alert(document.domain)"],
    ["a data page", "data:text/html,<script>alert(1)</script>"],
    ["a file", "file:///etc/passwd"],
    ["a page of the browser", "chrome://settings"],
    ["a page of an extension", "chrome-extension://abc/popup.html"],
    ["an unlisted bank", "https://vietcombank.com.vn/"],
    ["an encoded unlisted bank", encodeURIComponent("https://vietcombank.com.vn/")],
    ["an encoded listed address", encodeURIComponent(BANK)],
    ["a listed name as user of an unlisted host", "https://vietcombank-otp.example@bao.example/"],
    ["a listed name in the path", "https://bao.example/https://vietcombank-otp.example/"],
    ["a listed name after a backslash", "https://bao.example\\@vietcombank-otp.example/"],
    ["a listed name after #", "https://bao.example/#https://vietcombank-otp.example/"],
    ["a listed name in front of another domain", "https://vietcombank-otp.example.bao.example/"],
    ["broken percent-encoding", "%E0%A4%A"],
    ["a host with broken percent-encoding", "https://%E0%A4%A.example/"],
    ["markup", "<img src=x onerror=alert(1)>"],
    ["text that reads from right to left", "https://bao.example/\u202egnp.exe"],
    ["zero-width letters", "https://b\u200bao\u2060.example/"],
    ["a null", "https://bao\u0000.example/"],
    ["a megabyte", megabyte],
    ["more than a browser takes", `https://bao.example/${"a".repeat(2_097_152)}`],
  ])("%s: no warning, no way on, no link, no address", async (_, raw) => {
    await open(raw);
    expect(body()).not.toContain("đã chặn");
    expect(document.querySelectorAll("a, iframe, img, script, form").length).toBe(0);
    expect(screen.queryByText("Tôi vẫn muốn vào")).toBeNull();
    const buttons = [...document.querySelectorAll("button")].map((button) => button.textContent);
    expect(buttons).toEqual(["Đóng trang này"]);
    for (const shown of ["bao.example", "vietcombank", "alert(", "\u202e", "\u200b"]) {
      expect(body()).not.toContain(shown);
    }
  });

  test.each([
    ["a user name that shows a bank", "https://vietcombank.com.vn@vietcombank-otp.example/"],
    ["capitals, a port and a closing dot", "HTTPS://VietcomBank-OTP.example.:443/"],
    ["percent-encoded letters in the host", "https://vietcombank%2Dotp.example/"],
    ["full-width letters", "https://ｖietcombank-otp.example/"],
  ])("a listed host with %s still warns, and shows the host itself", async (_, raw) => {
    await open(raw);
    expect(title()).toBe("Trang giả mạo Vietcombank");
    expect(document.querySelector(".address-false .address")?.textContent).toBe(
      "vietcombank-otp.example",
    );
  });

  test("a listed address of a megabyte is cut short everywhere", async () => {
    await open(`${BANK}${"a".repeat(1_048_576)}`);
    press("Xem chi tiết");
    expect(body().length).toBeLessThan(6_000);
    expect(body()).toContain("đã cắt bớt, dài 1.048.");
  });

  test("a listed address with tricks in its path shows only harmless letters", async () => {
    await open("https://vietcombank-otp.example/\u202egnp\u200b.exe<img>");
    const shown = document.querySelector(".address-false .address")?.textContent ?? "";
    expect(shown).toMatch(/^[\x21-\x7e…]+$/);
    expect(document.querySelector("img")).toBeNull();
  });
});

test("a background that fails is told of, offers no way on, and can be asked again", async () => {
  const { ask } = await open(BANK, { verdict: { failure: { code: "timeout" } } });
  expect(title()).toBe("Chưa kiểm tra được địa chỉ này");
  expect(screen.queryByText("Tôi vẫn muốn vào")).toBeNull();
  const before = ask.asked.length;
  press("Thử lại");
  await settle();
  expect(ask.asked.length).toBe(before + 1);
});

describe("going on", () => {
  test("is not offered until the background has said that it is allowed", async () => {
    await open(BANK, { state: { failure: { code: "timeout" } } });
    expect(screen.queryByText("Tôi vẫn muốn vào")).toBeNull();
  });

  test("is not offered where the agency has locked it", async () => {
    await open(BANK, { state: { ...STATE, override: { allowed: false, minutes: 10 } } });
    expect(screen.queryByText("Tôi vẫn muốn vào")).toBeNull();
  });

  test("needs the second step and three seconds, and says what is opened for how long", async () => {
    const { needs, ask } = await open(BANK, { override: { ok: true, until: NOW } });
    press("Tôi vẫn muốn vào");
    expect(body()).toContain("Chỉ mở vietcombank-otp.example, chỉ trong tab này, trong 10 phút.");
    const go = goButton();
    for (const seconds of [3, 2, 1]) {
      expect(go.disabled).toBe(true);
      expect(go.textContent).toContain(`(chờ ${seconds} giây)`);
      fireEvent.click(go);
      await pass(1_000);
    }
    expect(ask.asked.some(({ type }) => type === "override")).toBe(false);
    expect(go.disabled).toBe(false);
    fireEvent.click(go);
    await settle();
    expect(ask.asked).toContainEqual({ type: "override", url: BANK });
    expect(needs.open).toHaveBeenCalledExactlyOnceWith(BANK);
  });

  test.each([
    ["hidden", () => vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden")],
    ["behind another window", () => vi.spyOn(document, "hasFocus").mockReturnValue(false)],
  ])("waits anew after the page was %s, so that no site can time a click", async (_, leave) => {
    await open(BANK);
    press("Tôi vẫn muốn vào");
    await passSeconds(3);
    expect(goButton().disabled).toBe(false);

    const left = leave();
    fireEvent(window, new Event("blur"));
    fireEvent(document, new Event("visibilitychange"));
    await passSeconds(5);
    expect(goButton().textContent).toContain("(chờ 3 giây)");

    left.mockRestore();
    fireEvent(window, new Event("focus"));
    await passSeconds(2);
    expect(goButton().disabled).toBe(true);
    await passSeconds(1);
    expect(goButton().disabled).toBe(false);
  });

  test("stays out at a press, and waits anew the next time", async () => {
    await open(BANK);
    press("Tôi vẫn muốn vào");
    await passSeconds(3);
    press("Thôi, không vào nữa");
    expect(screen.queryByText("Bạn có chắc muốn vào?")).toBeNull();
    press("Tôi vẫn muốn vào");
    expect(goButton().disabled).toBe(true);
  });

  test.each([
    ["locked", "Cơ quan của bạn không cho phép vào trang bị chặn."],
    ["not-blocked", "Trang này không còn bị chặn. Nếu muốn vào, hãy tự gõ địa chỉ."],
  ] as const)("a refusal (%s) is told and nothing opens", async (problem, words) => {
    const { needs } = await open(BANK, { override: { ok: false, problem } });
    press("Tôi vẫn muốn vào");
    await passSeconds(3);
    fireEvent.click(goButton());
    await settle();
    expect(screen.getByText(words)).toBeTruthy();
    expect(needs.open).not.toHaveBeenCalled();
  });
});

async function open(
  raw: string,
  script: Script = {},
  { language = "vi" }: { language?: Language } = {},
) {
  const ask = fakeBackground({ verdict: verdictsBy(VERDICTS), ...script });
  const needs = {
    raw,
    ask: ask.ask,
    now: () => NOW,
    newId: () => "00000000-0000-4000-8000-000000000000",
    newCode: () => "00112233445566778899aabbccddeeff",
    inPrivateWindow: async () => false,
    copy: async () => true,
    back: vi.fn(),
    close: vi.fn(),
    open: vi.fn(),
  } satisfies WarningNeeds;
  renderPage(<WarningPage needs={needs} />, language);
  await settle();
  return { needs, ask };
}

const settle = () => pass(0);

async function pass(milliseconds: number) {
  await act(async () => {
    await vi.advanceTimersByTimeAsync(milliseconds);
  });
}

/** One at a time, because each second's timer is set when the one before has rung. */
async function passSeconds(seconds: number) {
  for (let second = 0; second < seconds; second++) await pass(1_000);
}

function press(name: string | RegExp) {
  fireEvent.click(screen.getByRole("button", { name }));
}

const goButton = () => screen.getByRole("button", { name: /Tôi hiểu rủi ro/ }) as HTMLButtonElement;
const title = () => document.querySelector("h1")?.textContent;
const body = () => document.body.textContent ?? "";
