// @vitest-environment happy-dom
import { cleanup, render } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { FrameNotice } from "../../../../../src/extension/pages/frame-notice/frame-notice.tsx";

afterEach(cleanup);

type Source = Parameters<typeof FrameNotice>[0]["source"];

const says = (source: Source) => {
  render(<FrameNotice host="xau.example" source={source} />);
  return document.body.textContent ?? "";
};

test("a listed frame is named, and there is nothing to press", () => {
  expect(says("host-list")).toContain("Phần nhúng từ xau.example nằm trong danh sách chặn");
  expect(document.querySelectorAll("a, button, input, select, textarea").length).toBe(0);
});

test("who denies a frame is said, and nothing is said against the page around it", () => {
  const text = says("agency-deny");
  expect(text).toContain("Cơ quan của bạn chặn xau.example.");
  expect(text).not.toMatch(/lừa đảo|cẩn thận/);
});

test("a frame that was found to steal is said to show signs of it, in both languages", () => {
  const text = says("evidence");
  expect(text).toContain("dấu hiệu lừa đảo");
  expect(text).toContain("signs of a scam");
});
