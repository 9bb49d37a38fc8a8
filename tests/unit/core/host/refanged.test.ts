import { expect, test } from "vitest";
import { refanged } from "../../../../src/core/host/refanged.ts";

test.each([
  ["hxxps://evil[.]top/dang-nhap", "https://evil.top/dang-nhap"],
  ["hXXp://evil.top", "http://evil.top"],
  ["h**p://evil.top", "http://evil.top"],
  ["evil(.)top", "evil.top"],
  ["evil[dot]com[.]vn/a", "evil.com.vn/a"],
  ["evil\\.top", "evil.top"],
  ["hxxps[:]//evil.top[:]8080/", "https://evil.top:8080/"],
  ["http[://]evil[.top", "http://evil.top"],
  ["hxxps://evil[.]top/a[.]php", "https://evil.top/a.php"],
  [" https://bank.vn@evil[.]top/ ", "https://bank.vn@evil.top/"],
])("an address that was made harmless is read as it was: %s", (written, address) => {
  expect(refanged(written)).toBe(address);
});

test.each([
  "https://[::1]/a",
  "https://[::ffff:1.2.3.4]:80/",
  "https://ok.example/a[.]b?c=(.)",
  "vietcombank.com.vn",
  "",
])("any other stays as it is: %s", (address) => {
  expect(refanged(address)).toBe(address);
});
