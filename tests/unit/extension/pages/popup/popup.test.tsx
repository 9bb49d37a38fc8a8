// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, within } from "@testing-library/preact";
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Verdict } from "../../../../../src/core/verdict/verdict.ts";
import type { ListState, TabVerdict } from "../../../../../src/extension/messages.ts";
import { Popup } from "../../../../../src/extension/pages/popup/popup.tsx";
import type { PopupNeeds } from "../../../../../src/extension/pages/popup/popup-needs.ts";
import type { Language } from "../../../../../src/ui/language-of.ts";
import { aQueuedReport, aReport } from "../../../a-report.ts";
import { inTime } from "../../../in-time.ts";
import {
  FAKE_BANK,
  fakeBackground,
  LIST,
  LISTED,
  NOW,
  OFFICIAL,
  type Script,
  STATE,
  UNKNOWN,
} from "../fake-background.ts";
import { fakeDrafts } from "../fake-drafts.ts";
import { renderPage } from "../render-page.tsx";

beforeEach(() => {
  vi.useFakeTimers();
});
// Read when it is first wanted: here it must be there at once.
beforeAll(() => import("../../../../../src/extension/pages/report/report-tab.tsx"));

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

let drafts = fakeDrafts();
beforeEach(() => {
  drafts = fakeDrafts();
});
const openSettings = vi.fn();
const requestSiteAccess = vi.fn(async () => true);

describe("this site", () => {
  const cases: [string, Verdict, string, string, string][] = [
    [
      "official",
      OFFICIAL,
      "notice-verified",
      "Trang chính thức của Vietcombank",
      "Official site of Vietcombank",
    ],
    ["imitating", FAKE_BANK, "notice-stop", "Trang giả mạo Vietcombank", "A fake Vietcombank site"],
    ["listed", LISTED, "notice-stop", "Trang bị chặn", "Blocked site"],
    [
      "denied by the agency",
      { ...LISTED, source: "agency-deny", reasons: [{ code: "agency-deny", entry: "a.example" }] },
      "notice-stop",
      "Trang bị cơ quan của bạn chặn",
      "Your organisation blocks this site",
    ],
    [
      "suspicious",
      { ...LISTED, level: "warn", source: "evidence" },
      "notice-care",
      "Trang có dấu hiệu lừa đảo",
      "Signs of a scam",
    ],
    [
      "unknown",
      UNKNOWN,
      "notice-plain",
      "Chưa có thông tin về trang này",
      "Nothing is known about this site",
    ],
    [
      "a stranger's page on a known host",
      {
        ...UNKNOWN,
        reasons: [{ code: "user-content", organisation: "Google", domain: "google.com" }],
      },
      "notice-plain",
      "Trang do người dùng đăng trên Google",
      "A page that somebody put up on Google",
    ],
    [
      "overridden",
      { ...UNKNOWN, source: "override", reasons: [{ code: "override", until: NOW }] },
      "notice-care",
      "Bạn đang ở trang bị chặn",
      "You are on a blocked site",
    ],
    [
      "allowed by the agency",
      {
        ...UNKNOWN,
        source: "agency-allow",
        reasons: [{ code: "agency-allow", entry: "a.example" }],
      },
      "notice-plain",
      "Cơ quan của bạn cho phép trang này",
      "Your organisation allows this site",
    ],
  ];
  for (const [what, verdict, tone, vietnamese, english] of cases) {
    test.each<[Language, string]>([
      ["vi", vietnamese],
      ["en", english],
    ])(`${what} is told in %s`, async (language, words) => {
      await open({ "tab-verdict": tab(verdict) }, language);
      const card = screen.getByText(words).closest(".notice");
      expect(card?.className).toContain(tone);
    });
  }

  test("whoever went on to a fake site still reads whom it imitates, and gets to the real one", async () => {
    await open({
      "tab-verdict": tab(
        {
          ...FAKE_BANK,
          level: "none",
          source: "override",
          reasons: [{ code: "override", until: NOW }, ...FAKE_BANK.reasons],
        },
        "https://vietcombank-otp.example/",
      ),
    });
    expect(document.querySelector(".address-borrowed")?.textContent).toBe("vietcombank");
    expect(body()).toContain("Bạn đang ở trang bị chặn");
    expect(body()).toContain("Mạo danh Vietcombank");
    expect(screen.getByText(/^Đến trang thật/)).toBeTruthy();
  });

  test("what the agency denies is called no scam", async () => {
    await open({
      "tab-verdict": tab({
        ...LISTED,
        source: "agency-deny",
        reasons: [{ code: "agency-deny", entry: "a.example" }],
      }),
    });
    expect(body()).not.toContain("lừa đảo");
  });

  test("only an official site gets the check mark", async () => {
    await open({ "tab-verdict": tab(UNKNOWN) });
    expect(document.querySelector(".mark-verified")).toBeNull();
    cleanup();
    await open({ "tab-verdict": tab(OFFICIAL) });
    expect(document.querySelector(".mark-verified")).not.toBeNull();
  });

  test("nothing known is never called safe, and can be reported with the address filled in", async () => {
    await open({ "tab-verdict": tab(UNKNOWN, "https://dang-ngo.example/nap?x=1") });
    expect(body()).toContain("Chưa có thông tin không có nghĩa là an toàn.");
    await press("Báo cáo trang này");
    await settle();
    expect((screen.getByLabelText("Địa chỉ trang") as HTMLInputElement).value).toBe(
      "https://dang-ngo.example/nap?x=1",
    );
  });

  test("a blocked site leads whoever was robbed there to first aid, and whoever doubts it to its report", async () => {
    await open({ "tab-verdict": tab(LISTED) });
    await press("Bạn đã lỡ nhập mật khẩu hoặc chuyển tiền?");
    await settle();
    expect(screen.getByText("Gọi ngân hàng ngay")).toBeTruthy();
    cleanup();
    await open({ "tab-verdict": tab(LISTED) });
    await press("Báo chặn nhầm");
    await settle();
    expect(body()).toContain("Bạn cho rằng trang này bị chặn nhầm?");
  });

  test("a page of the browser is told apart", async () => {
    await open({ "tab-verdict": { url: null, verdict: null, blockedFrames: [] } });
    expect(screen.getByText("Đây là trang của trình duyệt")).toBeTruthy();
  });

  test("blocked frames are named", async () => {
    await open({
      "tab-verdict": { ...tab(UNKNOWN), blockedFrames: ["https://quang-cao.example/x"] },
    });
    expect(screen.getByText("Đã chặn 1 phần nhúng trong trang này")).toBeTruthy();
    expect(body()).toContain("quang-cao.example");
  });

  test.each([
    ["nothing is known of", UNKNOWN, "Chưa có thông tin về trang này"],
    ["is official", OFFICIAL, "Trang chính thức của Vietcombank"],
  ])("that frames were blocked comes before a site that %s", async (_, verdict, words) => {
    await open({
      "tab-verdict": { ...tab(verdict), blockedFrames: ["https://quang-cao.example/"] },
    });
    const titles = [...document.querySelectorAll(".notice-title")].map(
      (title) => title.textContent,
    );
    expect(titles).toEqual(["Đã chặn 1 phần nhúng trong trang này", words]);
  });

  test("a live override can be taken back, and the verdict is asked again", async () => {
    let live = [{ entry: "evil.example", tabId: 7, until: NOW + 300_000 }];
    const { asked } = await open({
      "tab-verdict": tab(UNKNOWN),
      overrides: () => live,
      "revoke-override": () => {
        live = [];
        return { ok: true };
      },
    });
    await press("Chặn lại evil.example");
    expect(asked).toContainEqual({ type: "revoke-override", entry: "evil.example" });
    expect(screen.queryByText("Trang bị chặn mà bạn vẫn vào")).toBeNull();
    expect(asked.filter(({ type }) => type === "tab-verdict")).toHaveLength(2);
  });
});

describe("a background that fails", () => {
  test("the shell stands before any answer", async () => {
    await open({}, "vi", { state: false });
    expect(screen.getByText("Tỉnh Táo")).toBeTruthy();
    expect(screen.getAllByRole("tab").map((tab) => tab.textContent)).toEqual([
      "Trang này",
      "Cảnh báo",
      "Kiểm tra",
      "Báo cáo",
      "Học",
    ]);
    expect(body()).toContain("Đang đọc tình trạng…");
  });

  test("is told in words, never as a blank or as «nothing known»", async () => {
    const failure = { failure: { code: "timeout" as const } };
    await open({ state: failure, "tab-verdict": failure });
    expect(body()).toContain("Tỉnh Táo chưa trả lời.");
    expect(body()).toContain("Không đọc được tình trạng");
    expect(body()).not.toContain("Chưa có thông tin");
  });
});

describe("the state of the list", () => {
  const cases: [string, Partial<ListState>, string, string, string][] = [
    ["fresh", {}, "full", "Danh sách cách đây 4 phút", "Đang bảo vệ bạn"],
    [
      "stale",
      { freshness: "stale", confirmedAt: NOW - 9 * 3_600_000 },
      "half",
      "Danh sách cách đây 9 giờ",
      "Danh sách hơi cũ, Tỉnh Táo vẫn chặn",
    ],
    [
      "expired",
      { freshness: "expired", confirmedAt: NOW - 20 * 86_400_000 },
      "ring",
      "Danh sách cách đây 20 ngày",
      "Danh sách quá hạn, Tỉnh Táo vẫn chặn theo bản cuối",
    ],
    [
      "missing",
      { freshness: "none", entries: 0, madeAt: null, confirmedAt: null },
      "cross",
      "Chưa có danh sách",
      "Chưa có danh sách, Tỉnh Táo chưa bảo vệ được bạn",
    ],
    [
      "not enforced",
      { enforced: false },
      "triangle",
      "Danh sách cách đây 4 phút",
      "Trình duyệt chưa áp dụng danh sách",
    ],
    [
      "forged",
      { problem: { code: "forged", detail: "targets: threshold 1 not met", at: NOW } },
      "triangle",
      "Danh sách cách đây 4 phút",
      "Bản tải về có chữ ký không đúng nên đã bị bỏ.",
    ],
    [
      "offline but fresh",
      { problem: { code: "offline", detail: "timestamp.json", at: NOW } },
      "full",
      "Danh sách cách đây 4 phút",
      "Không có mạng. Tỉnh Táo sẽ tự cập nhật khi có mạng lại.",
    ],
  ];
  test.each(cases)("%s has its own sign and words", async (_, list, shape, age, words) => {
    await open({ state: { ...STATE, list: { ...LIST, ...list } } });
    expect(document.querySelector(".sign")?.getAttribute("data-shape")).toBe(shape);
    const header = screen.getByRole("button", { name: /Tình trạng danh sách/ });
    expect(header.textContent).toContain(age);
    fireEvent.click(header);
    expect(body()).toContain(words);
  });

  test("the panel gives number of entries, version and age", async () => {
    await open({});
    await press(/Tình trạng danh sách/);
    const facts = document.querySelector(".facts")?.textContent ?? "";
    expect(facts).toContain("4.966");
    expect(facts).toContain("128");
    expect(facts).toContain("0.1.0");
  });

  test("the panel says how many pages are stopped only while they open, if there are any", async () => {
    await open({ state: { ...STATE, list: { ...LIST, covered: 3180 } } });
    await press(/Tình trạng danh sách/);
    const label = screen.getByText("Chặn lúc trang đang mở");
    expect(label.nextElementSibling?.textContent).toBe("3.180");
  });

  test("without any list an unknown site is not called unknown", async () => {
    await open({
      state: { ...STATE, list: { ...LIST, freshness: "none" } },
      "tab-verdict": tab(UNKNOWN),
    });
    expect(screen.getByText("Chưa có danh sách nên chưa kiểm tra được")).toBeTruthy();
    expect(body()).not.toContain("Chưa có thông tin về trang này");
  });

  test("«update now» tells how it ended", async () => {
    await open({ "update-now": LIST });
    await press(/Tình trạng danh sách/);
    await press("Cập nhật ngay");
    expect(screen.getByText("Đã là bản mới nhất.")).toBeTruthy();
    cleanup();
    const problem = { code: "server" as const, detail: "HTTP 503", at: NOW };
    await open({ "update-now": { ...LIST, problem } });
    await press(/Tình trạng danh sách/);
    await press("Cập nhật ngay");
    expect(body()).toContain("Máy chủ danh sách không trả lời.");
  });

  test("where nobody names a feed the panel says so instead of offering an update", async () => {
    await open({ state: { ...STATE, list: { ...LIST, feedConfigured: false } } });
    await press(/Tình trạng danh sách/);
    expect(body()).toContain("không có nguồn cập nhật");
    expect(screen.queryByText("Cập nhật ngay")).toBeNull();
  });

  test("says whether private windows are protected, and if not, how to have it so", async () => {
    await open({ state: { ...STATE, inPrivate: false } });
    await press(/Tình trạng danh sách/);
    expect(document.querySelector(".facts")?.textContent).toContain("chưa được bảo vệ");
    expect(body()).toContain("cho phép chạy ở chế độ ẩn danh");
    cleanup();
    await open({});
    await press(/Tình trạng danh sách/);
    expect(document.querySelector(".facts")?.textContent).toContain("Cửa sổ ẩn danhđược bảo vệ");
    expect(body()).not.toContain("cho phép chạy");
  });

  test("tells that access to sites was withdrawn, and asks for it from a click", async () => {
    const problem = { code: "site-access", detail: "no permission", at: NOW } as const;
    await open({ state: { ...STATE, list: { ...LIST, enforced: false, problem } } });
    await press(/Danh sách/);
    expect(body()).not.toContain("Đang bảo vệ bạn");
    expect(body()).toContain("không còn cho Tỉnh Táo hoạt động trên mọi trang");
    await press("Cho phép trên mọi trang");
    expect(requestSiteAccess).toHaveBeenCalledOnce();
  });

  test("what is wrong with the list leads to what can be done about it", async () => {
    const problem = { code: "site-access", detail: "no permission", at: NOW } as const;
    await open({
      state: { ...STATE, list: { ...LIST, enforced: false, problem } },
      "tab-verdict": tab(UNKNOWN),
    });
    await press("Xem chi tiết");
    expect(screen.getByRole("button", { name: "Cho phép trên mọi trang" })).toBeTruthy();
  });

  test("without any list no version is claimed to have come with the package", async () => {
    await open({
      state: { ...STATE, list: { ...LIST, freshness: "none", version: 0, entries: 0 } },
    });
    await press(/Tình trạng danh sách/);
    expect(document.querySelector(".facts")?.textContent).not.toContain("kèm bản cài đặt");
  });

  test("the self-test shows each check and the code to read out", async () => {
    await open({
      "self-test": {
        passed: false,
        code: "TT1-R0",
        checks: [
          { name: "list", passed: true, detail: "" },
          { name: "rules", passed: false, detail: "0 of 4966" },
        ],
      },
    });
    await press(/Tình trạng danh sách/);
    await press("Kiểm tra bảo vệ");
    expect(screen.getByText("Có phần chưa hoạt động")).toBeTruthy();
    expect(screen.getByText("TT1-R0")).toBeTruthy();
    const bad = screen.getByText("Chặn trong trình duyệt").closest("li") as HTMLElement;
    expect(within(bad).getByText("Chưa được")).toBeTruthy();
    expect(within(bad).getByText("0 of 4966")).toBeTruthy();
  });
});

describe("the check", () => {
  test("is loaded when it is asked for, and keeps what was typed while another part is looked at", async () => {
    await open({});
    fireEvent.click(screen.getByRole("tab", { name: "Kiểm tra" }));
    const box = await checkBox();
    fireEvent.input(box, { target: { value: "0912 345" } });
    fireEvent.click(screen.getByRole("tab", { name: "Trang này" }));
    fireEvent.click(screen.getByRole("tab", { name: "Kiểm tra" }));
    expect((await checkBox()).value).toBe("0912 345");
  });

  async function checkBox() {
    return inTime(() => screen.getByLabelText<HTMLTextAreaElement>("Bạn muốn kiểm tra gì?"));
  }
});

test("arrows move between the tabs", async () => {
  await open({});
  screen.getByRole("tab", { selected: true }).focus();
  const hit = (key: string) => fireEvent.keyDown(document.activeElement as Element, { key });
  hit("ArrowRight");
  expect(screen.getByRole("tab", { selected: true }).textContent).toBe("Cảnh báo");
  hit("End");
  expect(screen.getByRole("tab", { selected: true }).textContent).toBe("Học");
  hit("ArrowRight");
  expect(screen.getByRole("tab", { selected: true }).textContent).toBe("Trang này");
});

test("arrows go on from the tab that has the focus while the list is shown instead of a tab", async () => {
  await open({});
  await press(/Tình trạng danh sách/);
  fireEvent.keyDown(screen.getByRole("tab", { name: "Trang này" }), { key: "ArrowRight" });
  expect(screen.getByRole("tab", { selected: true }).textContent).toBe("Cảnh báo");
});

describe("a report that was begun", () => {
  const URL_BOX = "Địa chỉ trang";
  const openReport = async (script: Script = {}) => {
    const opened = await open({
      "tab-verdict": tab(UNKNOWN, "https://dang-ngo.example/nap"),
      ...script,
    });
    fireEvent.click(screen.getByRole("tab", { name: "Báo cáo" }));
    await settle();
    return opened;
  };
  const close = () => cleanup();
  const write = (label: string | RegExp, value: string) =>
    fireEvent.input(screen.getByLabelText(label), { target: { value } });
  const written = (label: string | RegExp) =>
    (screen.getByLabelText(label) as HTMLInputElement).value;
  const submit = () =>
    act(async () => {
      const button = screen.getByRole("button", { name: "Xem trước khi gửi" });
      fireEvent.submit(button.closest("form") as HTMLFormElement);
    });

  test("comes back as it was when the popup is opened again, and says that it is a draft", async () => {
    await openReport();
    write(URL_BOX, "https://khac.example/a?b=1");
    write(/Chuyện gì đã xảy ra/, "Đòi mã OTP");
    fireEvent.change(screen.getByLabelText(/Hình thức/), { target: { value: "fake-investment" } });
    fireEvent.click(screen.getByRole("checkbox"));
    close();

    await openReport();
    expect(screen.getByText("Bản nháp chưa gửi")).toBeTruthy();
    expect(written(URL_BOX)).toBe("https://khac.example/a?b=1");
    expect(written(/Chuyện gì đã xảy ra/)).toBe("Đòi mã OTP");
    expect(written(/Hình thức/)).toBe("fake-investment");
    expect((screen.getByRole("checkbox") as HTMLInputElement).checked).toBe(true);
  });

  test("is not made of an address that was only looked at", async () => {
    await openReport();
    close();
    expect(drafts.kept).toBeNull();
  });

  test("can be thrown away, and the form begins with this site again", async () => {
    await openReport();
    write(URL_BOX, "https://khac.example/");
    close();
    await openReport();
    await press("Bỏ bản nháp");
    expect(written(URL_BOX)).toBe("https://dang-ngo.example/nap");
    expect(screen.queryByText("Bản nháp chưa gửi")).toBeNull();
    expect(drafts.kept).toBeNull();
  });

  test("is forgotten once it is sent, and the next one is no draft", async () => {
    await openReport();
    write(/Chuyện gì đã xảy ra/, "Đòi mã OTP");
    close();
    await openReport({
      "send-report": ({ report }) => aQueuedReport(report, { receipt: "TT-1" }),
    });
    await submit();
    await press("Gửi báo cáo");
    expect(drafts.kept).toBeNull();
    await press("Báo cáo trang khác");
    expect([written(/Chuyện gì đã xảy ra/), screen.queryByText("Bản nháp chưa gửi")]).toEqual([
      "",
      null,
    ]);
  });

  test("shows its receipt if the popup closed while it was sent, and is not sent again", async () => {
    const { asked } = await openReport();
    write(/Chuyện gì đã xảy ra/, "Đòi mã OTP");
    await submit();
    await press("Gửi báo cáo");
    const sent = asked.find((request) => request.type === "send-report");
    close();

    const report = sent?.type === "send-report" ? sent.report : null;
    if (report === null) throw new Error("nothing was sent");
    await openReport({ reports: [aQueuedReport(report, { receipt: "TT-9" })] });
    expect(screen.getByText("TT-9")).toBeTruthy();
    expect(drafts.kept).toBeNull();
  });

  test("that could not be stored by the background stays a draft", async () => {
    await openReport({
      "send-report": ({ report }) => aQueuedReport(report, { status: "full", receipt: null }),
    });
    write(/Chuyện gì đã xảy ra/, "Đòi mã OTP");
    await submit();
    await press("Gửi báo cáo");
    close();
    await openReport();
    expect(written(/Chuyện gì đã xảy ra/)).toBe("Đòi mã OTP");
  });
});

test("earlier reports are listed with what became of them", async () => {
  const report = (n: number) => aReport({ id: `00000000-0000-4000-8000-00000000000${n}` });
  await open({
    reports: [
      aQueuedReport(report(1)),
      aQueuedReport(report(2), { status: "waiting", receipt: null, problem: "offline" }),
      aQueuedReport(report(3), { status: "refused", receipt: null, problem: "url" }),
    ],
  });
  fireEvent.click(screen.getByRole("tab", { name: "Báo cáo" }));
  await settle();
  expect(body()).toContain("Đã gửi, mã TT-4F7K-9Q2M");
  expect(body()).toContain("Đang chờ gửi lại");
  expect(body()).toContain("Không được nhận: url");
});

function tab(verdict: Verdict, url = "https://www.example/"): TabVerdict {
  return { url, verdict, blockedFrames: [] };
}

async function open(script: Script, language: Language = "vi", { state = true } = {}) {
  const { ask, asked } = fakeBackground(state ? script : { ...script, state: undefined });
  const needs: PopupNeeds = {
    ask,
    now: () => NOW,
    newId: () => "00000000-0000-4000-8000-000000000000",
    newCode: () => "00112233445566778899aabbccddeeff",
    inPrivateWindow: async () => false,
    copy: async () => true,
    capture: async () => null,
    tabId: async () => 7,
    drafts,
    openSettings,
    requestSiteAccess,
    requestNotifications: async () => false,
    place: "",
    readQrPicture: async () => ({ ok: false, problem: "no-code" }),
    openCheckWindow: null,
  };
  renderPage(<Popup needs={needs} />, language);
  await settle();
  return { asked };
}

async function settle() {
  await act(async () => {
    await vi.advanceTimersByTimeAsync(0);
  });
}

async function press(name: string | RegExp) {
  await act(async () => {
    fireEvent.click(screen.getByRole("button", { name }));
    await vi.advanceTimersByTimeAsync(0);
  });
}

const body = () => document.body.textContent ?? "";
