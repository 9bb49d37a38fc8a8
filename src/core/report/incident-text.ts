import type { Channel } from "./channel.ts";
import type { Incident } from "./incident.ts";

// Both texts are in Vietnamese whatever the interface speaks: they go to the police of Viet Nam. What was not told is
// left out or left open, never guessed.

const CHANNEL_NAMES: Readonly<Record<Exclude<Channel, "other">, string>> = {
  sms: "tin nhắn SMS",
  zalo: "Zalo",
  facebook: "Facebook",
  telegram: "Telegram",
  tiktok: "TikTok",
  call: "cuộc gọi",
  email: "thư điện tử",
  advertisement: "quảng cáo",
  search: "kết quả tìm kiếm",
  qr: "mã QR",
};

const OPEN = "……………………………………";

/**
 * Text to paste into VNeID, in the order of its form "Kiến nghị, phản ánh về ANTT": kind of case; place, pictures,
 * summary, consequence; the accused (steps as published in the press, February and March 2026). It has no field for the
 * time: the summary begins with it. The person's own data is filled in by VNeID.
 */
export function vneidText(incident: Incident): string {
  const { form, place, story, evidence } = incident;
  return lines([
    ["Vụ việc", `Lừa đảo trên mạng${form === null ? "" : `; hình thức: ${form}`}`],
    ["Địa điểm xảy ra", place ?? "Trên mạng (đánh dấu “Không nhớ địa điểm xảy ra vụ việc”)"],
    ["Hình ảnh", evidence.join(", ")],
    ["Tóm tắt", [happened(incident), approach(incident), story].filter(Boolean).join(" ")],
    ["Hậu quả", lossOf(incident)],
    ["Người bị kiến nghị", traces(incident).join("; ")],
  ]);
}

/**
 * Text of a report to hand in at the police of a commune or ward, to be printed or copied by hand. It asks for the
 * receipt that the bank needs.
 */
export function policeText(incident: Incident): string {
  const { form, place, story, evidence } = incident;
  const numbered = [
    `Thời gian: ${timeOf(incident) || OPEN}`,
    `Nơi xảy ra: ${place ?? "trên mạng"}`,
    `Hình thức: ${form ?? OPEN}`,
    `Diễn biến: ${[approach(incident), story].filter(Boolean).join(" ") || OPEN}`,
    `Dấu vết của người lừa đảo: ${traces(incident).join("; ") || OPEN}`,
    `Thiệt hại: ${lossOf(incident) || OPEN}`,
    `Bằng chứng kèm theo: ${evidence.join(", ") || OPEN}`,
    "Đề nghị: tiếp nhận, xác minh và cấp giấy tiếp nhận để tôi gửi ngân hàng.",
  ];
  return [
    "TRÌNH BÁO VỀ VIỆC LỪA ĐẢO TRÊN MẠNG",
    `Kính gửi: Công an xã, phường ${OPEN}`,
    `Họ và tên: ${OPEN}`,
    `Số định danh cá nhân: ${OPEN}`,
    `Nơi ở: ${OPEN}`,
    `Điện thoại: ${OPEN}`,
    "",
    ...numbered.map((line, i) => `${i + 1}. ${line}`),
    "",
    "Ngày ……/……/…………    Người trình báo (ký, ghi rõ họ tên)",
  ].join("\n");
}

function lines(parts: readonly (readonly [label: string, said: string])[]): string {
  return parts
    .filter(([, said]) => said !== "")
    .map(([label, said]) => `${label}: ${said}`)
    .join("\n");
}

function happened(incident: Incident): string {
  const time = timeOf(incident);
  if (time === "") return "";
  return `Xảy ra ${incident.happenedTime === null ? "" : "lúc "}${time}.`;
}

function approach({ arrivedBy, impersonated }: Incident): string {
  const by = arrivedBy === null || arrivedBy === "other" ? "" : ` qua ${CHANNEL_NAMES[arrivedBy]}`;
  const as = impersonated === null ? "" : `, xưng là ${impersonated}`;
  return by + as === "" ? "" : `Người lừa đảo tiếp cận tôi${by}${as}.`;
}

/** What leads to the scammer. */
function traces({ url, phones, accounts }: Incident): string[] {
  return [
    ...(url === null ? [] : [`trang web ${url}`]),
    ...phones.map((phone) => `số điện thoại ${phone}`),
    ...accounts.map(({ number, bank, holder }) =>
      [
        `số tài khoản ${number}`,
        ...(bank === null ? [] : [bank]),
        ...(holder === null ? [] : [`tên ${holder}`]),
      ].join(", "),
    ),
  ];
}

function lossOf({ lost }: Incident): string {
  if (lost === null) return "";
  if (lost === 0) return "Chưa mất tiền";
  return `Mất ${inThousands(lost)} đồng`;
}

/** 5000000 → "5.000.000". */
function inThousands(amount: number): string {
  const digits = String(amount);
  const first = digits.length % 3;
  const groups = digits.slice(first).match(/\d{3}/g) ?? [];
  return [...(first === 0 ? [] : [digits.slice(0, first)]), ...groups].join(".");
}

function timeOf({ happenedOn, happenedTime }: Incident): string {
  const [year, month, day] = happenedOn?.split("-") ?? [];
  const [hour, minute] = happenedTime?.split(":") ?? [];
  return [
    ...(hour === undefined ? [] : [`${Number(hour)} giờ ${minute}`]),
    ...(year === undefined ? [] : [`ngày ${day}/${month}/${year}`]),
  ].join(", ");
}
