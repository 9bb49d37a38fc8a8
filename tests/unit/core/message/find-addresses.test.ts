import { describe, expect, it } from "vitest";
import { findAddresses } from "../../../../src/core/message/find-addresses.ts";

const hosts = (message: string) => findAddresses(message).map(({ address }) => address.host);

describe("addresses in a message", () => {
  it.each([
    ["Dang nhap https://vietcombank.vn-yys.club de sua", "vietcombank.vn-yys.club"],
    ["bam vao www.ukgpj.icu de lay", "www.ukgpj.icu"],
    ["vao TraoThuongQuy3.Com (viet lien)", "traothuongquy3.com"],
    ["hxxps://acb-vn[.]net/login", "acb-vn.net"],
    ["acb-vn(dot)net", "acb-vn.net"],
    ["hxxps[:]//acb-vn[.]net", "acb-vn.net"],
    ["vao https://vietcombank.com.vn@evil.top/a de sua", "evil.top"],
    ["vn-xx . top nhe", "vn-xx.top"],
    ["https://i -vietcombank .com", "i-vietcombank.com"],
    ["vao https://svip- scb.com de huy", "svip-scb.com"],
    ["tai day:bit.ly/Frw2T5.", "bit.ly"],
    ["nhan thuong tai t.ly/HBQ_l", "t.ly"],
    ["xem them o nhom.de/abc12", "nhom.de"],
    ["http://203.0.113.47/acb", "203.0.113.47"],
    ["vào «shop\u0435e-qua.com»", "xn--shope-qua-n1h.com"],
    ["https://msb.vn-cvs.top\u3002", "msb.vn-cvs.top"],
  ])("%s: %s", (message, host) => {
    expect(hosts(message)).toEqual([
      host === "xn--shope-qua-n1h.com" ? new URL("http://shop\u0435e-qua.com").hostname : host,
    ]);
  });

  it("are not seen in numbers, abbreviations and sentences that run on", () => {
    for (const message of [
      "Gia 1.500.000d, v2.5, TP.HCM, 12.10.2025",
      "tai khoan bi khoa.De mo khoa lien he",
      "lien he ho.tro@vietcombank.com.vn",
      "lien he vietcombank.com.vn@hop-thu.top",
      "Ok.Mai em den",
      "ma so 84.123.456",
    ]) {
      expect(hosts(message), message).toEqual([]);
    }
  });

  it("are given once each, in order, with the text as it stands", () => {
    const found = findAddresses("a1.vn, b2.vn/x và a1.vn");
    expect(found.map(({ text }) => text)).toEqual(
      ["a1.vn,", "b2.vn/x"].map((t) => t.replace(",", "")),
    );
  });

  it("are no more than twenty", () => {
    const many = Array.from({ length: 500 }, (_, i) => `https://a${i}.top`).join(" ");
    expect(findAddresses(many)).toHaveLength(20);
  });
});
