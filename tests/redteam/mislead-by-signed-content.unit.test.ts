import { describe, expect, test } from "vitest";
import { portalSchema } from "../../src/core/awareness/contact-points.ts";
import { sourceSchema } from "../../src/core/awareness/source.ts";
import { checkTold } from "../../src/extension/background/told/told-kinds.ts";

const SOURCE = {
  id: "s1",
  title: { vi: "Cảnh báo", en: "Warning" },
  publisher: "Công an",
  url: "https://congan.example/canh-bao",
  date: "2026-01-01",
  kind: "authority",
};
const PORTAL = {
  id: "p1",
  sources: ["s1"],
  lastConfirmed: "2026-01-01",
  confidence: "A",
  name: { vi: "Cổng", en: "Portal" },
  url: "https://congan.example/",
  reach: { vi: "Vào trang", en: "Open the site" },
  purpose: { vi: "Báo tin", en: "Report" },
  date: "2026-01-01",
};

const LINKS = [
  "javascript:alert(1)",
  "JavaScript:alert(1)",
  " javascript:alert(1)",
  "java\nscript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:msgbox(1)",
  "blob:https://congan.example/1",
  "file:///etc/passwd",
  "ftp://congan.example/",
  "https://congan.example@evil.example/",
  "https://user:secret@congan.example/",
  "//evil.example/",
  "https://",
];

describe("a link in signed content", () => {
  test("may lead to a page of the web", () => {
    expect(sourceSchema.safeParse(SOURCE).error).toBeUndefined();
    expect(portalSchema.safeParse(PORTAL).error).toBeUndefined();
  });

  test.each(LINKS)("that is %j is refused, in sources and portals alike", (url) => {
    expect(sourceSchema.safeParse({ ...SOURCE, url }).success).toBe(false);
    expect(portalSchema.safeParse({ ...PORTAL, url }).success).toBe(false);
  });

  test("of that kind costs the whole artifact its place: the one before stays", async () => {
    const alerts = (url: string) =>
      new TextEncoder().encode(
        JSON.stringify({ version: 1, alerts: [], sources: [{ ...SOURCE, url }] }),
      );
    await expect(checkTold("alerts", alerts(SOURCE.url))).resolves.toBeUndefined();
    await expect(checkTold("alerts", alerts("javascript:alert(1)"))).rejects.toThrow("url");
  });
});
