// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, within } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { AwarenessState, ToldAlert } from "../../../../../src/extension/messages.ts";
import { Popup } from "../../../../../src/extension/pages/popup/popup.tsx";
import { SHIPPED } from "../../../core/awareness/shipped-content.ts";
import { fakeBackground, NOW, type Script, STATE, UNKNOWN } from "../fake-background.ts";
import { fakeDrafts } from "../fake-drafts.ts";
import { renderPage } from "../render-page.tsx";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const requestNotifications = vi.fn(async () => true);
const SOURCE = SHIPPED.sources.find(({ url }) => url !== null);

function alert(id: string, about: Partial<ToldAlert> & { severity?: "urgent" } = {}): ToldAlert {
  const [model] = SHIPPED.alerts;
  if (!model || !SOURCE) throw new Error("no alert to copy");
  const { severity = "normal", ...rest } = about;
  return {
    kind: "alert",
    key: `${id}@2026-11-20`,
    item: {
      ...model,
      id,
      severity,
      forms: ["fake-evn"],
      sources: [SOURCE.id],
      date: "2026-11-20",
      validUntil: "2026-12-20",
      title: { vi: `Tựa ${id}`, en: `Title ${id}` },
      body: { vi: `Chuyện ${id}`, en: `Story ${id}` },
    },
    isNew: true,
    todo: [{ vi: "Gác máy.", en: "Hang up." }],
    ...rest,
  };
}

function item<K extends "tip" | "theme" | "campaign">(kind: K) {
  const [shipped] = SHIPPED[`${kind}s`];
  if (!shipped) throw new Error(`no ${kind}`);
  return { kind, key: `${shipped.id}@2026`, item: shipped, isNew: true };
}

const TOLD: AwarenessState = {
  off: false,
  weekly: true,
  place: { audience: [], sector: "education", province: "gia-lai" },
  alerts: [],
  past: [],
  tip: item("tip") as AwarenessState["tip"],
  theme: item("theme") as AwarenessState["theme"],
  campaign: item("campaign") as AwarenessState["campaign"],
  sources: SHIPPED.sources,
  damage: { alerts: null, tips: null },
  notifications: "off",
};
const TIP = TOLD.tip?.item.text.vi ?? "";

describe("below the verdict", () => {
  test("stand the newest new alert of my place and sector, with the count of new ones, and this week's tip", async () => {
    await open({ ...TOLD, alerts: [alert("cu", { isNew: false }), alert("moi"), alert("kia")] });
    const card = screen.getByRole("heading", { name: "Cảnh báo mới" }).closest("section");
    expect(card?.textContent).toContain("Tựa moi");
    expect(card?.textContent).toContain("Gia Lai, ngành giáo dục · 2 mới");
    expect(body()).toContain(TIP);
  });

  test("an urgent one is told at once and whole", async () => {
    await open({ ...TOLD, alerts: [alert("fire", { severity: "urgent" })] });
    const notice = screen.getByText("Cảnh báo khẩn: Tựa fire").closest(".notice");
    expect(notice?.textContent).toContain("Chuyện fire");
  });

  test("nothing is brought up where that is off, and no tip where no weekly ones are wanted", async () => {
    await open({ ...TOLD, off: true, weekly: false, alerts: [alert("a", { isNew: false })] });
    expect(body()).not.toContain("Tựa a");
    expect(body()).not.toContain(TIP);
    cleanup();
    await open({ ...TOLD, weekly: false });
    expect(body()).not.toContain(TIP);
  });

  test("nothing is asked for before the verdict stands", async () => {
    const { asked } = await open(TOLD, { "tab-verdict": undefined });
    expect(asked.map(({ type }) => type)).not.toContain("awareness");
  });

  test("nothing is said of it when the background can't tell, and the verdict stands", async () => {
    await open(TOLD, { awareness: { failure: { code: "timeout" } } });
    expect(body()).toContain("Chưa có thông tin về trang này");
    expect(body()).not.toContain("Tỉnh Táo chưa trả lời");
  });
});

describe("the tab of alerts", () => {
  test("carries the number of new ones, said in words and told to who listens, until they are looked at", async () => {
    const { asked } = await open({
      ...TOLD,
      alerts: [alert("a"), alert("b"), alert("c", { isNew: false })],
    });
    expect(screen.getByRole("tab", { name: /^Cảnh báo ?, 2 cảnh báo mới$/ })).toBeTruthy();
    expect(document.querySelector(".popup > [role=status]")?.textContent).toBe("2 cảnh báo mới");
    await choose("Cảnh báo");
    expect(asked).toContainEqual({
      type: "awareness-shown",
      keys: ["a@2026-11-20", "b@2026-11-20"],
    });
    expect(screen.getByRole("tab", { name: "Cảnh báo" })).toBeTruthy();
    const marks = [...document.querySelectorAll(".alert")].map(
      (one) => within(one as HTMLElement).queryByText("Mới") !== null,
    );
    expect(marks).toEqual([true, true, false]);
  });

  test("marks what is urgent in a word", async () => {
    await open({ ...TOLD, alerts: [alert("a", { severity: "urgent", isNew: false })] });
    await choose("Cảnh báo");
    expect(screen.getByText("Khẩn")).toBeTruthy();
  });

  test("opens each to what to do, its source and its form", async () => {
    await open({ ...TOLD, alerts: [alert("a")] });
    await choose("Cảnh báo");
    const entry = screen.getByText("Tựa a").closest("details") as HTMLElement;
    expect(entry.textContent).toContain("Gác máy.");
    expect(entry.textContent).toContain("Có hiệu lực đến hết ngày 20/12/2026");
    const links = within(entry).getAllByRole("link") as HTMLAnchorElement[];
    expect(links.map((link) => link.getAttribute("href"))).toEqual([
      "/learn.html#/form/fake-evn",
      SOURCE?.url,
    ]);
  });

  test("opens the alert that the person came for", async () => {
    await open({ ...TOLD, alerts: [alert("a"), alert("b")] }, {}, "/alerts/b");
    const isOpen = (title: string) => screen.getByText(title).closest("details")?.open;
    expect([isOpen("Tựa a"), isOpen("Tựa b")]).toEqual([false, true]);
    expect(document.activeElement).toBe(screen.getByText("Tựa b").closest("summary"));
  });

  test("says so when there is none, when reminders are off, and when the newest content is damaged", async () => {
    const damage = { alerts: "alerts.json.gz: not readable", tips: null };
    await open({ ...TOLD, off: true, damage });
    await choose("Cảnh báo");
    for (const words of [
      "Hiện không có cảnh báo nào",
      "Bạn đang tắt nhắc nhở",
      "Nội dung mới bị hỏng",
      "alerts.json.gz: not readable",
    ]) {
      expect(body()).toContain(words);
    }
  });

  test("shows past ones below those in force, each said to be over, and none counts as new", async () => {
    const over = alert("cu", { severity: "urgent", isNew: false });
    const past = [
      { ...over, item: { ...over.item, date: "2026-01-20", validUntil: "2026-02-19" } },
    ];
    await open({ ...TOLD, alerts: [alert("a")], past }, {}, "/alerts/cu");
    const section = screen.getByRole("region", { name: "Cảnh báo đã qua" });
    expect(within(section).queryByText("Tựa a")).toBeNull();
    const entry = within(section).getByText("Tựa cu").closest("details") as HTMLDetailsElement;
    expect(within(entry).getByText("Đã qua")).toBeTruthy();
    expect(within(entry).queryByText("Khẩn")).toBeNull();
    expect(entry.textContent).toContain("Có hiệu lực đến hết ngày 19/2/2026, nay đã qua");
    // An old announcement still leads to it.
    expect(entry.open).toBe(true);
    cleanup();
    await open({ ...TOLD, past });
    await choose("Cảnh báo");
    expect(body()).toContain("Hiện không có cảnh báo nào");
    expect(body()).toContain("Dưới đây là những cảnh báo đã qua.");
  });

  test("tells why nothing can be shown", async () => {
    await open(TOLD, { awareness: { failure: { code: "timeout" } } });
    await choose("Cảnh báo");
    expect(body()).toContain("Tỉnh Táo chưa trả lời.");
  });
});

describe("notifications", () => {
  test("are asked for by a click alone, and turned on in the settings", async () => {
    const { asked } = await open(TOLD, { "save-settings": undefined });
    await choose("Cảnh báo");
    expect(requestNotifications).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole("button", { name: "Báo cho tôi khi có cảnh báo mới" }));
    expect(requestNotifications).toHaveBeenCalledOnce();
    expect(asked).toContainEqual({ type: "save-settings", changes: { notifications: true } });
  });

  test("are not offered where they are on, or the agency wants none", async () => {
    for (const notifications of ["on", "fixed"] as const) {
      await open({ ...TOLD, notifications });
      await choose("Cảnh báo");
      expect(screen.queryByRole("button", { name: /Báo cho tôi/ })).toBeNull();
      cleanup();
    }
  });
});

describe("the tab to learn", () => {
  test("shows tip, theme and campaign, and leads to the learn page", async () => {
    const { asked } = await open(TOLD);
    await choose("Học");
    for (const words of [
      TIP,
      TOLD.theme?.item.title.vi ?? "?",
      TOLD.campaign?.item.title.vi ?? "?",
    ]) {
      expect(body()).toContain(words);
    }
    expect(screen.getByRole("link", { name: "Mở trang học" }).getAttribute("href")).toBe(
      "/learn.html",
    );
    const keys = asked.flatMap((one) => (one.type === "awareness-shown" ? one.keys : []));
    const [form] = TOLD.tip?.item.forms ?? [];
    expect(document.querySelector(`a[href="/learn.html#/form/${form}"]`)).toBeTruthy();
    expect(keys).toEqual([TOLD.tip?.key, TOLD.theme?.key, TOLD.campaign?.key]);
  });

  test("says so when the newest lessons are damaged, and still leads on", async () => {
    const damage = { alerts: null, tips: "tips.json.gz: not readable" };
    await open({ ...TOLD, tip: null, theme: null, campaign: null, damage });
    await choose("Học");
    expect(body()).toContain("Nội dung mới bị hỏng");
    expect(screen.getByRole("link", { name: "Mở trang học" })).toBeTruthy();
  });
});

test("what an update brings while the popup is open is told without being asked for", async () => {
  let told = TOLD;
  let list = STATE.list;
  await open(TOLD, {
    awareness: () => told,
    state: () => ({ ...STATE, list }),
  });
  expect(screen.getByRole("tab", { name: "Cảnh báo" })).toBeTruthy();
  told = { ...TOLD, alerts: [alert("a")] };
  list = { ...list, confirmedAt: NOW };
  await act(async () => {
    await vi.advanceTimersByTimeAsync(20_000);
  });
  await settle();
  expect(document.querySelector(".popup > [role=status]")?.textContent).toBe("1 cảnh báo mới");
});

async function open(told: AwarenessState, script: Script = {}, place = "") {
  const background = fakeBackground({
    "tab-verdict": { url: "https://www.example/", verdict: UNKNOWN, blockedFrames: [] },
    awareness: told,
    "awareness-shown": { ok: true },
    ...script,
  });
  renderPage(
    <Popup
      needs={{
        ask: background.ask,
        now: () => NOW,
        newId: () => "00000000-0000-4000-8000-000000000000",
        tabId: async () => 7,
        newCode: () => "00112233445566778899aabbccddeeff",
        inPrivateWindow: async () => false,
        copy: async () => true,
        capture: async () => null,
        drafts: fakeDrafts(),
        requestSiteAccess: async () => true,
        openSettings: () => undefined,
        requestNotifications,
        readQrPicture: async () => ({ ok: false, problem: "no-code" }),
        openCheckWindow: null,
        place,
      }}
    />,
  );
  await settle();
  return background;
}

async function choose(name: string) {
  fireEvent.click(screen.getByRole("tab", { name: new RegExp(`^${name}`) }));
  await settle();
}

/** An answer leads to a question, which leads to an answer. */
async function settle() {
  for (let round = 0; round < 3; round++) {
    await act(async () => {
      await vi.advanceTimersByTimeAsync(50);
    });
  }
}

function body(): string {
  return document.body.textContent ?? "";
}
