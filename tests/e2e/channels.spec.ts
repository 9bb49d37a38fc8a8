import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, expect, type Page, test } from "@playwright/test";
import { decodeQR } from "qr/decode.js";
import { findBrowser } from "../../scripts/browsers.mjs";
import { expectAccessible } from "./harness/accessible.ts";
import { pngPixels } from "./harness/png-pixels.ts";
import { runFolder } from "./harness/run.ts";

const SITE = "https://phuongmau.example/";
const BASE = `${SITE}canh-bao/`;
const SENDER = ["--agency", "Ủy ban nhân dân phường Mẫu", "--phone", "028 1234 5678"];
/** A day on which alerts were in force. */
const DAY = "2026-01-22";
const ALERT = "alerts/alert-2026-01-21-fake-evn";
const FOLDER = { vi: "", en: "en/" } as const;
/** A4 in CSS pixels. */
const A4 = { width: 794, height: 1123 };

let browser: Browser;
let out: string;
const open = async (file: string, look: Parameters<Browser["newContext"]>[0] = {}) => {
  const page = await (await browser.newContext(look)).newPage();
  await page.goto(pathToFileURL(join(out, file)).href);
  return page;
};

test.beforeAll(async () => {
  out = resolve(runFolder("channels"));
  const args = ["channels", "--out", out, "--date", DAY, "--url", BASE, ...SENDER];
  execFileSync(process.execPath, ["src/publisher/main.ts", ...args]);
  const executablePath = (await findBrowser("chromium")) ?? "";
  browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
});
test.afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});
test.afterAll(() => browser.close());

for (const language of ["vi", "en"] as const) {
  const folder = FOLDER[language];

  for (const colorScheme of ["light", "dark"] as const) {
    test(`what an agency publishes keeps to the rules of access, ${language}, ${colorScheme}`, async () => {
      test.slow();
      for (const width of [300, 600]) {
        const widget = await open(`${folder}widget.html`, {
          colorScheme,
          viewport: { width, height: 480 },
        });
        await expectAccessible(widget);
        expect(await overflow(widget), `widget at ${width} px`).toBeLessThanOrEqual(0);
      }
      for (const sheet of ["poster", "handout"]) {
        for (const width of [320, 900]) {
          const paper = await open(`${folder}${ALERT}/${sheet}.html`, {
            colorScheme,
            viewport: { width, height: 800 },
          });
          await expectAccessible(paper);
          expect(await overflow(paper), `${sheet} at ${width} px`).toBeLessThanOrEqual(0);
        }
      }
    });

    test(`the editor's desk keeps to the rules of access, ${language}, ${colorScheme}`, async () => {
      const desk = await open(`${folder}index.html`, {
        colorScheme,
        viewport: { width: 640, height: 400 },
      });
      // Topics are alike: two of each kind are enough, and all would take the checkers a minute.
      await desk.evaluate(() => {
        for (const more of document.querySelectorAll(".desk-topic ~ .desk-topic ~ .desk-topic")) {
          more.remove();
        }
      });
      await desk.locator("summary").first().press("Enter");
      await desk.locator(".desk-topic summary").first().press("Enter");
      await expectAccessible(desk);
      expect(await overflow(desk)).toBeLessThanOrEqual(0);
      await desk.setViewportSize({ width: 320, height: 480 });
      expect(await overflow(desk)).toBeLessThanOrEqual(0);
    });
  }

  test(`the longest posters and handouts are one A4 page with nothing cut, ${language}`, async () => {
    for (const sheet of ["poster", "handout"] as const) {
      for (const file of longest(language, sheet)) {
        const page = await open(file, { viewport: A4 });
        await page.emulateMedia({ media: "print" });
        const cut = await page.locator(".sheet").evaluate((paper) => ({
          below: paper.scrollHeight - paper.clientHeight,
          beside: paper.scrollWidth - paper.clientWidth,
        }));
        expect(cut, file).toEqual({ below: 0, beside: 0 });
        await page.emulateMedia({ media: null });
        const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
        expect(pdf.match(/\/Type\s*\/Page\b/g), file).toHaveLength(1);
        // A4 in points.
        expect(pdf).toMatch(/\/MediaBox\s*\[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/);
        await page.close();
      }
    }
  });

  test(`the code on a sheet leads to that sheet's own page, ${language}`, async () => {
    const address = `${BASE}${folder}${ALERT}/handout.html`;
    const looks = [
      { colorScheme: "light", viewport: A4 },
      { colorScheme: "dark", viewport: { width: 320, height: 800 } },
    ] as const;
    for (const look of looks) {
      for (const sheet of ["poster.html", "handout.html"]) {
        const page = await open(`${folder}${ALERT}/${sheet}`, { ...look, deviceScaleFactor: 2 });
        expect(await codeIn(page, ".qr"), sheet).toBe(address);
      }
    }
    const image = await browser.newPage({ viewport: A4, deviceScaleFactor: 2 });
    await image.setContent(readFileSync(join(out, `${folder}${ALERT}/poster.svg`), "utf8"));
    expect(await codeIn(image, "[shape-rendering]")).toBe(address);
  });
}

test("an agency's page embeds the widget with the code that the desk gives, and it runs without a complaint", async () => {
  const desk = await open("index.html");
  const code = (await desk.locator("#frame").textContent()) ?? "";
  const site = await (await browser.newContext()).newPage();
  const complaints: string[] = [];
  site.on("console", (message) => complaints.push(message.text()));
  site.on("pageerror", ({ message }) => complaints.push(message));
  await site.route(`${BASE}**`, (route) =>
    route.fulfill({ path: join(out, route.request().url().slice(BASE.length)) }),
  );
  await site.route(SITE, (route) =>
    route.fulfill({
      contentType: "text/html; charset=utf-8",
      body: `<!doctype html><html lang="vi"><title>Phường Mẫu</title><body><main><h1>Phường Mẫu</h1>${code}</main></body></html>`,
    }),
  );
  for (const width of [332, 632]) {
    await site.setViewportSize({ width, height: 700 });
    await site.goto(SITE);
    const widget = site.frameLocator("iframe");
    await expect(widget.getByRole("heading", { level: 2 }).first()).toBeVisible();
    const beyond = "document.documentElement.scrollWidth - innerWidth";
    expect(await site.frames()[1]?.evaluate(beyond), `at ${width} px`).toBeLessThanOrEqual(0);
    await expectAccessible(site);
  }
  expect(complaints).toEqual([]);
});

test("a text of the desk is copied by keyboard, and the page says so", async () => {
  const desk = await open("index.html");
  await desk.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const button = desk.getByRole("button", { name: "Sao chép: SMS: nhắc chung" });
  await button.press("Enter");
  await expect(desk.getByRole("status")).toHaveText("Đã sao chép: SMS: nhắc chung");
  const copied = await desk.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(readFileSync(join(out, "templates/sms-general.txt"), "utf8"));
});

function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}

/** Files of the three topics that say most. */
function longest(language: "vi" | "en", sheet: "poster" | "handout"): string[] {
  const { languages } = JSON.parse(readFileSync(join(out, "channels.json"), "utf8"));
  const { topics } = languages.find((one: { language: string }) => one.language === language);
  const files: string[] = topics.map(
    (topic: { files: Record<string, string> }) => topic.files[sheet],
  );
  const size = (file: string) => readFileSync(join(out, file)).length;
  return files.sort((a, b) => size(b) - size(a)).slice(0, 3);
}

async function codeIn(page: Page, selector: string): Promise<string> {
  const { width, height, rgb } = pngPixels(await page.locator(selector).screenshot());
  return decodeQR({ width, height, data: rgb });
}
