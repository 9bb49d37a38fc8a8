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
])("who types «%s» finds %s first", (query, id) => {
  expect(ids(query)[0]).toBe(id);
});

test("the word that is being typed counts by its beginning", () => {
  expect(ids("deepf")[0]).toBe("deepfake-video-call");
  expect(ids("phat ng")[0]).toBe("fake-traffic-fine");
});

test("diacritics and capitals make no difference", () => {
  expect(ids("GIẢ DANH CƠ QUAN THUẾ")).toEqual(ids("gia danh co quan thue"));
});

test("short forms of chats are understood", () => {
  expect(ids("ck nham")[0]).toBe("mistaken-transfer");
});

test("what is told nowhere finds nothing", () => {
  expect(ids("xyzzy")).toEqual([]);
});

test("a clear query leaves most forms out", () => {
  expect(ids("sổ đỏ").length).toBeLessThan(6);
});
