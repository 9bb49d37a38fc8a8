import { expect, test } from "vitest";
import { formTold } from "../../../../src/core/awareness/form-told.ts";
import { indexForms } from "../../../../src/core/awareness/search-forms.ts";
import { SHIPPED } from "./shipped-content.ts";

const search = indexForms(SHIPPED.forms);

test.each([
  ["Điện lực gọi đòi cắt điện nhà tôi", "fake-evn"],
  ["Họ xưng là công an, bảo tôi liên quan rửa tiền, bắt chuyển tiền", "fake-police-court"],
  ["Có người nhắn con tôi cấp cứu ở Chợ Rẫy, cần tiền mổ gấp", "fake-teacher-medic-emergency"],
  ["Cộng tác viên like video, nạp tiền làm nhiệm vụ rồi không rút được", "online-task-job"],
])("the story «%s» tells its form", (story, form) => {
  expect(formTold(search, story)?.id).toBe(form);
});

test.each(["", "Cắt điện", "Trang này lừa tôi", "Hôm nay trời đẹp quá", "Tôi mất 20 triệu đồng"])(
  "«%s» tells none",
  (story) => {
    expect(formTold(search, story)).toBeNull();
  },
);
