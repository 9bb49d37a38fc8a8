// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, within } from "@testing-library/preact";
import { afterEach, describe, expect, test, vi } from "vitest";
import { DEFAULT_POLICY, type Policy } from "../../../../../src/core/policy/policy.ts";
import { DEFAULT_SETTINGS, type SomeSettings } from "../../../../../src/core/settings/settings.ts";
import { settingsFile } from "../../../../../src/core/settings/settings-file.ts";
import { settingsInForce } from "../../../../../src/core/settings/settings-in-force.ts";
import type { History } from "../../../../../src/extension/messages.ts";
import { SettingsPage } from "../../../../../src/extension/pages/settings/settings-page.tsx";
import type { Language } from "../../../../../src/ui/language-of.ts";
import { inTime } from "../../../in-time.ts";
import { FAKE_BANK, fakeBackground, LISTED, NOW, type Script } from "../fake-background.ts";
import { renderPage } from "../render-page.tsx";
import { fakeSettingsNeeds } from "./fake-settings-needs.ts";

afterEach(cleanup);

const NOTHING: History = { blocked: [], goneOn: [], lists: [] };
const HISTORY: History = {
  blocked: [
    { host: "trung-thuong.example", frame: true, verdict: LISTED, at: NOW, times: 1 },
    { host: "vietcombank-otp.example", frame: false, verdict: FAKE_BANK, at: NOW - 1, times: 3 },
  ],
  goneOn: [{ host: "evil.example", at: NOW - 2, until: NOW - 1 }],
  lists: [
    { version: 12, entries: 4_966, at: NOW },
    { version: 0, entries: 4_960, at: NOW - 1 },
  ],
};

/** A background that keeps what is saved, under a policy. */
function keeping(own: SomeSettings = {}, policy: Policy = DEFAULT_POLICY): Script {
  let kept = own;
  return {
    settings: () => settingsInForce(kept, policy),
    "save-settings": ({ changes }) => {
      kept = { ...kept, ...changes };
      return settingsInForce(kept, policy);
    },
    overrides: [],
    history: NOTHING,
  };
}

async function open(script: Script, language: Language = "vi") {
  const { ask, asked } = fakeBackground(script);
  const needs = fakeSettingsNeeds(ask);
  renderPage(<SettingsPage needs={needs} />, language);
  await settle();
  const saved = () => asked.filter(({ type }) => type === "save-settings");
  return { needs, asked, saved };
}

const settle = () => act(async () => void (await new Promise((done) => setTimeout(done, 5))));
const press = async (element: HTMLElement) => {
  fireEvent.click(element);
  await settle();
};
const part = (name: string) => within(screen.getByRole("region", { name }));

describe("a choice", () => {
  test("is saved at once, and alone", async () => {
    const { saved } = await open(keeping());
    await press(screen.getByLabelText("Chữ lớn"));
    expect(saved()).toEqual([{ type: "save-settings", changes: { textSize: "large" } }]);
    expect(screen.getByText("Đã lưu.")).toBeTruthy();
  });

  test("of groups keeps the others", async () => {
    const { saved } = await open(keeping({ audience: ["rural"] }));
    await press(screen.getByLabelText("Người cao tuổi"));
    await press(screen.getByLabelText("Người dân nông thôn, vùng sâu, vùng xa"));
    expect(saved()).toMatchObject([
      { changes: { audience: ["elderly", "rural"] } },
      { changes: { audience: ["elderly"] } },
    ]);
  });

  test("of quiet hours begins with the night, and each end can be moved", async () => {
    const { saved } = await open(keeping());
    await press(screen.getByLabelText("Không nhắc trong giờ nghỉ"));
    fireEvent.change(screen.getByLabelText("Từ"), { target: { value: "22" } });
    await settle();
    expect(saved()).toMatchObject([
      { changes: { cadence: { quietHours: { from: 21, to: 7 }, weekly: true } } },
      { changes: { cadence: { quietHours: { from: 22, to: 7 } } } },
    ]);
  });

  test("to hear nothing says that urgent alerts are silent too", async () => {
    await open(keeping());
    await press(screen.getByLabelText("Cho Tỉnh Táo nhắc tôi"));
    expect(screen.getByText(/cả cảnh báo khẩn/)).toBeTruthy();
    expect((screen.getByLabelText("Mẹo mỗi tuần") as HTMLInputElement).disabled).toBe(true);
  });

  test("that can't be stored says so, and shows what holds", async () => {
    await open({ ...keeping(), "save-settings": { failure: { code: "unreachable" } } });
    await press(screen.getByLabelText("Ghi lại trang đã chặn"));
    expect(screen.getByText("Chưa lưu được.")).toBeTruthy();
    expect((screen.getByLabelText("Ghi lại trang đã chặn") as HTMLInputElement).checked).toBe(true);
  });
});

test("settings that can't be read are no defaults", async () => {
  await open({ settings: { failure: { code: "timeout" } }, history: NOTHING });
  expect(screen.queryByLabelText("Chữ lớn")).toBeNull();
  expect(screen.getAllByText(/chưa trả lời/).length).toBeGreaterThan(0);
});

describe("notifications", () => {
  const LABEL = "Hiện thông báo khi có cảnh báo mới";

  test("are on once the browser allows them", async () => {
    const { needs, saved } = await open(keeping());
    await press(screen.getByLabelText(LABEL));
    expect(needs.requestNotifications).toHaveBeenCalledOnce();
    expect(saved()).toMatchObject([{ changes: { notifications: true } }]);
  });

  test("stay off where the person told the browser no, and it is said", async () => {
    const { needs, saved } = await open(keeping());
    needs.requestNotifications.mockResolvedValue(false);
    await press(screen.getByLabelText(LABEL));
    expect(saved()).toEqual([]);
    expect((screen.getByLabelText(LABEL) as HTMLInputElement).checked).toBe(false);
    expect(screen.getByText("Trình duyệt chưa cho phép hiện thông báo.")).toBeTruthy();
  });

  test("that came on by a file or a policy can be allowed afterwards", async () => {
    const { ask } = fakeBackground(keeping({ notifications: true }));
    const needs = fakeSettingsNeeds(ask);
    needs.mayNotify.mockResolvedValue(false);
    renderPage(<SettingsPage needs={needs} />);
    await settle();
    await press(await inTime(() => screen.getByRole("button", { name: "Cho phép" })));
    expect(needs.requestNotifications).toHaveBeenCalledOnce();
    expect(screen.queryByText("Trình duyệt chưa cho phép hiện thông báo.")).toBeNull();
  });
});

describe("under an agency's policy", () => {
  const policy: Policy = {
    ...DEFAULT_POLICY,
    agencyName: "Sở A",
    settings: { province: "hue" },
    locked: ["province", "cadence"],
  };

  test("what is locked is shown as the agency's, and closed", async () => {
    await open(keeping({}, policy));
    const province = screen.getByLabelText("Tỉnh, thành phố") as HTMLSelectElement;
    expect([province.value, province.disabled]).toEqual(["hue", true]);
    // Rhythm and quiet hours are one setting, asked in two questions.
    expect(screen.getAllByText("Do Sở A đặt, bạn không đổi được.")).toHaveLength(3);
    expect(screen.getByText("Sở A quản lý tiện ích này")).toBeTruthy();
  });

  test("an agency without a name is «cơ quan của bạn»", async () => {
    const { agencyName: _, ...nameless } = policy;
    await open(keeping({}, nameless));
    expect(screen.getByText("Cơ quan của bạn quản lý tiện ích này")).toBeTruthy();
  });

  test("a file changes what is open, and says what stays", async () => {
    const { saved } = await open(keeping({}, policy));
    await chooseFile(settingsFile({ ...DEFAULT_SETTINGS, province: "gia-lai", sector: "health" }));
    expect(screen.getByText(/Giữ nguyên.*Tỉnh, thành phố/)).toBeTruthy();
    await press(screen.getByRole("button", { name: "Áp dụng" }));
    expect(saved()[0]).toMatchObject({ changes: { sector: "health" } });
    expect(saved()[0]).not.toMatchObject({ changes: { province: "gia-lai" } });
  });
});

describe("a file of settings", () => {
  test("shows what changes, in words, and changes nothing until it is applied", async () => {
    const { saved } = await open(keeping());
    await chooseFile(
      settingsFile({
        ...DEFAULT_SETTINGS,
        language: "en",
        cadence: {
          ...DEFAULT_SETTINGS.cadence,
          monthly: false,
          quietHours: { from: 21, to: 7 },
        },
        keepHistory: false,
      }),
    );
    const items = part("Mang cài đặt sang máy khác").getAllByRole("listitem");
    expect(items.map((item) => item.textContent)).toEqual([
      "Ngôn ngữ: từ “Theo trình duyệt” thành “English”",
      "Nhắc nhở: từ “Mẹo mỗi tuần, Chủ đề mỗi tháng, Chiến dịch mỗi quý” thành " +
        "“Mẹo mỗi tuần, Chiến dịch mỗi quý; Giờ nghỉ: Từ 21 giờ đến 7 giờ”",
      "Ghi lại trang đã chặn: từ “Có” thành “Không”",
    ]);
    await press(screen.getByRole("button", { name: "Thôi" }));
    expect(saved()).toEqual([]);
    expect(screen.queryByRole("button", { name: "Áp dụng" })).toBeNull();
  });

  test("that changes nothing says so", async () => {
    await open(keeping());
    await chooseFile(settingsFile(DEFAULT_SETTINGS));
    expect(screen.getByText(/không thay đổi gì/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Áp dụng" })).toBeNull();
  });

  test("with a mistake says where", async () => {
    await open(keeping());
    await chooseFile(
      '{"kind":"tinhtao-settings","version":1,"settings":{"province":"binh-duong"}}',
    );
    expect(screen.getByText(/Tệp bị sai.*Chỗ sai: province/)).toBeTruthy();
  });

  test("is written with what holds now", async () => {
    const { needs } = await open(keeping({ province: "hue" }));
    await press(screen.getByRole("button", { name: "Lưu cài đặt thành tệp" }));
    const [name, text] = needs.download.mock.calls[0] ?? [];
    expect(name).toMatch(/\.json$/);
    expect(JSON.parse(String(text)).settings.province).toBe("hue");
  });
});

describe("the history", () => {
  test("says what was blocked, why, how often and where", async () => {
    await open({ ...keeping(), history: HISTORY });
    const items = part("Trang đã chặn").getAllByRole("listitem");
    const [first, second] = items.map((item) => item.textContent);
    expect(first).toMatch(
      /^trung-thuong\.exampleTrang nằm trong danh sách lừa đảo.*nhúng trong trang khác$/,
    );
    expect(second).toMatch(/^vietcombank-otp\.exampleTrang giả mạo Vietcombank · .*3 lần$/);
  });

  test("is cleared only after a second yes", async () => {
    const { asked } = await open({ ...keeping(), history: HISTORY, "clear-history": { ok: true } });
    const clears = () => asked.filter(({ type }) => type === "clear-history").length;
    await press(screen.getByRole("button", { name: "Xóa lịch sử" }));
    await press(screen.getByRole("button", { name: "Thôi" }));
    expect(clears()).toBe(0);
    await press(screen.getByRole("button", { name: "Xóa lịch sử" }));
    await press(screen.getByRole("button", { name: "Xóa" }));
    expect(clears()).toBe(1);
    expect(screen.getByText("Đã xóa.")).toBeTruthy();
  });

  test("that could not be cleared is not said to be gone", async () => {
    await open({
      ...keeping(),
      history: HISTORY,
      "clear-history": { failure: { code: "unreachable" } },
    });
    await press(screen.getByRole("button", { name: "Xóa lịch sử" }));
    await press(screen.getByRole("button", { name: "Xóa" }));
    expect(screen.queryByText("Đã xóa.")).toBeNull();
    expect(part("Trang đã chặn").getAllByRole("listitem")).toHaveLength(2);
  });

  test("of lists names version, size and time, the one of the package as such", async () => {
    await open({ ...keeping(), history: HISTORY });
    const items = part("Danh sách lừa đảo").getAllByRole("listitem", { hidden: true });
    expect(items.map((item) => item.textContent)).toEqual([
      expect.stringMatching(/Phiên bản 12, 4\.966 mục$/),
      expect.stringMatching(/Phiên bản kèm bản cài đặt, 4\.960 mục$/),
    ]);
  });
});

test("a package whose licences can't be read says so", async () => {
  const { ask } = fakeBackground(keeping());
  const needs = fakeSettingsNeeds(ask);
  needs.packaged.mockRejectedValue(new Error("damaged"));
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  renderPage(<SettingsPage needs={needs} />);
  await settle();
  await inTime(() =>
    expect(screen.getAllByText("Không đọc được phần này trong gói cài đặt.")).toHaveLength(3),
  );
  vi.mocked(console.error).mockRestore();
});

async function chooseFile(text: string) {
  const input = document.querySelector('input[type="file"]');
  if (!(input instanceof HTMLInputElement)) throw new Error("there is nothing to choose a file by");
  const files = [new File([text], "a.json", { type: "application/json" })];
  Object.defineProperty(input, "files", { value: files, configurable: true });
  fireEvent.change(input);
  await settle();
}
