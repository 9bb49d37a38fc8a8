import { readFileSync, statSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { articlePage, LOGIN, loginPage } from "./harness/asking-pages.ts";
import { expectBanner, words } from "./harness/banner.ts";
import { workerTarget } from "./harness/chromium.ts";
import { page, type pages } from "./harness/replies.ts";
import { runFolder } from "./harness/run.ts";
import { protectedWorld } from "./harness/world.ts";

// A file of its own: these pages are heavy, and nothing else may wake the background.
const world = protectedWorld({ hosts: ["listed.example"] });

type Reply = ReturnType<typeof page>;
type Handler = ReturnType<typeof pages>;

const NAMED = words("banner.named", { name: "Vietcombank" });
const SHOP = Array.from(
  { length: 40 },
  (_, i) => `<li><a href="/mon/${i}"><img alt="Món ${i}" src="/${i}.jpg">Giá ${i}.000đ</a></li>`,
).join("");

/** Ordinary pages of many kinds, that ask for nothing. */
const ORDINARY: [string, Reply][] = [
  ["bao", articlePage()],
  ["cua-hang", page("Cửa hàng", `<input type="search" placeholder="Tìm"><ul>${SHOP}</ul>`)],
  ["blog", page("Nhật ký", `<article><p>${"Hôm nay trời đẹp. ".repeat(200)}</p></article>`)],
  ["lien-he", page("Liên hệ", "<p>Địa chỉ: 12 Lê Lợi, Huế. Điện thoại 0234 000 000</p>")],
  [
    "ban-tin",
    page(
      "Bản tin",
      '<form><input type="email" placeholder="Email"><button>Nhận tin</button></form>',
    ),
  ],
  ["ma-nguon", page("Mã nguồn", "<pre>const otp = await askForPassword();</pre>")],
  ["khung", page("Khung", '<iframe srcdoc="<p>Xin chào</p>"></iframe><iframe></iframe>')],
  [
    "thay-doi",
    page(
      "Đồng hồ",
      "<p id=t></p><script>setInterval(() => { t.textContent = Date.now(); }, 50)</script>",
    ),
  ],
];

test("ordinary pages wake nobody, and nothing stands in them", async () => {
  const { chromium, network } = world();
  for (const [name, reply] of ORDINARY) network.serve(`${name}.example`, () => reply);
  await chromium.sleepDeeply();
  for (const [name] of ORDINARY) {
    const tab = await world().openTab();
    await tab.goto(`http://${name}.example/`);
    // The guard looks when the page is idle, two seconds later at the latest, and again after changes.
    await tab.waitForFunction("performance.now() > 4500");
    expect(await workerTarget(chromium.cdp), name).toBeNull();
    const traces =
      "document.querySelectorAll('[popover]').length + document.documentElement.children.length";
    expect(await tab.evaluate(traces), name).toBe(2);
    await tab.close();
  }
  // The guard was there all the time: a page that asks wakes it.
  network.serve("dang-nhap.example", () => loginPage());
  await expectBanner(await world().visit("http://dang-nhap.example/"), NAMED);
});

test("what every page carries stays below 25,000 bytes", () => {
  const extension = runFolder("chrome-mv3");
  const manifest = JSON.parse(readFileSync(`${extension}/manifest.json`, "utf8"));
  const scripts: string[] = manifest.content_scripts.flatMap(({ js }: { js: string[] }) => js);
  expect(scripts).toHaveLength(2);
  const bytes = scripts.map((script) => statSync(`${extension}/${script}`).size);
  expect(bytes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(25_000);
});

/** Pages that mean to break the guard, each with something to be found in spite of it. */
const HOSTILE: [string, Reply | Handler][] = [
  [
    "a hundred thousand nodes",
    loginPage({
      form: `${LOGIN}<div id=x></div>`,
      script: 'x.innerHTML = "<p><b>chữ</b></p>".repeat(50000)',
    }),
  ],
  ["ten megabytes of text", loginPage({ form: `${LOGIN}<p>${"chữ và chữ ".repeat(700_000)}</p>` })],
  [
    "a title of a megabyte",
    loginPage({ head: `<title>Vietcombank ${"T".repeat(1_000_000)}</title>` }),
  ],
  [
    "changes without end",
    loginPage({
      form: `${LOGIN}<div id=x></div>`,
      script:
        "setInterval(() => { x.textContent = Math.random(); x.className = String(Math.random()); }, 1);",
    }),
  ],
  [
    "frames that hold the page itself",
    loginPage({ form: `${LOGIN}<iframe src="/"></iframe><iframe src="/?2"></iframe>` }),
  ],
  [
    "broken Unicode",
    loginPage({
      form: `${LOGIN}<p id=x></p>`,
      script:
        'x.textContent = "\\ud800\\udfff\\udc00 \\ufffe\\u0000".repeat(5000); document.title += "\\ud800";',
    }),
  ],
  [
    "fields named as what every node has",
    loginPage({
      form: LOGIN.replace(
        "<form",
        '<form><input type="hidden" name="nodeType"><input type="hidden" name="localName"><input type="hidden" name="firstChild"></form><form',
      ),
    }),
  ],
  [
    "traps in place of built-ins",
    loginPage({
      head: `<script>for (const name of ["Promise", "Map", "Set", "WeakMap", "Array", "JSON", "URL", "performance", "requestIdleCallback", "MessageChannel", "DOMParser"]) try { window[name] = new Proxy(function () {}, { get() { throw new Error("trap"); }, apply() { throw new Error("trap"); }, construct() { throw new Error("trap"); } }); } catch {}</script>`,
    }),
  ],
];

for (const [i, [what, reply]] of HOSTILE.entries()) {
  test(`${what}: the page goes on, and is warned of`, async () => {
    const host = `ke-gian-${i}.example`;
    world().network.serve(host, typeof reply === "function" ? reply : () => reply);
    const tab = await world().openTab();
    const errors: string[] = [];
    tab.on("pageerror", (error) => errors.push(error.message));
    await tab.goto(`http://${host}/`);
    // What the banner says is read with the whole page, which takes long where there is much of it.
    await tab.locator("[popover]").waitFor({ state: "attached", timeout: 60_000 });
    await expectBanner(tab, NAMED);
    // Past what the page may have put in place of built-ins.
    const session = await tab.context().newCDPSession(tab);
    const { result } = await session.send("Runtime.evaluate", { expression: "1 + 1" });
    expect(result.value).toBe(2);
    expect(errors.filter((error) => /extension|trap/.test(error))).toEqual([]);
  });
}

test("a storm of document.write gives way to the warning page", async () => {
  world().network.serve("bao-viet-lai.example", () =>
    loginPage({
      form: LOGIN,
      script: `let n = 0; const html = document.documentElement.outerHTML.replace(/<script[^]*?<\\/script>/g, ""); const timer = setInterval(() => { if (++n > 30) clearInterval(timer); document.open(); document.write(html); document.close(); }, 30);`,
    }),
  );
  const tab = await world().openTab();
  await tab.goto("http://bao-viet-lai.example/", { waitUntil: "commit" });
  await expect.poll(() => tab.url(), { timeout: 20_000 }).toMatch(/\/warning\.html/);
});
