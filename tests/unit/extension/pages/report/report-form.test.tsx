// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { type Report, reportSchema } from "../../../../../src/core/report/report.ts";
import type { QueuedReport } from "../../../../../src/extension/messages.ts";
import { ReportForm } from "../../../../../src/extension/pages/report/report-form.tsx";
import { createText } from "../../../../../src/ui/text.ts";
import { fakeBackground, NOW, type Script, STATE } from "../fake-background.ts";
import { renderPage } from "../render-page.tsx";

const t = createText("vi");

afterEach(cleanup);

test("the preview shows exactly the record that is sent, field by field and word for word", async () => {
  const { sent } = await open("https://ai:do@dang-ngo.example/nap?x=1#y", { "send-report": SENT });
  type(t("report.note"), "  Đòi chuyển 2 triệu  ");
  choose(t("report.form"), "fake-investment");
  await press(t("report.next"));
  expect(sent()).toEqual([]);

  await press(t("report.raw"));
  const raw = JSON.parse(document.querySelector("pre")?.textContent ?? "");
  const shown = [...document.querySelectorAll("dd")].map((value) => value.textContent);
  await press(t("report.send"));

  const [record] = sent();
  expect(record).toEqual(raw);
  expect(record).toEqual({
    id: "00000000-0000-4000-8000-000000000001",
    kind: "scam",
    url: "https://dang-ngo.example/nap?x=1",
    form: "fake-investment",
    note: "Đòi chuyển 2 triệu",
    writtenAt: "2026-11-24T03:00:00.000Z",
    feedVersion: 128,
    extensionVersion: "0.1.0",
  });
  expect(reportSchema.safeParse(record).success).toBe(true);
  expect(shown).toHaveLength(Object.keys(record ?? {}).length);
  for (const words of [
    "Trang lừa đảo",
    "https://dang-ngo.example/nap?x=1",
    "Đầu tư chứng khoán, tiền ảo, đa cấp giả",
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
  expect(document.body.textContent).toContain("Phần chạy nền của Tỉnh Táo không trả lời được");
  await press(t("report.edit"));
  expect((screen.getByLabelText(/Ghi chú/) as HTMLTextAreaElement).value).toBe("Đòi mã OTP");
  fail = false;
  await press(t("report.next"));
  await press(t("report.send"));
  const [first, second] = sent();
  expect(second?.id).toBe(first?.id);
});

test.each([
  ["", "Hãy nhập một địa chỉ."],
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
  const { sent } = await open("https://a.example/", { "send-report": SENT }, "false-positive");
  expect(screen.queryByLabelText(/Hình thức/)).toBeNull();
  await press(t("report.next"));
  await press(t("report.send"));
  expect(sent()[0]).toMatchObject({ kind: "false-positive", form: null });
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
  return { report, status, receipt, problem };
}

function SENT({ report }: { report: Report }): QueuedReport {
  return queued(report, "sent", "TT-4F7K-9Q2M", null);
}

async function open(url: string, script: Script, kind: Report["kind"] = "scam") {
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
  };
  renderPage(
    <ReportForm
      kind={kind}
      url={url}
      needs={needs}
      known={{ state, failure: null, refresh: () => undefined }}
    />,
  );
  return {
    sent: () =>
      asked.flatMap((request) => (request.type === "send-report" ? [request.report] : [])),
  };
}

async function press(name: string) {
  await act(async () => {
    const button = screen.getByRole("button", { name }) as HTMLButtonElement;
    if (button.type === "submit") fireEvent.submit(button.closest("form") as HTMLFormElement);
    else fireEvent.click(button);
  });
}

function type(label: string, value: string) {
  fireEvent.input(screen.getByLabelText(new RegExp(label)), { target: { value } });
}

function choose(label: string, value: string) {
  fireEvent.change(screen.getByLabelText(new RegExp(label)), { target: { value } });
}
