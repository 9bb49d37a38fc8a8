import { describe, expect, it } from "vitest";
import { SCAM_FORMS } from "../../../../src/content/forms.ts";
import { formOfName } from "../../../../src/core/report/form-of-name.ts";

describe("the form in which a name is borrowed", () => {
  it.each([
    ["EVNSPC (Nam)", "fake-evn"],
    ["EasyCredit (EVN Finance)", "fake-lender-bank"],
    ["VETC", "fake-toll-app"],
    ["Cục Thuế (Tổng cục Thuế)", "fake-tax-officer"],
    ["VNeID", "fake-vneid-apk"],
    ["BHXH Việt Nam / VssID", "fake-welfare-gift"],
    ["Cục CSGT (phạt nguội)", "fake-traffic-fine"],
    ["Công an tỉnh Gia Lai", "fake-police-court"],
    ["Telegram", "telegram-otp-theft"],
    ["Giao Hàng Tiết Kiệm (GHTK)", "fake-shipper"],
    ["Ngân hàng Chính sách xã hội (VBSP)", "fake-bank-biometric"],
    ["SSI", "fake-investment"],
  ])("of %s is one that people can look up", (name, form) => {
    expect(formOfName(name)).toBe(form);
    expect(SCAM_FORMS.map(({ id }) => id)).toContain(form);
  });

  it.each(["Shopee", "Ngân hàng Nhà nước", "Cho thuê xe Minh Anh", "VnExpress"])(
    "of %s is not known",
    (name) => expect(formOfName(name)).toBeNull(),
  );
});
