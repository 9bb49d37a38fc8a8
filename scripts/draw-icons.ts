import { readFile, writeFile } from "node:fs/promises";
import { chromium } from "@playwright/test";
import { findBrowser } from "./browsers.mjs";

/** Sizes in pixels that the manifest names. */
const SIZES = [16, 32, 48, 128];

/** assets/icons/icon.svg → the PNG files beside it. Run it after changing the drawing: `npx node scripts/draw-icons.ts`. */
const svg = await readFile("assets/icons/icon.svg", "utf8");
const executablePath = await findBrowser("chromium");
const browser = await chromium.launch({
  args: ["--no-sandbox"],
  ...(executablePath === null ? {} : { executablePath }),
});
try {
  const page = await browser.newPage();
  for (const size of SIZES) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`,
    );
    await writeFile(`assets/icons/${size}.png`, await page.screenshot({ omitBackground: true }));
    console.log(`assets/icons/${size}.png`);
  }
} finally {
  await browser.close();
}
