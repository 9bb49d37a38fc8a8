import { expect, test } from "@playwright/test";
import { createText } from "../../src/ui/text.ts";
import {
  articlePage,
  LOGIN,
  loginPage,
  prepayPage,
  scarePage,
  stealingPage,
} from "./harness/asking-pages.ts";
import { expectBanner, layersOf, prefill, words } from "./harness/banner.ts";
import { page, pages } from "./harness/replies.ts";
import { say } from "./harness/say.ts";
import { until } from "./harness/until.ts";
import { expectHeading, expectWarning, protectedWorld } from "./harness/world.ts";

const world = protectedWorld({ hosts: ["listed.example"] });

const SITE = "dang-nhap-tien-loi.example";
const REAL = "vietcombank.com.vn";
const NAMED = words("banner.named", { name: "Vietcombank" });

/** Serves a page at the root of a site, and what its form sends to. */
function serve(host: string, reply: ReturnType<typeof page>, more = {}): string {
  world().network.serve(
    host,
    pages({ "/": reply, "/luu": page("Đã nhận"), "/khac": page("Trang khác"), ...more }),
  );
  return `http://${host}/`;
}

const sent = (host: string) =>
  world()
    .network.at(host)
    .filter(({ path }) => path === "/luu");

test.beforeEach(() => {
  world().network.serve(REAL, () => page("Ngân hàng thật"));
});

test.describe("a page that bears a bank's name on a strange host", () => {
  test("gets a banner that names the bank, and the toolbar and the popup say why", async () => {
    const url = serve(SITE, loginPage());
    const tab = await world().visit(url);
    await expectBanner(tab, NAMED);
    const { chromium } = world();
    const id = await chromium.tabId(url);
    expect(await chromium.badge(id)).toBe("!");
    const { verdict } = await chromium.ask({ type: "tab-verdict", tabId: id });
    expect(verdict).toMatchObject({
      level: "warn",
      source: "evidence",
      scope: "page",
      brand: "Vietcombank",
    });
    await expectHeading(tab, "Vietcombank - Đăng nhập");
  });

  test("speaks the language, and in the letters, that the person has chosen", async () => {
    const { chromium, visit } = world();
    const url = serve(SITE, loginPage());
    const usual = await (await expectBanner(await visit(url), NAMED)).box();
    await chromium.ask({
      type: "save-settings",
      changes: { language: "en", textSize: "large" },
    });
    const layers = await expectBanner(
      await visit(url),
      words("banner.named", { name: "Vietcombank" }, "en"),
    );
    expect((await layers.box()).height).toBeGreaterThan(usual.height);
    await chromium.ask({
      type: "save-settings",
      changes: { language: "auto", textSize: "normal" },
    });
  });

  test("moves nothing on the page, and leads to the real site without telling it from where", async () => {
    const url = serve(SITE, loginPage());
    const tab = await world().openTab();
    await tab.goto(url);
    const before = await tab.locator("h1").boundingBox();
    const layers = await expectBanner(tab, NAMED);
    expect(await tab.locator("h1").boundingBox()).toEqual(before);
    expect(await layers.box()).toMatchObject({ top: 0, height: 56 });
    world().network.serve(REAL, () => page("Ngân hàng thật"));
    await layers.press(words("banner.toReal"));
    await expectHeading(tab, "Ngân hàng thật");
    const arrival = world()
      .network.at(REAL)
      .findLast(({ path }) => path === "/");
    expect(arrival?.headers.referer).toBeUndefined();
  });

  test("once closed, keeps quiet on that site in that tab alone, and holds secrets there all the same", async () => {
    const url = serve(SITE, loginPage());
    const tab = await world().visit(url);
    const layers = await expectBanner(tab, NAMED);
    // For a second it takes no such press: nobody can have seen it.
    await tab.waitForTimeout(1_200);
    await layers.press(words("banner.dismiss"));
    await expect.poll(() => layers.banner()).toBeNull();
    await tab.reload();
    // The other tab's banner comes later than the first one's would.
    await expectBanner(await world().visit(url), NAMED);
    const quiet = await layersOf(tab);
    expect(await quiet.banner()).toBeNull();
    await tab.getByLabel("Mật khẩu").focus();
    await tab.keyboard.type("b");
    await expect.poll(() => quiet.question()).toContain(words("hold.secret"));
    expect(await tab.getByLabel("Mật khẩu").inputValue()).toBe("");
  });

  test("comes back once when the page takes it away, then the warning page takes over, and back leads before it", async () => {
    const url = serve(SITE, loginPage());
    const tab = await world().visit(serve("truoc-do.example", page("Trước đó")));
    await tab.goto(url);
    const layers = await expectBanner(tab, NAMED);
    const remove = () => tab.evaluate(() => document.querySelector("[popover]")?.remove());
    await remove();
    await expect.poll(() => layers.banner()).toMatch(NAMED);
    await remove();
    await expect(tab.getByText(say("warning.warned"))).toBeVisible();
    await expect(tab.locator("body")).toContainText(SITE);
    await tab.getByRole("button", { name: say("general.back") }).click();
    await expectHeading(tab, "Trước đó");
  });

  test("is reached by the keyboard first, and read out without taking the focus", async () => {
    const tab = await world().visit(serve(SITE, loginPage()));
    await expectBanner(tab, NAMED);
    const inBanner = () => tab.evaluate(() => document.activeElement?.matches("[popover]"));
    expect(await inBanner()).toBe(false);
    await tab.keyboard.press("Tab");
    expect(await inBanner()).toBe(true);
    await tab.keyboard.press("Enter");
    await expectHeading(tab, "Ngân hàng thật");
  });

  test("is left by one press", async () => {
    const tab = await world().visit(serve(SITE, loginPage()));
    const layers = await expectBanner(tab, NAMED);
    const closed = tab.waitForEvent("close");
    await layers.press(words("banner.leave"));
    await closed;
  });
});

test.describe("the banner holds out", () => {
  test("under a strict content security policy", async () => {
    const reply = loginPage();
    const policy = "default-src 'none'; style-src 'none'; require-trusted-types-for 'script'";
    const headers = { ...reply.headers, "content-security-policy": policy };
    const tab = await world().visit(serve(SITE, { ...reply, headers }));
    const layers = await expectBanner(tab, NAMED);
    expect((await layers.box()).height).toBe(56);
  });

  test("where the page has turned the DOM's own methods into traps", async () => {
    const script = `
      const boom = () => { throw new Error("trapped"); };
      for (const name of ["append", "prepend", "attachShadow", "querySelectorAll", "getAttribute", "showPopover"]) {
        for (const proto of [Element.prototype, Document.prototype, HTMLElement.prototype])
          if (name in proto) proto[name] = boom;
      }
      Document.prototype.createElementNS = Document.prototype.createTreeWalker = boom;
      Object.defineProperty(Node.prototype, "parentNode", { get: boom });
      window.MutationObserver = window.setTimeout = boom;
      Array.prototype.push = Array.prototype.map = boom;
      JSON.stringify = boom;`;
    const tab = await world().visit(serve(SITE, loginPage({ head: `<script>${script}</script>` })));
    await expectBanner(tab, NAMED);
  });

  test("where children of a form stand in for its methods", async () => {
    const form = LOGIN.replace(
      "</form>",
      '<input name="requestSubmit"><input name="parentNode"><input name="closest"></form>',
    );
    await expectBanner(await world().visit(serve(SITE, loginPage({ form }))), NAMED);
  });

  test("where a style sheet hides all that it can reach", async () => {
    const head =
      "<style>[popover],html>div,html>*:first-child{display:none!important;opacity:0!important;visibility:hidden!important;transform:translateY(-999px)!important}@layer a{[popover]{all:unset!important;display:none!important}}</style>";
    const tab = await world().visit(serve(SITE, loginPage({ head })));
    const layers = await expectBanner(tab, NAMED);
    expect(await layers.box()).toMatchObject({ top: 0, height: 56 });
  });

  test("over a dialog that the page opens on top of it", async () => {
    const form = `${LOGIN}<dialog style="inset:0;width:100vw;height:100vh;max-width:none;max-height:none">Quà</dialog>`;
    const tab = await world().visit(serve(SITE, loginPage({ form })));
    const layers = await expectBanner(tab, NAMED);
    await tab.evaluate(() => document.querySelector("dialog")?.showModal());
    const onTop = () => tab.evaluate(() => document.elementFromPoint(40, 20)?.matches("[popover]"));
    await expect.poll(onTop).toBe(true);
    // It can be pressed there too, once it has been seen for a second.
    await tab.waitForTimeout(1_500);
    await layers.press(words("banner.dismiss"));
    await expect.poll(() => layers.banner()).toBeNull();
  });

  test("against a page that swallows clicks, and against clicks that no person made", async () => {
    const script = `
      for (const type of ["click", "mousedown", "pointerdown", "keydown"])
        addEventListener(type, (event) => { event.stopImmediatePropagation(); event.preventDefault(); }, true);`;
    const tab = await world().visit(serve(SITE, loginPage({ head: `<script>${script}</script>` })));
    const layers = await expectBanner(tab, NAMED);
    await tab.evaluate(() => {
      const host = document.querySelector("[popover]");
      for (let x = 0; x < innerWidth; x += 10)
        host?.dispatchEvent(
          new MouseEvent("click", { bubbles: true, clientX: x, clientY: 20, detail: 1 }),
        );
    });
    expect(await layers.banner()).toMatch(NAMED);
    await tab.waitForTimeout(1_200);
    await layers.press(words("banner.dismiss"));
    await expect.poll(() => layers.banner()).toBeNull();
  });

  test("and the page sees neither what it says nor what is pressed in it", async () => {
    const tab = await world().visit(serve(SITE, loginPage()));
    await expectBanner(tab, NAMED);
    const seen = await tab.evaluate(() => {
      const host = document.querySelector("[popover]");
      return { shadow: host?.shadowRoot ?? null, text: host?.textContent, html: host?.innerHTML };
    });
    expect(seen).toEqual({ shadow: null, text: "", html: "" });
  });
});

test.describe("a page that steals", () => {
  const STEALS = "vietcombank-xacthuc.example";

  test("gives way to the warning page, with the evidence in words and the real site first", async () => {
    const tab = await world().visit(serve(STEALS, stealingPage()));
    await expectWarning(tab, STEALS);
    await expect(tab.getByRole("heading", { level: 1 })).toHaveText(
      say("warning.imitates", { brand: "Vietcombank" }),
    );
    const t = createText("vi");
    await expect(tab.getByText(t("reason.page-identity", { name: "Vietcombank" }))).toBeVisible();
    await expect(tab.getByText(t("reason.page-presses.urgency"))).toBeVisible();
    const first = tab.locator(".warning-ways").locator("a, button").first();
    await expect(first).toHaveAttribute("href", `https://${REAL}/`);
  });

  test("opens after the second step, and is left alone for that time", async () => {
    const url = serve(STEALS, stealingPage());
    const tab = await world().visit(url);
    await expectWarning(tab, STEALS);
    await tab.getByRole("button", { name: say("warning.goOn") }).click();
    await tab.getByRole("button", { name: say("override.go"), exact: true }).click();
    await expectHeading(tab, "Vietcombank - Đăng nhập");
    // Another page's warning comes later than this one's would.
    const other = "vietcombank-hotro.example";
    await expectWarning(await world().visit(serve(other, stealingPage())), other);
    expect(tab.url()).toBe(url);
    expect(await (await layersOf(tab)).banner()).toBeNull();
  });

  test("can't be warned of by whoever opens the warning page with its address", async () => {
    const { chromium } = world();
    serve(STEALS, stealingPage());
    const tab = await world().openTab();
    await tab.goto(`${chromium.extensionUrl("warning.html")}#http://${STEALS}/`);
    await expectHeading(tab, say("neutral.title"));
    expect(await chromium.ask({ type: "override", url: `http://${STEALS}/` })).toMatchObject({
      ok: false,
    });
  });

  test("is found wherever its form stands: srcdoc, about:blank, another site's frame, shadow trees, no form at all", async () => {
    const inside = LOGIN.replaceAll('"', "'");
    const shell = (form: string) => loginPage({ form });
    serve("khung.example", page("x", LOGIN));
    for (const [host, form] of [
      ["khung-srcdoc.example", `<iframe srcdoc="${inside}"></iframe>`],
      [
        "khung-ngoai.example",
        '<iframe src="http://khung.example/" style="width:98vw;height:90vh"></iframe>',
      ],
      [
        "khung-trang.example",
        `<iframe id="f"></iframe><script>f.contentDocument.body.innerHTML = ${JSON.stringify(LOGIN)}</script>`,
      ],
      [
        "khung-mo.example",
        `<div id="x"></div><script>document.getElementById("x").attachShadow({mode:"open"}).innerHTML=\`${LOGIN}\`</script>`,
      ],
      [
        "khong-form.example",
        `<div>${LOGIN.replaceAll(/<\/?form[^>]*>/g, "")}</div><script>document.querySelector("button").onclick = () => fetch("/luu", { method: "POST", body: document.querySelector("[type=password]").value })</script>`,
      ],
      [
        "khung-kin.example",
        `<div id="x"></div><script>document.getElementById("x").attachShadow({mode:"closed"}).innerHTML=\`${LOGIN}\`</script>`,
      ],
    ] as const) {
      const tab = await world().visit(serve(host, shell(form)));
      await until(`${host} is warned of`, async () => {
        if (tab.url().startsWith("chrome-extension:")) return true;
        return (await (await layersOf(tab)).banner()) !== null || null;
      });
    }
  });

  test("is found when its form comes late, is written over in place, or comes by a route that loads nothing", async () => {
    const late = loginPage({
      form: "<div id=app>Đang tải…</div>",
      script: `setTimeout(() => { app.innerHTML = ${JSON.stringify(LOGIN)}; }, 3000);`,
    });
    await expectBanner(await world().visit(serve("den-muon.example", late)), NAMED);

    const step = loginPage({
      form: "<form><label>Số điện thoại <input></label></form>",
      script: `setTimeout(() => { const input = document.querySelector("input"); input.previousSibling.data = "Mật khẩu "; input.type = "password"; }, 3000);`,
    });
    await expectBanner(await world().visit(serve("tung-buoc.example", step)), NAMED);

    const route = loginPage({
      form: "<div id=app><button id=go>Tiếp tục</button></div>",
      script: `document.getElementById("go").onclick = () => { history.pushState({}, "", "/dang-nhap"); document.getElementById("app").innerHTML = ${JSON.stringify(LOGIN)}; };`,
    });
    const tab = await world().visit(serve("mot-trang.example", route));
    await tab.getByRole("button", { name: "Tiếp tục" }).click();
    await expectBanner(tab, NAMED);
  });
});

test.describe("at the moment of harm", () => {
  test.beforeEach(() => {
    world().network.serve("pay.example", () => page("x"));
  });

  for (const [how, act] of [
    ["a click", "button"],
    ["Enter", "enter"],
    ["a script that sends the form", "submit"],
    ["a script that asks the form to send itself", "requestSubmit"],
  ] as const) {
    test(`a password is held by a question beside it: ${how}`, async () => {
      const host = `giu-lai-${act.toLowerCase()}.example`;
      const tab = await world().visit(serve(host, loginPage()));
      await expectBanner(tab, NAMED);
      const layers = await layersOf(tab);
      await prefill(tab.getByLabel("Mật khẩu"), "bi-mat");
      const send = async () => {
        if (act === "button") await tab.getByRole("button", { name: "Đăng nhập" }).click();
        else if (act === "enter") await tab.getByLabel("Mật khẩu").press("Enter");
        else await tab.evaluate((method) => document.forms[0]?.[method](), act);
      };
      await send();
      await expect.poll(() => layers.question()).toContain(words("hold.secret"));
      await layers.press(words("hold.stop"));
      await expect.poll(() => layers.question()).toBeNull();
      expect(sent(host)).toEqual([]);
      await send();
      await expect.poll(() => layers.question()).toContain(words("hold.secret"));
      await layers.press(words("hold.send"));
      // A form that a script sends without a press has nothing to be pressed again.
      if (act === "submit") await send();
      await expectHeading(tab, "Đã nhận");
      expect(sent(host)).toHaveLength(1);
    });
  }

  test("a password is held where children of its form stand in for the form's methods", async () => {
    const names = "nodeType localName getRootNode closest requestSubmit parentElement isConnected";
    const standIns = names.split(" ").map((name) => `<input type="hidden" name="${name}">`);
    const form = LOGIN.replace("</form>", `${standIns.join("")}</form>`);
    const tab = await world().visit(serve("con-cua-bieu-mau.example", loginPage({ form })));
    const layers = await expectBanner(tab, NAMED);
    await prefill(tab.getByLabel("Mật khẩu"), "bi-mat");
    await tab.evaluate(() => {
      const [login] = document.forms;
      if (login) HTMLFormElement.prototype.requestSubmit.call(login);
    });
    await expect.poll(() => layers.question()).toContain(words("hold.secret"));
    expect(sent("con-cua-bieu-mau.example")).toEqual([]);
    await layers.press(words("hold.send"));
    await expectHeading(tab, "Đã nhận");
  });

  for (const [how, boxes] of [
    ["boxes for one digit each", '<input maxlength="1">'.repeat(6)],
    ["one field", '<label>Mã OTP <input name="otp" maxlength="6"></label>'],
  ] as const) {
    test(`a code is held before the page can read its first digit: ${how}`, async () => {
      const host = `ma-otp-${boxes.length}.example`;
      const decoys = '<input style="display:none">'.repeat(250);
      const form = `${LOGIN}${decoys}<div id="code">${boxes}</div>`;
      const script = `
        const boxes = [...document.querySelectorAll("#code input")];
        document.getElementById("code").addEventListener("input", () => {
          boxes.find(({ value }) => value === "")?.focus();
          const code = boxes.map(({ value }) => value).join("");
          if (code.length === 6) fetch("/luu", { method: "POST", body: code });
        });`;
      const tab = await world().visit(serve(host, loginPage({ form, script })));
      const layers = await expectBanner(tab, NAMED);
      const first = tab.locator("#code input").first();
      await first.focus();
      await tab.keyboard.type("1");
      await expect.poll(() => layers.question()).toContain(words("hold.secret"));
      await layers.press(words("hold.stop"));
      await expect.poll(() => layers.question()).toBeNull();
      expect(await first.inputValue()).toBe("");
      await first.focus();
      await tab.keyboard.type("1");
      await layers.press(words("hold.send"));
      await expect.poll(() => layers.question()).toBeNull();
      await tab.keyboard.type("123456");
      await expect.poll(() => sent(host)).toHaveLength(1);
    });
  }

  test("an app and an account number are held, and the person may go on", async () => {
    const host = "combo-re.example";
    const tab = await world().visit(serve(host, prepayPage(), { "/combo.apk": page("apk") }));
    const layers = await expectBanner(tab, words("banner.suspicious"));
    await tab.locator("#app").click();
    await expect.poll(() => layers.question()).toContain(words("hold.package"));
    await layers.press(words("hold.stop"));
    await tab.locator("#account").selectText();
    await tab.keyboard.press("Control+c");
    await expect.poll(() => layers.question()).toContain(words("hold.account"));
    await layers.press(words("hold.stop"));
    for (const button of ["#copy", "#icon"]) {
      await tab.locator(button).click();
      await expect.poll(() => layers.question()).toContain(words("hold.account"));
      await tab.keyboard.press("Escape");
      await expect.poll(() => layers.question()).toBeNull();
    }
    expect(tab.url()).toBe(`http://${host}/`);
    await tab.locator("#app").click();
    await layers.press(words("hold.download"));
    await expectHeading(tab, "apk");
  });

  test("an app that a script fetches, and a password that it puts into an address, are held", async () => {
    const host = "tai-ve.example";
    const form = `${LOGIN}<button id="get">Cài đặt</button><button id="leak" type="button">Tiếp</button>`;
    const script = `
      document.getElementById("get").onclick = () => { location.href = "/vcb.apk"; };
      document.getElementById("leak").onclick = () => { location.href = "/luu?p=" + document.querySelector("[type=password]").value; };`;
    const tab = await world().visit(
      serve(host, loginPage({ form, script }), { "/vcb.apk": page("apk") }),
    );
    const layers = await expectBanner(tab, NAMED);
    await tab.locator("#get").click();
    await expect.poll(() => layers.question()).toContain(words("hold.package"));
    await layers.press(words("hold.stop"));
    await expect.poll(() => layers.question()).toBeNull();
    await prefill(tab.getByLabel("Mật khẩu"), "bi-mat");
    // Pressed by a script, as pages do after a delay.
    await tab.evaluate(() => document.getElementById("leak")?.click());
    await expect.poll(() => layers.question()).toContain(words("hold.secret"));
    expect(sent(host)).toEqual([]);
    await layers.press(words("hold.send"));
    await expectHeading(tab, "Đã nhận");
  });

  test("an app that a script makes itself is held, and comes under its name to who wants it", async () => {
    const form = `${LOGIN}<button id="get">Cài đặt</button>`;
    const script = `
      document.getElementById("get").onclick = () => {
        const link = document.createElement("a");
        link.href = URL.createObjectURL(new Blob(["PK"]));
        link.download = "vcb.apk";
        link.click();
      };`;
    const tab = await world().visit(serve("tu-tao.example", loginPage({ form, script })));
    const layers = await expectBanner(tab, NAMED);
    await tab.locator("#get").click();
    await expect.poll(() => layers.question()).toContain(words("hold.package"));
    const download = tab.waitForEvent("download");
    await layers.press(words("hold.download"));
    expect((await download).suggestedFilename()).toBe("vcb.apk");
  });

  test("the question is seen whole in a small window, wherever the field stands", async () => {
    const form = `<p style="height:170px">Chào</p>${LOGIN}<p style="height:900px"></p>`;
    const tab = await world().visit(serve("cua-so-nho.example", loginPage({ form })));
    const layers = await expectBanner(tab, NAMED);
    // A screen of 1,280 × 720 at twice its size.
    const window = { width: 640, height: 360 };
    await tab.setViewportSize(window);
    await prefill(tab.getByLabel("Mật khẩu"), "bi-mat");
    for (const scrolled of [0, 150, 500]) {
      await tab.evaluate((top) => scrollTo(0, top), scrolled);
      await tab.evaluate(() => document.forms[0]?.submit());
      await expect.poll(() => layers.question()).toContain(words("hold.secret"));
      const { left, top, width, height } = await layers.box("alertdialog");
      expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
      expect(left + width).toBeLessThanOrEqual(window.width);
      expect(top + height).toBeLessThanOrEqual(window.height);
      await layers.press(words("hold.stop"));
      await expect.poll(() => layers.question()).toBeNull();
    }
  });

  test("an alarm about viruses is silenced, and all its tabs are closed by one press, whatever they ask", async () => {
    const host = "canh-bao-24h.example";
    const url = serve(host, scarePage(), { "/2": scarePage() });
    const { chromium } = world();
    const tabs = [await world().visit(`${url}2`), await world().visit(url)];
    for (const tab of tabs) {
      await expectBanner(tab, words("banner.infected"));
      // A page that nobody has touched may not ask before it is left.
      await tab.locator("#full").click();
      await expect.poll(async () => chromium.isMuted(await chromium.tabId(tab.url()))).toBe(true);
    }
    const closed = Promise.all(tabs.map((tab) => tab.waitForEvent("close")));
    const layers = await layersOf(tabs[1] as (typeof tabs)[number]);
    await layers.press(words("banner.closeAll"));
    await closed;
  });

  test("the whole screen is given back", async () => {
    const form = `${LOGIN}<div id="full" style="background:#fff">Toàn màn hình</div>`;
    const script = `document.getElementById("full").onclick = () => document.getElementById("full").requestFullscreen();`;
    const tab = await world().visit(serve(SITE, loginPage({ form, script })));
    await expectBanner(tab, NAMED);
    await tab.evaluate(() => {
      document.addEventListener("fullscreenchange", () => {
        document.title += document.fullscreenElement === null ? " ra" : " vào";
      });
    });
    await tab.locator("#full").click();
    await expect(tab).toHaveTitle(/ vào ra$/);
  });
});

test.describe("honest pages", () => {
  test("that look alike are left alone: the bank's own, an article, a shop's own log-in", async () => {
    const shop = page("Cửa hàng Hoa Đá", LOGIN.replaceAll("Vietcombank Digibank", "Hoa Đá"));
    const honest = [
      serve(REAL, loginPage()),
      serve("bao.example", articlePage()),
      serve("hoada.example", shop),
    ];
    const tabs = [];
    for (const url of honest) tabs.push(await world().visit(url));
    // A scam page that was opened after them has its banner by now.
    await expectBanner(await world().visit(serve(SITE, loginPage())), NAMED);
    for (const tab of tabs) {
      expect(honest).toContain(tab.url());
      expect(await (await layersOf(tab)).banner(), tab.url()).toBeNull();
    }
    // Nothing is held there either.
    const own = await world().visit("http://hoada.example/");
    await own.getByLabel("Mật khẩu").fill("x");
    await own.getByRole("button", { name: "Đăng nhập" }).click();
    await expectHeading(own, "Đã nhận");
  });
});
