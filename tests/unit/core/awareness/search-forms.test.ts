import { expect, test } from "vitest";
import { indexForms } from "../../../../src/core/awareness/search-forms.ts";
import { SHIPPED } from "./shipped-content.ts";

const search = indexForms(SHIPPED.forms);
const ids = (query: string) => search(query).map(({ id }) => id);

test("an empty query shows all forms in their order", () => {
  expect(ids("  ")).toEqual(SHIPPED.forms.map(({ id }) => id));
});

test.each([
  ["shipper gọi bảo chuyển khoản", "fake-shipper"],
  ["dien luc goi doa cat dien", "fake-evn"],
  ["con tôi bị cấp cứu ở bệnh viện", "fake-teacher-medic-emergency"],
  ["cong an goi video", "fake-police-court"],
  ["mất sóng điện thoại", "esim-swap"],
  ["phạt nguội", "fake-traffic-fine"],
  ["lay lai tien bi lua", "money-recovery-service"],
  ["làm nhiệm vụ nhận hoa hồng", "online-task-job"],
  ["quét mã QR", "qr-swap"],
  ["VNEID", "fake-vneid-apk"],
  ["vé tết", "fake-ticket"],
  ["power cut", "fake-evn"],
  ["child in hospital", "fake-teacher-medic-emergency"],
  ["hacked account", "social-account-takeover"],
  ["bán thuốc", "counterfeit-goods-marketplace"],
  ["mua vé máy bay", "fake-ticket"],
  ["vé máy bay giá rẻ", "cheap-travel-combo"],
  ["thẻ tín dụng", "fake-bank-biometric"],
  ["sổ đỏ", "land-book-cleanup"],
  ["con cấp cứu", "fake-teacher-medic-emergency"],
  ["shopee tuyển cộng tác viên", "online-task-job"],
  ["khoá sim", "sim-lock-threat"],
  ["thuế", "fake-tax-officer"],
  ["sim 4g", "esim-swap"],
  ["sang campuchia làm việc", "overseas-job"],
  ["app vay tiền", "fake-lender-bank"],
  ["mất căn cước", "stolen-id-loan"],
  ["lính Mỹ kết bạn", "romance-gift"],
  ["trúng tuyển đại học", "fake-school-admission"],
  ["ultraviewer", "remote-control-app"],
])("who types «%s» finds %s first", (query, id) => {
  expect(ids(query)[0]).toBe(id);
});

test("the word that is being typed counts by its beginning", () => {
  expect(ids("deepf")[0]).toBe("deepfake-video-call");
  expect(ids("phat ng")[0]).toBe("fake-traffic-fine");
});

test("capitals make no difference, and missing diacritics find the same form first", () => {
  expect(ids("GIẢ DANH CƠ QUAN THUẾ")).toEqual(ids("giả danh cơ quan thuế"));
  expect(ids("gia danh co quan thue")[0]).toBe("fake-tax-officer");
});

test("diacritics that are typed are meant: «thuế» finds no «thuê bao»", () => {
  expect(ids("thuế")).not.toContain("sim-lock-threat");
  expect(ids("thue")).toContain("sim-lock-threat");
});

test("short forms of chats are understood", () => {
  expect(ids("ck nham")[0]).toBe("mistaken-transfer");
});

test("what is told nowhere finds nothing", () => {
  expect(ids("xyzzy")).toEqual([]);
  expect(ids("xin chào")).toEqual([]);
});

test("a clear query leaves most forms out", () => {
  expect(ids("sổ đỏ").length).toBeLessThan(6);
});
