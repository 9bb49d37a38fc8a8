import { expect, it } from "vitest";
import { isNearEqual } from "../../../../src/core/awareness/near-equal.ts";
import { sentences, type Topic, topicsOf } from "../../../../src/core/awareness/topic.ts";
import { SHIPPED } from "./shipped-content.ts";

const TODAY = "2026-11-25";
const content = SHIPPED;
const topics = topicsOf(content, TODAY);

function topic(id: string): Topic {
  const found = topics.find((one) => one.id === id);
  if (!found) throw new Error(`no topic ${id}`);
  return found;
}

it("every alert, form, tip and campaign is a topic with something to do, alerts newest first", () => {
  const { alerts, forms, tips, campaigns } = content;
  expect(topics).toHaveLength(alerts.length + forms.length + tips.length + campaigns.length);
  expect(new Set(topics.map(({ id }) => id)).size).toBe(topics.length);
  for (const { todo, own } of topics) {
    expect(own).toBeGreaterThan(0);
    expect(todo.length).toBeGreaterThanOrEqual(own);
  }
  const dates = topics.filter(({ kind }) => kind === "alert").map(({ date }) => date);
  expect(dates).toEqual(dates.toSorted().reverse());
});

it("an alert says what happens first and then what to do, both languages in step", () => {
  expect(topic("alert-2026-03-12-telegram-otp-theft")).toMatchObject({
    what: {
      en: "A false message from Telegram wants your phone number verified and takes the login code that you type.",
    },
    own: 2,
    todo: [
      { vi: "Đừng nhập mã.", en: "Enter no code." },
      { vi: "Bật mật khẩu thứ hai.", en: "Set the second password." },
    ],
  });
});

it("an alert that asks for nothing takes what to do from its form of scam", () => {
  const [alert] = content.alerts;
  if (!alert) throw new Error("no alert");
  const bare = { ...alert, body: { vi: "Có tin giả.", en: "There is a fake." } };
  const [made] = topicsOf({ ...content, alerts: [bare] }, TODAY);
  expect(made?.todo[0]).toEqual(content.forms.find(({ id }) => id === alert.forms[0])?.todo[0]);
});

it("no topic gives the same advice twice in other words", () => {
  const twice = topics.flatMap(({ id, todo }) =>
    todo.flatMap((one, i) =>
      todo
        .slice(i + 1)
        .filter((other) => isNearEqual(one, other))
        .map((other) => `${id}: ${one.vi} / ${other.vi}`),
    ),
  );
  expect(twice).toEqual([]);
  expect(topic("tip-w39").todo.map(({ vi }) => vi)).not.toContain(
    "Lấy số tài khoản từ trang chính thức của tổ chức hoặc báo chí.",
  );
});

it("no lesson says a step of first aid twice, the second time in its own words", () => {
  const texts = new Map(content.firstAidActions.map(({ id, text }) => [id, text]));
  const twice = content.forms.flatMap(({ id, late }) =>
    [...late.first, ...late.more].flatMap((own) =>
      late.codes
        .flatMap((code) => texts.get(code) ?? [])
        .filter((step) => isNearEqual(own, step))
        .map((step) => `${id}: ${own.vi} / ${step.vi}`),
    ),
  );
  expect(twice).toEqual([]);
});

it.each([
  ["esim-swap", "Trước hết gọi nhà mạng để dừng việc đổi SIM."],
  ["online-kidnapping", "Đang bị giữ hoặc bị đe dọa: gọi 113 ngay."],
  ["malicious-archive-file", "Ngắt mạng máy tính và báo bộ phận công nghệ thông tin."],
])("what cannot wait stands first where it is too late: %s", (id, first) => {
  expect(topic(id).late[0]?.vi).toBe(first);
});

it("a campaign begins with the tips that it is told with", () => {
  const [campaign] = content.campaigns;
  const texts = campaign?.lead.map((id) => content.tips.find((tip) => tip.id === id)?.text);
  expect(texts).toHaveLength(3);
  expect(topic(campaign?.id ?? "").todo.slice(0, 3)).toEqual(texts);
});

it.each([
  ["Gọi 1900.292900. Đừng bấm; hãy hỏi.", ["Gọi 1900.292900.", "Đừng bấm.", "Hãy hỏi."]],
  [
    "Tệp “A.rar” hỏng. Mở ở csgt.bocongan.gov.vn.",
    ["Tệp “A.rar” hỏng.", "Mở ở csgt.bocongan.gov.vn."],
  ],
  ["Một câu không chấm", ["Một câu không chấm"]],
])("«%s» is cut between sentences only", (text, expected) => {
  expect(sentences(text)).toEqual(expected);
});
