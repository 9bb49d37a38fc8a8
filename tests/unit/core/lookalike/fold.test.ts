import { describe, expect, it } from "vitest";
import { foldLabel, foldText, leetReadings } from "../../../../src/core/lookalike/fold.ts";

describe("folding", () => {
  it("takes Vietnamese to plain letters", () => {
    expect(foldText("Ngân hàng Đông Á, ĐƯỜNG SẮT")).toBe("ngan hang dong a, duong sat");
  });

  it("undoes letters of other scripts that pass for Latin ones", () => {
    // Cyrillic а and о, Greek ο, Armenian ո, dotless i.
    expect(foldText("vietc\u043emb\u0430nk")).toBe("vietcombank");
    // A letter of Unicode 13.
    expect(foldText("\u1472idv")).toBe("bidv");
    expect(foldText("shopee \u03bf \u0578 b\u0131dv")).toBe("shopee o n bidv");
  });

  it("undoes styled letters and removes what is drawn as nothing", () => {
    expect(foldText("𝐕𝐢𝐞𝐭\u200bcom\u00adbank\ufeff")).toBe("vietcombank");
    expect(foldText("ＢＩＤＶ")).toBe("bidv");
  });

  it("leaves letters that resemble no Latin one", () => {
    expect(foldText("点击 กข")).toBe("点击 กข");
  });

  it("reads A-labels, and leaves those that nothing can decode", () => {
    expect(foldLabel(new URL("http://shop\u0435e.vn").hostname.slice(0, -3))).toBe("shopee");
    expect(foldLabel("shopee")).toBe("shopee");
    expect(foldLabel("xn--")).toBe("xn--");
  });

  it("reads digits as letters only beside letters", () => {
    expect(leetReadings("vietc0mbank")).toEqual(["vietcombank"]);
    expect(leetReadings("t1ki")).toEqual(["tlki", "tiki"]);
    expect(leetReadings("10345")).toEqual([]);
    expect(leetReadings("sacornbank")).toEqual(["sacombank"]);
  });
});
