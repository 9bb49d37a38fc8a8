// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from "@testing-library/preact";
import { afterEach, describe, expect, test } from "vitest";
import { type Report, reportSchema } from "../../../../../src/core/report/report.ts";
import { settingsInForce } from "../../../../../src/core/settings/settings-in-force.ts";
import type { QueuedReport } from "../../../../../src/extension/messages.ts";
import { EMPTY_FIELDS } from "../../../../../src/extension/pages/report/report-fields.ts";
import { ReportForm } from "../../../../../src/extension/pages/report/report-form.tsx";
import type { ReportPrefill } from "../../../../../src/extension/pages/report/report-prefill.ts";
import type { Way } from "../../../../../src/extension/pages/report/way.ts";
import { createReportText } from "../../../../../src/ui/report-text.ts";
import { aQueuedReport, aReport, TINY_JPEG } from "../../../a-report.ts";
import { SHIPPED } from "../../../core/awareness/shipped-content.ts";
import { inTime } from "../../../in-time.ts";
import { FAKE_BANK, fakeBackground, NOW, type Script, STATE } from "../fake-background.ts";
import { renderPage } from "../render-page.tsx";

const t = createReportText("vi");

const DRAFT = { ...EMPTY_FIELDS, way: "scam" as const, id: null, code: null };
const CODE = "00112233445566778899aabbccddeeff";

afterEach(cleanup);

test("the story suggests its form of scam, which is taken by one press", async () => {
  await open("https://dang-ngo.example/", {
    content: { content: { ...SHIPPED, version: 1 }, damage: null },
  });
  const form = screen.getByLabelText(new RegExp(t("report.form"))) as HTMLSelectElement;
  type(t("report.note"), "Điện lực gọi đòi cắt điện nhà tôi");
  await inTime(() => screen.getByText(t("report.formTold", { form: "Giả danh điện lực" })));
  expect(form.value).toBe("");
  await press(t("report.formTake"));
  expect(form.value).toBe("fake-evn");
  expect(document.activeElement).toBe(form);
  expect(screen.queryByText(t("report.formTake"))).toBeNull();
});

test("the preview shows exactly the record that is sent, field by field and word for word", async () => {
  const { sent } = await open("https://ai:do@dang-ngo.example/nap?x=1#y", { "send-report": SENT });
  type(t("report.note"), "  Đòi chuyển 2 triệu  ");
  choose(t("report.form"), "fake-investment");
  await press(t("report.next"));
  expect(sent()).toEqual([]);

  await press(t("report.raw"));
  const raw = JSON.parse(document.querySelector("pre")?.textContent ?? "");
  const shown = [...document.querySelectorAll("dd:not(.part-way)")].map(
    (value) => value.textContent,
  );
  await press(t("report.send"));

  const [record] = sent();
  expect(record).toEqual(raw);
  expect(record).toEqual({
    ...aReport(),
    id: "00000000-0000-4000-8000-000000000001",
    code: CODE,
    url: "https://dang-ngo.example/nap?x=1",
    form: "fake-investment",
    note: "Đòi chuyển 2 triệu",
    feedVersion: 128,
  });
  expect(reportSchema.safeParse(record).success).toBe(true);
  const filled = Object.values(record ?? {}).filter((value) => String(value ?? "") !== "");
  // One more line names what was left empty.
  expect(shown).toHaveLength(filled.length + 1);
  for (const words of [
    "Lừa đảo",
    "https://dang-ngo.example/nap?x=1",
    "Lừa đảo đầu tư chứng khoán, tiền ảo, đa cấp",
    "Đòi chuyển 2 triệu",
    "128",
    "0.1.0",
    "00000000-0000-4000-8000-000000000001",
  ]) {
    expect(shown).toContain(words);
  }
});

test("what follows the ? is left out if the person says so, in the preview as in what is sent", async () => {
  const { sent } = await open("https://dang-ngo.example/nap?sdt=0900000000#x", {
    "send-report": SENT,
  });
  fireEvent.click(screen.getByLabelText(t("report.withoutQuery")));
  await press(t("report.next"));
  expect(document.body.textContent).not.toContain("0900000000");
  expect(screen.getByText("https://dang-ngo.example/nap")).toBeTruthy();
  await press(t("report.raw"));
  expect(document.querySelector("pre")?.textContent).not.toContain("sdt");
  await press(t("report.send"));
  expect(sent()[0]?.url).toBe("https://dang-ngo.example/nap");
});

test("a defanged address is reported as what it is", async () => {
  const { sent } = await open("hxxps://gia-mao[.]top/a", { "send-report": SENT });
  await press(t("report.next"));
  await press(t("report.send"));
  expect(sent()).toMatchObject([{ url: "https://gia-mao.top/a" }]);
});

test("leaving out is offered only where there is something after the ?", async () => {
  await open("https://dang-ngo.example/nap", {});
  expect(screen.queryByRole("checkbox")).toBeNull();
  type(t("report.url"), "https://dang-ngo.example/nap?x=1");
  expect(screen.getByRole("checkbox")).toBeTruthy();
});

test("an address that is too long only after its ? can be shortened by leaving that out", async () => {
  await open(`https://dang-ngo.example/?${"a".repeat(5000)}`, {});
  fireEvent.click(screen.getByRole("checkbox"));
  await press(t("report.next"));
  expect(screen.getByText(t("report.previewTitle"))).toBeTruthy();
});

test("a sent report gives its code, and does not pretend to replace the police", async () => {
  await open("dang-ngo.example", { "send-report": SENT });
  await press(t("report.next"));
  await press(t("report.send"));
  expect(screen.getByText("TT-4F7K-9Q2M")).toBeTruthy();
  expect(screen.getByText("Báo cáo này không thay cho việc trình báo công an.")).toBeTruthy();
});

test.each([
  ["sent", "TT-4F7K-9Q2M", "Bạn đã gửi báo cáo này rồi", "Lần trước: ngày 20/11/2026."],
  ["waiting", null, "Chưa gửi được, đang chờ gửi lại", "Bạn đã viết báo cáo này rồi"],
] as const)(
  "a report that was %s before gets no second code, and is told so calmly",
  async (status, receipt, title, words) => {
    const first = aReport({
      id: "00000000-0000-4000-8000-000000000099",
      writtenAt: "2026-11-20T03:00:00Z",
    });
    await open("https://a.example/", { "send-report": () => queued(first, status, receipt, null) });
    await press(t("report.next"));
    await press(t("report.send"));
    const notice = screen.getByText(title).closest(".notice") as HTMLElement;
    expect(notice.textContent).toContain(words);
    if (receipt !== null) expect(notice.textContent).toContain(receipt);
    expect(notice.className).toContain("notice-plain");
  },
);

test("without a network the report waits, and the page says so", async () => {
  await open("dang-ngo.example", {
    "send-report": ({ report }) => queued(report, "waiting", null, "offline"),
  });
  await press(t("report.next"));
  await press(t("report.send"));
  expect(screen.getByText("Chưa gửi được, đang chờ gửi lại")).toBeTruthy();
});

test("a refused report tells what the server said", async () => {
  await open("dang-ngo.example", {
    "send-report": ({ report }) => queued(report, "refused", null, "url: too long"),
  });
  await press(t("report.next"));
  await press(t("report.send"));
  expect(document.body.textContent).toContain("Máy chủ trả lời: url: too long");
});

test("if the background fails nothing is lost, and the next try is the same report", async () => {
  let fail = true;
  const { sent } = await open("dang-ngo.example", {
    "send-report": (request) => {
      if (fail) throw new Error("gone");
      return SENT(request);
    },
  });
  type(t("report.note"), "Đòi mã OTP");
  await press(t("report.next"));
  await press(t("report.send"));
  expect(document.body.textContent).toContain("Tỉnh Táo không trả lời được");
  await press(t("report.edit"));
  expect((screen.getByLabelText(/Chuyện gì đã xảy ra/) as HTMLTextAreaElement).value).toBe(
    "Đòi mã OTP",
  );
  fail = false;
  await press(t("report.next"));
  await press(t("report.send"));
  const [first, second] = sent();
  expect(second?.id).toBe(first?.id);
});

test.each([
  ["", "Hãy ghi địa chỉ trang, hoặc ở phần chi tiết: số điện thoại hay số tài khoản của họ."],
  ["javascript:alert(1)", "Tỉnh Táo chỉ kiểm tra địa chỉ trang web (http hoặc https)."],
  ["https://", "Địa chỉ này không đúng dạng. Ví dụ: vietcombank.com.vn"],
  [`a.example/${"a".repeat(5000)}`, "Địa chỉ dài quá 4.096 ký tự. Hãy bỏ bớt phần cuối."],
])(
  "an address that can't be reported (%#) is refused in the person's words",
  async (url, words) => {
    await open(url, {});
    await press(t("report.next"));
    expect(screen.getByRole("alert").textContent).toBe(words);
    expect(screen.queryByText(t("report.previewTitle"))).toBeNull();
  },
);

test("a report of a wrong block asks for no form of scam", async () => {
  const { sent } = await open("https://a.example/", { "send-report": SENT }, "mistake");
  expect(screen.queryByLabelText(/Hình thức/)).toBeNull();
  await press(t("report.next"));
  await press(t("report.send"));
  expect(sent()[0]).toMatchObject({ kind: "false-positive", form: null });
});

describe("what is known already", () => {
  test("fills the form in, and the guess is called one until the person chooses", async () => {
    const { sent } = await open(
      { url: "https://vietcombank-otp.example/", verdict: FAKE_BANK },
      { "send-report": SENT },
    );
    expect((screen.getByLabelText(/Hình thức/) as HTMLSelectElement).value).toBe(
      "fake-lender-bank",
    );
    expect(screen.getByText(t("report.formGuessed"))).toBeTruthy();
    choose(t("report.form"), "fake-agency-website");
    expect(screen.queryByText(t("report.formGuessed"))).toBeNull();
    await press(t("report.next"));
    await press(t("report.send"));
    expect(sent()[0]).toMatchObject({
      form: "fake-agency-website",
      impersonated: "Vietcombank",
      evidence: { level: "block", reasons: ["listed:host", "form:fake-lender-bank", "imitates"] },
    });
  });

  test("may be a number, an account and a message without any address", async () => {
    const { sent } = await open(
      {
        phone: "+84 912.345.678",
        account: { number: "0123 456 789", bank: "Ngân hàng A" },
        text: "Tài khoản của bạn bị khóa",
      },
      { "send-report": SENT },
    );
    expect(document.querySelector("details")?.open).toBe(true);
    await press(t("report.next"));
    await press(t("report.send"));
    expect(sent()[0]).toMatchObject({
      url: null,
      phones: ["0912345678"],
      accounts: [{ number: "0123456789", bank: "Ngân hàng A", holder: null }],
      note: "Tài khoản của bạn bị khóa",
    });
  });
});

describe("the preview", () => {
  test("lets each part be taken out, in what is sent as in the form, but never the last subject", async () => {
    const { sent } = await open(
      { url: "https://a.example/", phone: "0912345678", verdict: FAKE_BANK, text: "Chuyện" },
      { "send-report": SENT },
    );
    await press(t("report.next"));
    for (const field of ["evidence", "impersonated", "note", "url"] as const) {
      await press(t("report.leaveOutPart", { part: t(`report.field.${field}`) }));
    }
    expect(
      screen.queryByRole("button", {
        name: t("report.leaveOutPart", { part: t("report.field.phones") }),
      }),
    ).toBeNull();
    await press(t("report.edit"));
    expect(
      (screen.getByLabelText(new RegExp(t("report.note").replace("?", ""))) as HTMLTextAreaElement)
        .value,
    ).toBe("");
    await press(t("report.next"));
    await press(t("report.send"));
    expect(sent()[0]).toMatchObject({
      url: null,
      phones: ["0912345678"],
      evidence: null,
      impersonated: null,
      note: "",
    });
  });

  test("shows the picture as it will be sent, and without it once it is taken out", async () => {
    const { sent } = await open("https://a.example/", { "send-report": SENT }, "scam", {
      begun: { ...DRAFT, url: "https://a.example/", screenshot: TINY_JPEG },
    });
    await press(t("report.next"));
    expect(document.querySelector("img")?.getAttribute("src")).toBe(
      `data:image/jpeg;base64,${TINY_JPEG}`,
    );
    await press(t("report.leaveOutPart", { part: t("report.field.screenshot") }));
    expect(document.querySelector("img")).toBeNull();
    await press(t("report.send"));
    expect(sent()[0]?.screenshot).toBeNull();
  });
});

describe("who has lost money", () => {
  test("is led to the bank's number at once, before any form, and to the report afterwards", async () => {
    const { sent, copied } = await open(
      { url: "https://vietcombank-otp.example/", verdict: FAKE_BANK },
      { "send-report": SENT, content: { failure: { code: "unreachable" } } },
      "scam",
      { offersWays: true },
    );
    await press(/Tôi đã mất tiền/);
    expect(document.body.textContent).toContain("Số của Vietcombank: 1900 54 54 13");
    expect(screen.queryByRole("textbox")).toBeNull();
    choose("Ngân hàng của bạn", "BIDV");
    expect(document.body.textContent).toContain("Số của BIDV: 1900 9247");
    await press(t("lost.write"));
    type(t("report.lost"), "12,5 triệu");
    expect(document.body.textContent).toContain("12.500.000 đồng");
    await press(t("report.next"));
    await press(t("report.send"));
    expect(sent()[0]).toMatchObject({ kind: "scam", lost: 12_500_000 });

    await press(t("copy.vneid"));
    await press(t("copy.police"));
    expect(copied[0]).toContain("Hậu quả: Mất 12.500.000 đồng");
    expect(copied[1]).toContain("TRÌNH BÁO VỀ VIỆC LỪA ĐẢO TRÊN MẠNG");
  });

  test("keeps what was written when going from one way to the other", async () => {
    await open("https://a.example/", { content: { failure: { code: "unreachable" } } }, "scam", {
      offersWays: true,
    });
    type(t("report.note").replace("?", ""), "Đòi mã OTP");
    await press(/Tôi đã mất tiền/);
    await press(t("lost.write"));
    await press(t("report.mistakeTitle"));
    const note = screen.getByRole("textbox", { name: /Chuyện gì/ }) as HTMLTextAreaElement;
    expect(note.value).toBe("Đòi mã OTP");
  });
});

test("a full disk is told before anything is written", async () => {
  await open("https://a.example/", { "report-room": { room: false } });
  await act(async () => undefined);
  expect(screen.getByText(t("report.noRoom"))).toBeTruthy();
});

test.each([
  ["phones", "report.phones", "không có", /Không đọc được số “không có”/],
  ["lost", "report.lost", "nhiều lắm", /Không đọc được số tiền/],
  ["happenedOn", "report.happenedOn", "2027-01-01", /Ngày này chưa tới/],
] as const)(
  "what can't be read is said at its place, in the unfolded part: %s",
  async (_, label, value, words) => {
    await open("https://a.example/", {});
    await unfold(true);
    type(t(label), value);
    await unfold(false);
    await press(t("report.next"));
    expect(screen.getByRole("alert").textContent).toMatch(words);
    expect(document.querySelector("details")?.open).toBe(true);
  },
);

test("the province of the settings is filled in, is no draft by itself, and can be left out", async () => {
  const settings = settingsInForce({ province: "gia-lai" }, { settings: {}, locked: [] });
  const kept: unknown[] = [];
  const { sent } = await open("https://a.example/", { settings, "send-report": SENT }, "scam", {
    keep: async (draft) => {
      kept.push(draft);
      return true;
    },
  });
  expect(kept).toEqual([]);
  expect(document.querySelector("details")?.open).toBe(false);
  await unfold(true);
  const province = screen.getByLabelText(t("report.province")) as HTMLSelectElement;
  expect(province.value).toBe("gia-lai");
  await press(t("report.next"));
  await press(t("report.leaveOutPart", { part: t("report.field.province") }));
  await press(t("report.send"));
  expect(sent()).toMatchObject([{ province: null }]);
});

test("a draft in which no province was named stays so", async () => {
  const settings = settingsInForce({ province: "gia-lai" }, { settings: {}, locked: [] });
  const begun = { ...DRAFT, url: "a.example" };
  await open("https://a.example/", { settings }, "scam", { begun });
  await unfold(true);
  expect((screen.getByLabelText(t("report.province")) as HTMLSelectElement).value).toBe("");
});

test("an address that was reported before is told so", async () => {
  const earlier = [aQueuedReport(aReport({ url: "https://a.example/" }))];
  await open("https://a.example/", {}, "scam", { earlier });
  expect(document.body.textContent).toContain("Bạn đã báo cáo địa chỉ này ngày 24/11/2026");
});

test("where nobody takes reports the form is not shown", async () => {
  await open("a.example", { state: { ...STATE, reportsAccepted: false } });
  expect(screen.getByText("Bản cài đặt này chưa có nơi nhận báo cáo.")).toBeTruthy();
  expect(screen.queryByRole("textbox")).toBeNull();
});

function queued(
  report: Report,
  status: QueuedReport["status"],
  receipt: string | null,
  problem: string | null,
): QueuedReport {
  return aQueuedReport(report, { status, receipt, problem });
}

function SENT({ report }: { report: Report }): QueuedReport {
  return queued(report, "sent", "TT-4F7K-9Q2M", null);
}

async function open(
  given: string | ReportPrefill,
  script: Script,
  way: Way = "scam",
  more: Partial<Parameters<typeof ReportForm>[0]> = {},
) {
  const prefill = typeof given === "string" ? { url: given } : given;
  const copied: string[] = [];
  const { ask, asked } = fakeBackground(script);
  const state = script.state && "list" in script.state ? script.state : STATE;
  let ids = 0;
  const needs = {
    ask: (async (request) => {
      try {
        return await ask(request);
      } catch {
        return { ok: false, failure: { code: "unreachable" } };
      }
    }) as typeof ask,
    now: () => NOW,
    newId: () => `00000000-0000-4000-8000-00000000000${++ids}`,
    newCode: () => CODE,
    inPrivateWindow: async () => false,
    copy: async (text: string) => {
      copied.push(text);
      return true;
    },
  };
  renderPage(
    <ReportForm
      way={way}
      prefill={prefill}
      needs={needs}
      known={{ state, failure: null, refresh: () => undefined }}
      {...more}
    />,
  );
  return {
    copied,
    sent: () =>
      asked.flatMap((request) => (request.type === "send-report" ? [request.report] : [])),
  };
}

async function press(name: string | RegExp) {
  await act(async () => {
    const button = screen.getByRole("button", { name }) as HTMLButtonElement;
    if (button.type === "submit") fireEvent.submit(button.closest("form") as HTMLFormElement);
    else fireEvent.click(button);
    // What the form asks the browser and the background before it can go on.
    await new Promise((resolve) => setTimeout(resolve));
  });
}

function type(label: string, value: string) {
  fireEvent.input(screen.getByLabelText(new RegExp(label)), { target: { value } });
}

async function unfold(isOpen: boolean) {
  const details = document.querySelector("details");
  if (!details) throw new Error("nothing can be unfolded");
  await act(async () => {
    details.open = isOpen;
    fireEvent(details, new Event("toggle"));
  });
}

function choose(label: string, value: string) {
  fireEvent.change(screen.getByLabelText(new RegExp(label)), { target: { value } });
}
