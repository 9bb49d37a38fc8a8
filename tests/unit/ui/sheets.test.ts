import { decodeQR } from "qr/decode.js";
import { describe, expect, it } from "vitest";
import { textWidth, wrapText } from "../../../src/ui/sheets/measure.ts";
import { qrPath } from "../../../src/ui/sheets/qr-code.ts";
import { hostToCompare, officialTarget } from "../../../src/ui/sheets/sheet.ts";
import { SHIPPED } from "../core/awareness/shipped-content.ts";

const URL_OF_WARD =
  "https://phuong-mau.example/canh-bao/alerts/alert-2026-01-21-fake-evn/handout.html";

describe("a QR code on paper", () => {
  it.each(["https://bocongan.gov.vn", URL_OF_WARD])("is read as %s", (url) => {
    expect(decodeQR(picture(url))).toBe(url);
  });

  it("names the host that a reader is to compare, and nothing that hides it", () => {
    expect(hostToCompare("https://www.a-b.example:8443/c?d").join("")).toBe("a-b.example:8443");
    expect(hostToCompare("https://bocongan.gov.vn@xau.example/").join("")).toBe("xau.example");
  });

  it("leads to a portal of the state that was confirmed lately, where nobody names another", () => {
    expect(officialTarget(SHIPPED.portals)).toEqual({
      url: "https://bocongan.gov.vn",
      name: { vi: "Cổng thông tin Bộ Công an", en: "Portal of the Ministry of Public Security" },
    });
    expect(officialTarget([])).toBeNull();
  });
});

describe("a text that is laid out without a browser", () => {
  it("keeps its words whole and its lines within the width", () => {
    const text = "Không bấm đường link lạ, không cài ứng dụng lạ.";
    const lines = wrapText(text, 8, 80);
    expect(lines.join(" ")).toBe(text);
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(textWidth(line, 8)).toBeLessThanOrEqual(80);
  });

  it("cuts a word that alone is wider than the line, and loses no letter", () => {
    const word = "w".repeat(60);
    const lines = wrapText(word, 8, 80);
    expect(lines.join("")).toBe(word);
    for (const line of lines) expect(textWidth(line, 8)).toBeLessThanOrEqual(80);
  });
});

/** The path drawn as pixels, four to a module. */
function picture(text: string) {
  const { side, path } = qrPath(text);
  const scale = 4;
  const width = side * scale;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const [, x = "", y = "", run = ""] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g)) {
    for (let row = 0; row < scale; row++) {
      for (let column = 0; column < Number(run) * scale; column++) {
        const at = ((Number(y) * scale + row) * width + Number(x) * scale + column) * 4;
        data.fill(0, at, at + 3);
      }
    }
  }
  return { width, height: width, data };
}
