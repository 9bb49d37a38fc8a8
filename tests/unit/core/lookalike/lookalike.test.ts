import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { registrableDomain } from "../../../../src/core/host/domain.ts";
import { createLookalikes } from "../../../../src/core/lookalike/lookalike.ts";
import { shippedBrands } from "./shipped-brands.ts";

/** The names in a file of what ships, a line each. */
const namesIn = (file: string) =>
  readFileSync(new URL(`../../../../src/content/${file}`, import.meta.url), "utf8")
    .split("\n")
    .filter((line) => /^[a-z0-9*]/.test(line))
    .map((line) => line.replace(/^\*\./, "").replace(/[\s/].*/, ""));
const brands = shippedBrands();
const lookalikes = createLookalikes(brands);
const first = (host: string) => lookalikes.of(host, registrableDomain(host))[0] ?? null;
/** "CLASS brand", with "?" if it is not strong; null if the host resembles nobody. */
const seen = (host: string) => {
  const one = first(host);
  return one === null ? null : `${one.class} ${one.brand}${one.strong ? "" : "?"}`;
};

describe("a host that poses as a brand", () => {
  it.each([
    ["vietcombank-xacthuc.top", "HYPHEN Vietcombank"],
    ["vietcombankxacthuc.com", "COMBO Vietcombank"],
    ["vietcombank.top", "XTLD Vietcombank"],
    ["vietcornbank.com", "TYPO Vietcombank"],
    ["vietc0mbank.com", "TYPO Vietcombank"],
    ["faceb00k.com", "TYPO Facebook / Meta"],
    ["g00gle.com", "TYPO Google"],
    ["veitcombank.com", "TYPO Vietcombank"],
    ["agribannk-ebank.com", "TYPO Agribank"],
    [new URL("http://vietcomb\u0430nk.com").hostname, "IDN_EQ Vietcombank"],
    ["xn--bdv-smartbanking-9pc.com", "IDN_EQ BIDV"],
    ["shopeeqwertz.shop", "EMBED Shopee"],
    ["techcombank.khachhang-vip.click", "SUB Techcombank"],
    ["dichvucong.vn-cd.top", "SFX_MIMIC Cổng Dịch vụ công quốc gia"],
    ["vneid-gov-vn.com", "SFX_MIMIC VNeID"],
    ["vietcombank.com.vn.qwertz.shop", "SUB Vietcombank"],
    ["mbbank-nangcaphanmuc.weebly.com", "HYPHEN MB Bank"],
    ["acb-xacthuc.com", "HYPHEN ACB"],
    ["lixi-momo.top", "HYPHEN MoMo"],
    ["sukienlienquan.com", "COMBO Liên Quân Mobile (Garena)"],
    ["metamask-wallet-restore.netlify.app", "HYPHEN MetaMask"],
    ["vib-qwertz-uu-dai-c1.com", "HYPHEN VIB"],
    ["nang-hang-the-vib.com", "HYPHEN VIB"],
    ["bidv.qwertz.com", "SUB BIDV"],
    ["chinhphu-vietnam.com", "HYPHEN Chính phủ"],
    ["chinhphu.qwertz.org", "SUB Chính phủ"],
    ["amazon731.net", "COMBO Amazon"],
    ["login-ebay.com", "HYPHEN eBay"],
    ["tiktokqz7.com", "EMBED TikTok"],
    ["binancexq.com", "EMBED Binance"],
    ["moneygram-qwertz.weebly.com", "EMBED MoneyGram"],
    ["eximbank.vip", "XTLD Eximbank"],
    ["tiki.vip", "XTLD Tiki"],
    ["facebook-qwertz.io.vn", "EMBED Facebook / Meta"],
    ["facebook.id.vn", "XTLD Facebook / Meta"],
    ["vn-ipay.vip", "SFX_MIMIC VietinBank"],
  ])("%s is %s", (host, expected) => {
    expect(seen(host)).toBe(expected);
  });

  it("is told from an official ending alone where no brand is named", () => {
    expect(seen("vn-ab.top")).toBe("SFX_MIMIC null");
    expect(seen("thongbao-gov-vn.com")).toBe("SFX_MIMIC null");
  });

  it("comes with the spelling, the label and the words that gave it away", () => {
    expect(first("www.vietcombank-xacthuc.top")?.evidence).toEqual({
      name: "vietcombank",
      label: "vietcombank-xacthuc",
      words: ["xacthuc"],
      bait: ["xacthuc"],
      ending: "cheap",
    });
  });

  it("poses as the more telling of two names", () => {
    expect(first("google-shinhan.com")?.brand).toBe("Shinhan Bank VN");
  });

  it("is found without the Public Suffix List too, where the page has none", () => {
    expect(lookalikes.of("www.vietcombank-xacthuc.com.vn")[0]?.class).toBe("HYPHEN");
    expect(lookalikes.of("dichvucong.vn-cd.top")[0]?.class).toBe("SFX_MIMIC");
  });
});

describe("an honest host", () => {
  it("that belongs to any brand, or lies below one, is never classed", () => {
    for (const { domains } of brands.all) {
      for (const domain of domains) {
        const host = domain.replaceAll("*", "hanoi");
        for (const one of [host, `www.${host}`, `login.vietcombank.${host}`]) {
          expect(lookalikes.of(one, registrableDomain(one)), one).toEqual([]);
        }
      }
    }
  });

  it.each([
    "dichvucong.danang.gov.vn",
    "vietcombank.gov.vn",
    "momoshop.com.tw",
    "cvcb.com",
    "lottery.com",
    "pineapple.com",
    "afternoontea.vn",
    "1cloudfile.com",
    "example.com",
    "bankofchina.com",
    "com.vn",
    "localhost",
    "a.b.c.d.e.f.g.h.i.j.k.example.org",
  ])("%s is not warned of", (host) => {
    expect(first(host)?.strong ?? false).toBe(false);
  });

  it("that names a brand as dealers, clients and articles do is at most a weak resemblance", () => {
    for (const host of [
      "whats-on-netflix.com",
      "insidefacebook.com",
      "viettelmoney.go.link",
      "hsbc.co.uk",
      "steam250.com",
      "securityledger.com",
      "congantinh.vn",
      "apple731.com",
      "facebook.design",
      "ebay-motors.com",
      "youtube-mp3.com",
      "paypal-corporation.com",
      "binance-docs.github.io",
      "eximbank-tz.com",
      "chinhphu-hoc.edu.vn",
      "vib-music-lovers.de",
    ]) {
      expect(first(host)?.strong ?? false, host).toBe(false);
    }
  });

  it("is never warned of if it is one of a thousand that are well known", () => {
    const hosts = [...namesIn("well-known-hosts.txt"), ...namesIn("shared-hosts.txt")];
    expect(new Set(hosts).size).toBeGreaterThanOrEqual(1000);
    expect(hosts.filter((host) => first(host)?.strong)).toEqual([]);
  });

  it("holds a short name by chance without being classed", () => {
    for (const host of ["cvibration.com", "macbook.vn", "ssilence.net", "mbvalley.com"]) {
      expect(lookalikes.of(host, registrableDomain(host)), host).toEqual([]);
    }
  });
});

describe("any host at all", () => {
  it("is answered without an error, and never called official", () => {
    const label = fc.stringMatching(/^[a-z0-9-]{1,63}$/);
    fc.assert(
      fc.property(fc.array(label, { minLength: 1, maxLength: 12 }), (labels) => {
        const host = labels.join(".");
        for (const one of lookalikes.of(host, registrableDomain(host))) {
          expect(one.official).toBe(false);
        }
      }),
    );
  });

  it("may hold broken Punycode and labels of any length", () => {
    for (const host of [
      "xn--.com",
      "xn--a-ecp.ru-x.top",
      `${"shopee".repeat(40)}.top`,
      "xn--99999999.vn",
    ]) {
      expect(() => lookalikes.of(host, registrableDomain(host)), host).not.toThrow();
    }
  });
});
