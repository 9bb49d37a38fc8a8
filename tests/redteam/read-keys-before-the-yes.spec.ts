import { expect, type Page, test } from "@playwright/test";
import { LOGIN, loginPage } from "../e2e/harness/asking-pages.ts";
import { expectBanner, layersOf, type OurLayers, prefill, words } from "../e2e/harness/banner.ts";
import { page, pages } from "../e2e/harness/replies.ts";
import { protectedWorld } from "../e2e/harness/world.ts";
import { KEY_SPY } from "./key-spy.ts";

// A page reads a password or a code key by key, long before anything is sent.

const world = protectedWorld({ hosts: ["listed.example"] });

const NAMED = words("banner.named", { name: "Vietcombank" });

/** What a form lets its children stand in for. */
const STAND_INS = [
  "nodeType localName getRootNode closest isContentEditable focus click parentElement",
  "getAttribute matches isConnected getBoundingClientRect contains ownerDocument shadowRoot querySelectorAll",
]
  .flatMap((names) => names.split(" "))
  .map((name) => `<input type="hidden" name="${name}">`)
  .join("");

/** Names no bank, so that only the page around it is under warning. */
const FRAMED = '<form><label>Mật khẩu <input type="password"></label><button>Gửi</button></form>';

let hosts = 0;

async function open(
  form = LOGIN,
  script = "",
  more = {},
): Promise<{ tab: Page; layers: OurLayers }> {
  const host = `doc-phim-${++hosts}.example`;
  world().network.serve(
    host,
    pages({
      "/": loginPage({ form, script, head: `<script>${KEY_SPY}</script>` }),
      "/luu": page("Đã nhận"),
      ...more,
    }),
  );
  const tab = await world().visit(`http://${host}/`);
  return { tab, layers: await expectBanner(tab, NAMED) };
}

/** Puts digits into the clipboard, and leaves nothing of them on the page. */
async function copyDigits(tab: Page): Promise<void> {
  const name = tab.getByLabel("Tên đăng nhập");
  await prefill(name, "123456");
  await name.selectText();
  await tab.keyboard.press("Control+c");
  await prefill(name, "");
  await tab.evaluate("window.stolen.length = 0");
}

async function expectHeld(tab: Page, layers: OurLayers): Promise<void> {
  await expect.poll(() => layers.question()).toContain(words("hold.secret"));
  await tab.waitForTimeout(200);
  expect(await tab.evaluate("window.stolen")).toEqual([]);
}

test("a password that is typed under a warning stays unread until the person agrees", async () => {
  const { tab, layers } = await open();
  const field = tab.getByLabel("Mật khẩu");
  await field.focus();
  // A fast typist goes on over the question, with a space and Enter.
  await tab.keyboard.type("bi mat-cua toi", { delay: 15 });
  await tab.keyboard.press("Enter");
  await expectHeld(tab, layers);
  await layers.press(words("hold.send"));
  await expect.poll(() => layers.question()).toBeNull();
  await tab.keyboard.type("bi-mat");
  expect(await field.inputValue()).toBe("bi-mat");
});

test("a name that is typed there is nobody's secret", async () => {
  const { tab, layers } = await open();
  await tab.getByLabel("Tên đăng nhập").focus();
  await tab.keyboard.type("lan");
  expect(await tab.getByLabel("Tên đăng nhập").inputValue()).toBe("lan");
  expect(await layers.question()).toBeNull();
});

test("nor is one read that is pasted, composed by an input method, or comes from a screen keyboard", async () => {
  const form = `${LOGIN}<label>Mã OTP <input name="otp"></label>`;
  const ways: ((tab: Page) => Promise<void>)[] = [
    async (tab) => {
      await copyDigits(tab);
      await tab.getByLabel("Mã OTP").focus();
      await tab.keyboard.press("Control+v");
    },
    async (tab) => {
      await tab.getByLabel("Mã OTP").focus();
      const session = await tab.context().newCDPSession(tab);
      await session.send("Input.imeSetComposition", {
        text: "mậ",
        selectionStart: 2,
        selectionEnd: 2,
      });
      await session.send("Input.imeSetComposition", {
        text: "mật",
        selectionStart: 3,
        selectionEnd: 3,
      });
    },
    async (tab) => {
      await tab.getByLabel("Mã OTP").focus();
      await tab.keyboard.insertText("1");
    },
  ];
  for (const way of ways) {
    const { tab, layers } = await open(form);
    await tab.evaluate("window.stolen.length = 0");
    await way(tab);
    await expectHeld(tab, layers);
  }
});

for (const [name, form] of [
  ["a code in a field of its own", '<input class="x" placeholder="Mã OTP">'],
  [
    "several lines",
    '<label>12 từ khôi phục ví (seed phrase) <textarea class="x"></textarea></label>',
  ],
  [
    "text to be edited",
    '<div class="x" contenteditable aria-label="Mật khẩu" style="height:20px"></div>',
  ],
  [
    "a field in the legend of a group that is switched off",
    '<fieldset disabled><legend><label>Mã OTP <input class="x"></label></legend></fieldset>',
  ],
  [
    "a form that is edited itself, whose children stand in for its methods",
    `<form class="x" contenteditable aria-label="Mật khẩu" style="height:20px">${STAND_INS}</form>`,
  ],
  [
    "a form without fields, whose children stand in for its methods",
    `<form class="x" tabindex="0" style="height:20px">${STAND_INS}</form>`,
  ],
  [
    "a form without fields, whose child stands in for its type",
    '<form class="x" tabindex="0" style="height:20px"><input type="hidden" name="nodeType"></form>',
  ],
  ["no field at all", '<canvas class="x" tabindex="0" width="100" height="20"></canvas>'],
] as const) {
  test(`nor is one read in what hides that it is a field for secrets: ${name}`, async () => {
    const { tab, layers } = await open(LOGIN + form);
    await tab.evaluate(() => {
      const field = document.querySelector(".x");
      if (field) HTMLElement.prototype.focus.call(field);
    });
    await tab.keyboard.type("7ab");
    await expectHeld(tab, layers);
  });
}

for (const mode of ["open", "closed"])
  test(`nor is one read in a shadow tree: ${mode}`, async () => {
    const form = `${LOGIN}<div id="host"></div>`;
    const script = `
      const tree = document.getElementById("host").attachShadow({ mode: "${mode}" });
      tree.innerHTML = '<label>Mật khẩu <input type="password"></label>';
      window.trees = [tree];
      for (const type of ["keydown", "keyup", "keypress", "beforeinput", "input"]) tree.addEventListener(type, note, true);`;
    const { tab, layers } = await open(form, script);
    await tab.evaluate("window.trees[0].querySelector('input').focus()");
    await tab.keyboard.type("bi");
    await expectHeld(tab, layers);
  });

test("nor is one read in a frame of another site", async () => {
  world().network.serve("khung-doc-phim.example", () =>
    page("x", FRAMED, `<script>${KEY_SPY}</script>`),
  );
  const { tab } = await open(
    `${LOGIN}<iframe src="http://khung-doc-phim.example/" width="300" height="300"></iframe>`,
  );
  const [, frame] = tab.frames();
  if (frame === undefined) throw new Error("there is no frame");
  await frame.getByLabel("Mật khẩu").focus();
  await tab.keyboard.type("bi-mat");
  await expect
    .poll(() => frame.evaluate(() => document.querySelectorAll("[popover]").length))
    .toBeGreaterThan(0);
  expect(await frame.evaluate("window.stolen")).toEqual([]);
});

test("nor by a page that moves the focus to a field of its own while the question stands", async () => {
  const form = `${LOGIN}<label>Ghi chú <input id="catch"></label>`;
  const script = `document.querySelector("[type=password]").onblur = () => setTimeout(() => document.getElementById("catch").focus());`;
  const { tab, layers } = await open(form, script);
  await tab.getByLabel("Mật khẩu").focus();
  await tab.keyboard.type("bi-mat", { delay: 30 });
  await expectHeld(tab, layers);
});

test("what was typed before the warning came stays, and the next character asks", async () => {
  const { tab } = await open();
  const layers = await layersOf(tab);
  const field = tab.getByLabel("Mật khẩu");
  await field.evaluate((input: HTMLInputElement) => {
    input.value = "bi";
  });
  await field.press("m");
  await expect.poll(() => layers.question()).toContain(words("hold.secret"));
  expect(await field.inputValue()).toBe("bi");
});

test("nor is one read by a page that opens its document anew, to be the first to listen", async () => {
  const script = `setTimeout(() => {
    const html = document.documentElement.outerHTML;
    document.open();
    addEventListener("keydown", (event) => { event.stopImmediatePropagation(); note(event); }, true);
    document.write(html);
    document.close();
  }, 2500)`;
  const { tab } = await open(LOGIN, script);
  await expect.poll(() => tab.url(), { timeout: 20_000 }).toMatch(/\/warning\.html/);
});

test("nor is one read from a field that was built in a frame", async () => {
  const form = `${LOGIN}<iframe srcdoc='<label>Mật khẩu <input class="x" type="password"></label>'></iframe><div id="here"></div>`;
  const { tab, layers } = await open(form);
  await tab.frames()[1]?.locator(".x").click();
  await tab.evaluate(
    "document.getElementById('here').append(document.adoptNode(frames[0].document.querySelector('label')))",
  );
  await tab.locator("#here .x").focus();
  await tab.keyboard.type("7ab");
  await expectHeld(tab, layers);
});

for (const [name, form, focus] of [
  [
    "a list of choices",
    '<label>Mật khẩu <select class="x"><option>a<option>b</select></label>',
    ".x",
  ],
  ["a box that is no field", '<div class="x" tabindex="0">Mật khẩu</div>', ".x"],
] as const) {
  test(`nor is one read that goes into ${name}`, async () => {
    const { tab, layers } = await open(LOGIN + form);
    await tab.locator(focus).focus();
    await tab.keyboard.type("7ab");
    await expectHeld(tab, layers);
  });
}

for (const [how, act] of [
  ["by a screen keyboard", (tab: Page) => tab.keyboard.insertText("bi-mat")],
  ["by pasting", (tab: Page) => tab.keyboard.press("Control+v")],
] as const) {
  test(`nor is one read that comes into a closed shadow tree ${how}`, async () => {
    const script = `
      const tree = document.getElementById("host").attachShadow({ mode: "closed" });
      tree.innerHTML = '<label>Mật khẩu <input type="password"></label>';
      window.trees = [tree];
      for (const type of ["keydown", "beforeinput", "input", "paste"]) tree.addEventListener(type, note, true);`;
    const { tab, layers } = await open(
      `${LOGIN}<div contenteditable="false"><div id="host"></div></div>`,
      script,
    );
    await copyDigits(tab);
    await tab.evaluate("window.trees[0].querySelector('input').focus(); window.stolen.length = 0");
    await act(tab);
    await expectHeld(tab, layers);
  });
}

test("a name in a closed shadow tree is nobody's secret", async () => {
  const script = `
    const tree = document.getElementById("host").attachShadow({ mode: "closed" });
    tree.innerHTML = '<label>Họ và tên <input></label>';
    window.trees = [tree];`;
  const { tab, layers } = await open(`${LOGIN}<div id="host"></div>`, script);
  await tab.evaluate("window.trees[0].querySelector('input').focus()");
  await tab.keyboard.type("lan");
  expect(await tab.evaluate("window.trees[0].querySelector('input').value")).toBe("lan");
  expect(await layers.question()).toBeNull();
});

test("nor is one read on a page that puts itself into a sandbox", async () => {
  const host = "tu-nhot.example";
  world().network.serve(host, () => {
    const reply = loginPage({ head: `<script>${KEY_SPY}</script>` });
    const headers = {
      ...reply.headers,
      "content-security-policy": "sandbox allow-scripts allow-forms",
    };
    return { ...reply, headers };
  });
  const tab = await world().visit(`http://${host}/`);
  const layers = await expectBanner(tab, NAMED);
  await tab.locator("[type=password]").focus();
  await tab.keyboard.type("7ab");
  await expectHeld(tab, layers);
});
