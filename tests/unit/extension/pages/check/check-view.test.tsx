// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, within } from "@testing-library/preact";
import { useState } from "preact/hooks";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type {
  ContactReason,
  ContactVerdict,
} from "../../../../../src/core/contact/judge-contact.ts";
import type { CheckSubject } from "../../../../../src/extension/messages.ts";
import { CheckView } from "../../../../../src/extension/pages/check/check-view.tsx";
import type { QrPicture } from "../../../../../src/extension/pages/check/read-qr-picture.ts";
import type { Language } from "../../../../../src/ui/language-of.ts";
import { inTime } from "../../../in-time.ts";
import {
  FAKE_BANK,
  fakeBackground,
  NOW,
  OFFICIAL,
  type Script,
  STATE,
  UNKNOWN,
} from "../fake-background.ts";
import { renderPage } from "../render-page.tsx";

const VIETQR =
  "00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA530370454061800005802VN62340107NPS68690819thanh toan don hang63042E2E";
const TO_CARD =
  "00020101021138600010A00000072701300006970403011697040311012345670208QRIBFTTC53037045802VN63044F52";
const LISTED: ContactReason = {
  code: "listed",
  as: "phone",
  bank: null,
  source: "Công an thử",
  since: "2026-11-02",
};
const HOTLINE = {
  name: { vi: "Techcombank", en: "Techcombank" },
  number: "1800 588 822",
  lastConfirmed: "2026-01-01",
  notConfirmedSince: null,
};

let reports: unknown[];
let picture: QrPicture;
let opened: string[];

beforeEach(() => {
  reports = [];
  opened = [];
  picture = { ok: false, problem: "no-code" };
});
afterEach(cleanup);

describe("one box takes anything and says what it took it for", () => {
  test.each([
    ["vietcombank.com.vn", "Hiểu là: đường link", "Trang chính thức của Vietcombank"],
    ["http://vietcombank-otp.example/x", "Hiểu là: đường link", "Trang giả mạo Vietcombank"],
    ["bao.example/x", "Hiểu là: đường link", "Chưa có thông tin về trang này"],
  ])("%s", async (input, took, words) => {
    open(addresses);
    await check(input);
    expect(body()).toContain(took);
    expect(screen.getByText(words)).toBeTruthy();
  });

  test("a link with another host before the @ is judged with it, and says in words what really opens", async () => {
    const { asked } = open({
      check: () => ({
        as: "address",
        answer: {
          ok: true,
          verdict: {
            ...UNKNOWN,
            level: "warn",
            source: "evidence",
            reasons: [{ code: "before-at", shown: "vietcombank.com.vn", host: "evil.example" }],
          },
        },
      }),
    });
    await check("https://vietcombank.com.vn:x@evil.example/a");
    expect(asked.map((one) => "subject" in one && one.subject)).toEqual([
      { as: "address", url: "https://vietcombank.com.vn@evil.example/a" },
    ]);
    expect(body()).toContain(
      "Phần “vietcombank.com.vn” đứng trước dấu @ không phải tên trang. Đường link này thật ra mở evil.example.",
    );
    press("Báo cáo trang này");
    expect(reports).toMatchObject([{ url: "https://evil.example/a" }]);
  });

  test("a listed phone number: reasons, what to do, and a report that is filled in", async () => {
    open(number({ level: "block", reasons: [LISTED, { code: "form", form: "fake-lender-bank" }] }));
    await check("+84 912 345 678");
    expect(body()).toContain("Hiểu là: số điện thoại 0912\u00a0345\u00a0678");
    expect(screen.getByText("Số điện thoại này đã bị báo là lừa đảo")).toBeTruthy();
    expect(body()).toContain("từ ngày 2/11/2026. Nguồn: Công an thử");
    expect(body()).toContain("đừng gọi lại");
    expect(body()).toContain("Gọi số trên mặt sau thẻ của bạn.");
    press("Báo cáo số này");
    expect(reports).toEqual([{ phone: "0912345678" }]);
  });

  test("a listed account: the bank's own number is the one to call", async () => {
    open(
      number(
        {
          level: "block",
          reasons: [{ ...LISTED, as: "account", bank: "Techcombank" }],
          bank: "Techcombank",
        },
        true,
      ),
    );
    await check("1903 4567 8910");
    expect(screen.getByText("Tài khoản này đã bị báo là lừa đảo")).toBeTruthy();
    expect(body()).toContain("Số của Techcombank: 1800 588 822");
    expect(body()).toContain("Theo Techcombank, ghi nhận ngày 1/1/2026.");
    press("Báo cáo số này");
    expect(reports).toEqual([{ account: { number: "190345678910" } }]);
  });

  test("an account with its bank and owner: said at which bank, and carried into the report", async () => {
    open(number({ level: "none", reasons: [{ code: "nothing-known" }], bank: "MB Bank" }));
    await check("STK 19001234 tại MB, Nguyễn Văn A");
    expect(body()).toContain("Hiểu là: số tài khoản 1900\u00a01234 tại MB Bank");
    press("Báo cáo số này");
    expect(reports).toEqual([
      { account: { number: "19001234", bank: "MB Bank", holder: "Nguyễn Văn A" } },
    ]);
  });

  test("a number of which nothing is known is never called safe", async () => {
    open(number({ level: "none", reasons: [{ code: "nothing-known" }] }));
    await check("0987654321");
    const title = screen.getByText("Chưa có thông tin về số này");
    expect(title.closest(".notice")?.className).toContain("notice-plain");
    expect(body()).toContain("Chưa có thông tin không có nghĩa là an toàn");
    expect(body()).not.toMatch(/chính thức/i);
  });

  test("an organisation's own number is green, with its name and when it was confirmed", async () => {
    const text = { vi: "Cảnh sát 113", en: "Police 113" };
    open(
      number({
        level: "official",
        reasons: [
          { code: "official", name: text, purpose: text, confirmed: "2025-10-04", stale: true },
        ],
      }),
    );
    await check("113");
    const title = screen.getByText("Số chính thức của Cảnh sát 113");
    expect(title.closest(".notice")?.className).toContain("notice-verified");
    expect(body()).toContain("Chưa được xác nhận lại từ ngày 4/10/2025");
    expect(screen.queryByRole("button", { name: "Báo cáo số này" })).toBeNull();
  });

  test("an organisation's own number whose source bears no date says so", async () => {
    const text = { vi: "Techcombank", en: "Techcombank" };
    open(
      number({
        level: "official",
        reasons: [{ code: "official", name: text, purpose: text, confirmed: null, stale: false }],
      }),
    );
    await check("1800 588 822");
    expect(body()).toContain("Nguồn không ghi ngày xác nhận.");
  });

  test("a number abroad says from where", async () => {
    const reasons: ContactReason[] = [
      { code: "foreign", callingCode: "+855", region: "KH" },
      { code: "nothing-known" },
    ];
    open(number({ level: "none", reasons }));
    await check("+855 12 345 678");
    expect(body()).toContain("Số nước ngoài (Campuchia, +855)");
  });

  test("a message: the addresses and numbers in it, each with a word", async () => {
    open({
      check: () => ({
        as: "message",
        checked: {
          level: "block",
          verdict: {
            ...FAKE_BANK,
            addresses: [{ text: "https://evil.example/x", host: "evil.example", level: "block" }],
            contacts: { phones: ["0912345678"], accounts: [] },
            probability: 1,
          },
          contacts: [
            contact({ level: "block", reasons: [LISTED] }),
            {
              ...contact({ level: "none", reasons: [{ code: "nothing-known" }] }),
              query: { kind: "account", number: "0123456789", bank: null },
            },
          ],
        },
        lesson: {
          id: "lucky-draw",
          name: { vi: "Trúng thưởng giả", en: "Fake prize" },
          todo: [
            { vi: "Đừng đóng phí để nhận thưởng.", en: "Pay no fee for a prize." },
            { vi: "Hỏi con cháu.", en: "Ask your children." },
            { vi: "Điều thứ ba.", en: "A third thing." },
          ],
        },
      }),
    });
    await check("Bạn trúng thưởng, vào https://evil.example/x hoặc gọi 0912345678");
    expect(body()).toContain("Hiểu là: tin nhắn");
    expect(screen.getByText("Tin này có đường link hoặc số đã bị báo lừa đảo")).toBeTruthy();
    const found = screen.getByText("Có trong tin").nextElementSibling as HTMLElement;
    expect(
      within(found)
        .getAllByRole("listitem")
        .map(({ textContent }) => textContent),
    ).toEqual([
      "evil.example (có trong danh sách lừa đảo)",
      "0912\u00a0345\u00a0678 (đã bị báo là lừa đảo)",
      "0123\u00a04567\u00a089 (chưa có thông tin)",
    ]);
    // What to do comes first and is short: the rest stands in the lesson.
    expect(body()).toContain("Đừng bấm đường link. Đừng gọi số trong tin. Đừng trả lời.");
    expect(body()).toMatch(/Đừng bấm đường link.*Đừng đóng phí.*Hỏi con cháu.*Vì sao cần cẩn thận/);
    expect(body()).not.toContain("Điều thứ ba.");
    expect(
      screen.getByRole("link", { name: /Giống hình thức “Trúng thưởng giả”/ }).getAttribute("href"),
    ).toBe("/learn.html#/form/lucky-draw");
    press("Báo cáo tin nhắn này");
    press("Bạn đã lỡ nhập mật khẩu hoặc chuyển tiền?");
    const told = {
      text: expect.stringContaining("trúng thưởng"),
      url: "https://evil.example/x",
      phone: "0912345678",
    };
    expect(reports).toMatchObject([told, { ...told, way: "lost" }]);
    expect(reports[0]).not.toHaveProperty("way");
  });

  test("a plea for money, which names no account yet", async () => {
    open({
      check: () => ({
        as: "message",
        checked: {
          level: "warn",
          verdict: {
            ...FAKE_BANK,
            level: "warn",
            reasons: [{ code: "plea" }],
            addresses: [],
            contacts: { phones: [], accounts: [] },
            probability: 0.1,
          },
          contacts: [],
        },
        lesson: null,
      }),
    });
    await check("con đang cấp cứu, chuyển gấp");
    expect(body()).toContain("Đừng chuyển tiền. Đừng trả lời.");
    expect(body()).not.toContain("Đừng bấm đường link.");
  });

  test("the number of a card goes no further than the box", async () => {
    const { asked } = open({});
    await check("4111 1111 1111 1111");
    expect(screen.getByText("Đây giống số thẻ ngân hàng")).toBeTruthy();
    expect(asked).toEqual([]);
  });

  test.each([
    ["", "Hãy dán hoặc gõ vào ô trên."],
    ["javascript:alert(1)", "Tỉnh Táo chỉ kiểm tra địa chỉ trang web (http hoặc https)."],
    ["http://[", "Địa chỉ này không đúng dạng. Ví dụ: vietcombank.com.vn"],
  ])("«%s» is refused in the person's words", async (input, words) => {
    const { asked } = open({});
    await check(input);
    expect(screen.getByRole("alert").textContent).toBe(words);
    expect(asked).toEqual([]);
  });

  test("what can't be checked is said to be so", async () => {
    open({});
    await check("🙏🙏");
    expect(body()).toContain("Chưa rõ đây là gì");
  });
});

test("a number that may be somebody's identity card is said to be so, and an emergency line is reported by nobody", async () => {
  open({ check: () => undefined as never });
  await check("001234567890");
  expect(body()).toContain("Đây cũng có thể là số căn cước.");
  cleanup();
  open({ check: () => undefined as never });
  await check("190345678910");
  expect(body()).not.toContain("số căn cước");
  cleanup();
  open({
    check: () => ({
      as: "number",
      verdict: {
        level: "none",
        query: { kind: "phone", number: "115" },
        reasons: [{ code: "short" }],
        bank: null,
      },
      hotline: null,
    }),
  });
  await check("115");
  expect(body()).toContain("Hiểu là: số điện thoại 115");
  expect(screen.queryByText("Báo cáo số này")).toBeNull();
});

test("several numbers in one paste are said to be numbers, and are judged together", async () => {
  const { asked } = open({ check: () => undefined as never });
  await check("0912345678, 0987654321");
  expect(body()).toContain("Hiểu là: nhiều số điện thoại");
  expect(asked).toMatchObject([{ subject: { as: "message" } }]);
});

test("the person can say what it is", async () => {
  const { asked } = open(number({ level: "none", reasons: [{ code: "nothing-known" }] }));
  await check("0912345678");
  await act(async () => press("Không, đây là số tài khoản"));
  expect(asked.map((one) => "subject" in one && one.subject)).toEqual([
    { as: "phone", number: "0912345678" },
    { as: "account", number: "0912345678", bank: null },
  ]);
  expect(body()).toContain("Hiểu là: số tài khoản");
});

test("of a long message what is looked at goes to the background, and no more", async () => {
  const { asked } = open({});
  await check("Tài khoản của bạn ".repeat(60_000));
  const subject = asked.map((one) => "subject" in one && one.subject)[0] as CheckSubject;
  expect(subject.as === "message" && subject.text.length).toBeLessThanOrEqual(8_001);
});

test("the answer to an earlier question never stands under a later one", async () => {
  const answers: (() => void)[] = [];
  open(
    {},
    "vi",
    (subject) =>
      new Promise((resolve) => {
        answers.push(() =>
          resolve(number({ level: "none", reasons: [{ code: "nothing-known" }] }).check(subject)),
        );
      }),
  );
  await check("0987654321");
  await check("0912345678");
  await act(async () => answers[0]?.());
  expect(body()).toContain("Đang kiểm tra…");
  await act(async () => answers[1]?.());
  await inTime(() => expect(body()).toContain("Chưa có thông tin về số này"));
});

test("a background that does not answer is told, and never looks like nothing known", async () => {
  open({ check: { failure: { code: "timeout" } } });
  await check("0912345678");
  expect(body()).toContain("Tỉnh Táo chưa trả lời");
  expect(body()).not.toContain("Chưa có thông tin");
});

describe("a picture of a QR code", () => {
  test("with a VietQR reads out where the money goes, before the verdict on the account", async () => {
    picture = { ok: true, text: VIETQR };
    const { asked } = open(number({ level: "none", reasons: [{ code: "nothing-known" }] }));
    await paste();
    expect(asked).toMatchObject([
      { subject: { as: "account", number: "0011012345678", bank: "Sacombank" } },
    ]);
    for (const words of [
      "Sacombank",
      "0011\u00a00123\u00a04567\u00a08",
      "180.000 đồng",
      "thanh toan don hang",
    ]) {
      expect(body()).toContain(words);
    }
    press("Báo cáo số này");
    expect(reports).toEqual([{ account: { number: "0011012345678", bank: "Sacombank" } }]);
  });

  test("that was changed is said to be broken", async () => {
    picture = { ok: true, text: VIETQR.replace("180000", "980000") };
    open({});
    await paste();
    expect(screen.getByText("Mã QR thanh toán này không đọc được")).toBeTruthy();
    expect(body()).toContain("số kiểm tra không khớp");
  });

  test("that pays to a card shows no number of it", async () => {
    picture = { ok: true, text: TO_CARD };
    const { asked } = open({});
    await paste();
    expect(asked).toEqual([]);
    expect(body()).toContain("Mã này chuyển tiền vào một thẻ");
    expect(screen.getByRole("status").textContent).not.toContain("970403110123");
  });

  test("with an address is checked like one", async () => {
    picture = { ok: true, text: "http://vietcombank-otp.example/x" };
    open(addresses);
    await paste();
    expect(screen.getByText("Trang giả mạo Vietcombank")).toBeTruthy();
  });

  test("in which there is no code is told", async () => {
    open({});
    await paste();
    expect(screen.getByRole("alert").textContent).toContain("Không đọc được mã QR");
  });

  test("is chosen in a window of its own where the dialog would close the page, with what is in the box", async () => {
    open({});
    fireEvent.input(box(), { target: { value: "0912" } });
    press("Chọn ảnh mã QR");
    expect(opened).toEqual(["0912"]);
  });
});

test("speaks English too", async () => {
  open(number({ level: "block", reasons: [LISTED] }), "en");
  fireEvent.input(screen.getByLabelText("What do you want to check?"), {
    target: { value: "0912345678" },
  });
  await act(async () => {
    fireEvent.submit(document.querySelector("form") as HTMLFormElement);
  });
  expect(body()).toContain("This phone number was reported for scams");
  expect(body()).toContain("since 2 November 2026. Source: Công an thử");
});

const addresses: Script = {
  check: ({ subject }) => {
    const host = subject.as === "address" ? new URL(subject.url).hostname : "";
    const verdict =
      { "vietcombank.com.vn": OFFICIAL, "vietcombank-otp.example": FAKE_BANK }[host] ?? UNKNOWN;
    return { as: "address", answer: { ok: true, verdict } };
  },
};

function contact(
  verdict: Pick<ContactVerdict, "level" | "reasons"> & { bank?: string },
): ContactVerdict {
  return { query: { kind: "phone", number: "0912345678" }, bank: null, ...verdict };
}

/** Answers each question on a number with this verdict. */
function number(
  verdict: Pick<ContactVerdict, "level" | "reasons"> & { bank?: string },
  hasLine = false,
) {
  const hotline = hasLine ? (HOTLINE as never) : null;
  return {
    check: ({ subject }: { subject: CheckSubject }) => {
      const { as, ...query } = subject as Extract<CheckSubject, { number: string }>;
      const asked = { kind: as, ...query } as ContactVerdict["query"];
      return { as: "number" as const, verdict: { ...contact(verdict), query: asked }, hotline };
    },
  };
}

type AnswerLater = (question: { subject: CheckSubject }) => Promise<unknown>;

function open(script: Script, language: Language = "vi", later?: AnswerLater) {
  const background = fakeBackground(script);
  const ask = later
    ? ((async (question: { subject: CheckSubject }) => ({
        ok: true,
        answer: await later(question),
      })) as unknown as typeof background.ask)
    : background.ask;
  const needs = {
    ask,
    now: () => NOW,
    newId: () => "00000000-0000-4000-8000-000000000000",
    readQrPicture: async () => picture,
    openCheckWindow: (text: string) => opened.push(text),
  };
  const known = { state: STATE, failure: null, refresh: vi.fn() };
  const Page = () => {
    const [text, setText] = useState("");
    return (
      <CheckView
        text={text}
        setText={setText}
        known={known}
        needs={needs}
        report={(prefill) => reports.push(prefill)}
      />
    );
  };
  renderPage(<Page />, language);
  return background;
}

function box(): HTMLTextAreaElement {
  return screen.getByLabelText("Bạn muốn kiểm tra gì?");
}

async function check(value: string) {
  fireEvent.input(box(), { target: { value } });
  await act(async () => {
    fireEvent.keyDown(box(), { key: "Enter" });
  });
}

async function paste() {
  const file = new File(["x"], "ma.png", { type: "image/png" });
  await act(async () => {
    fireEvent.paste(box(), { clipboardData: { types: ["Files"], files: [file] } });
  });
}

function press(name: string) {
  fireEvent.click(screen.getByRole("button", { name }));
}

function body(): string {
  return document.body.textContent ?? "";
}
