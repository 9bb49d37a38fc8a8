import { expect, type Locator, type Page, test } from "@playwright/test";
import encodeQR from "qr";
import { askedSince } from "./harness/asked-since.ts";
import { page } from "./harness/replies.ts";
import { say } from "./harness/say.ts";
import { sayEither } from "./harness/say-either.ts";
import { tabTo } from "./harness/tab-to.ts";
import { protectedWorld } from "./harness/world.ts";

const LISTED = "gia-mao.example";
const UNKNOWN = "tiem-hoa.example";
// An example of NAPAS, "QR Format T&C" v1.0, 6.1.3.
const VIETQR =
  "00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA530370454061800005802VN62340107NPS68690819thanh toan don hang63042E2E";

const world = protectedWorld({
  hosts: [{ host: LISTED, brand: "Vietcombank", form: "sms-brandname-spoof" }],
  contacts: [
    "phone,0912 345 678,,fake-police-court,2026-11-02,Nguồn thử nghiệm,",
    "account,0011012345678,Sacombank,,2026-11-02,Nguồn thử nghiệm,",
  ],
});

test.beforeAll(() => {
  world().network.serve(UNKNOWN, () => page(`Trang ${UNKNOWN}`));
});

test("a phone number that is listed is told by keyboard alone, and reported with a key", async () => {
  const popup = await openPopup();
  await tabTo(popup, popup.getByRole("tab", { name: say("popup.tab.site") }));
  const ours = popup.getByRole("tab", { name: say("popup.tab.check") });
  while ((await ours.getAttribute("aria-selected")) !== "true") {
    await popup.keyboard.press("ArrowRight");
  }
  await expect(box(popup)).toBeVisible();
  await tabTo(popup, box(popup));
  await popup.keyboard.type("+84 912.345.678");
  await popup.keyboard.press("Enter");
  await expect(popup.getByText(say("number.block.phone"))).toBeVisible();
  await expect(popup.getByText("Nguồn thử nghiệm")).toBeVisible();
  await tabTo(popup, popup.getByRole("button", { name: say("check.reportNumber") }));
  await popup.keyboard.press("Enter");
  await expect(popup.getByRole("tab", { name: say("popup.tab.report") })).toHaveAttribute(
    "aria-selected",
    "true",
  );
});

test("an account that is listed, an organisation's own number, and one of which nothing is known", async () => {
  const popup = await openCheck();
  await check(popup, "STK: 0011 0123 4567 8");
  await expect(popup.getByText(say("number.block.account"))).toBeVisible();
  await check(popup, "1900 54 54 13");
  await expect(
    popup.getByText(say("number.official", { organisation: "Vietcombank" })),
  ).toBeVisible();
  await check(popup, "0987 654 321");
  const title = popup.getByText(say("number.unknown"));
  await expect(title).toBeVisible();
  await expect(popup.locator(".notice-verified")).toHaveCount(0);
  await expect(popup.getByText(say("number.unknownAdvice.phone"))).toBeVisible();
});

test("a message is judged by the addresses and the numbers in it, and by its words", async () => {
  const popup = await openCheck();
  await check(popup, `Tai khoan cua ban bi khoa, vao https://${LISTED}/ xac thuc ngay`);
  await expect(popup.getByText(say("message.block"))).toBeVisible();
  await check(popup, "Ban trung thuong xe SH, lien he ngay 0912345678 de nhan");
  await expect(popup.getByText(say("message.block"))).toBeVisible();
  await check(popup, "Chiều nay mấy giờ con tan học vậy anh?");
  await expect(popup.getByText(say("message.unknown"))).toBeVisible();
  await check(popup, "🙏🙏🙏");
  await expect(popup.getByText(say("check.unknownAdvice"))).toBeVisible();
});

test("whoever says by keyboard that a number is an account goes on at what was found", async () => {
  const popup = await openCheck();
  await check(popup, "0011 0123 4567 8");
  const rather = popup.getByRole("button", { name: say("check.isRather.phone") });
  await tabTo(popup, rather);
  await popup.keyboard.press("Enter");
  await expect(popup.getByRole("button", { name: say("check.isRather.account") })).toBeVisible();
  await expect.poll(() => popup.evaluate("document.activeElement?.className")).toContain("check-");
});

test("a message of a million characters is answered like any other", async () => {
  const popup = await openCheck();
  const text = `${"Tài khoản của bạn ".repeat(60_000)} https://${LISTED}/`;
  await box(popup).fill(text);
  await popup.keyboard.press("Enter");
  await expect(popup.getByText(say("message.block"))).toBeVisible();
});

test("an account is known by its bank, and a link that shows another before its @ by what it opens", async () => {
  const popup = await openCheck();
  await check(popup, "STK 19001234 tại MB");
  await expect(
    popup.getByText(say("check.took.accountAt", { number: "1900\u00a01234", bank: "MB Bank" })),
  ).toBeVisible();
  await check(popup, `hxxps://vietcombank.com.vn@${UNKNOWN.replace(".", "[.]")}/`);
  await expect(popup.getByText(say("verdict.warn"))).toBeVisible();
  await expect(
    popup.getByText(say("reason.before-at", { shown: "vietcombank.com.vn", host: UNKNOWN })),
  ).toBeVisible();
});

test("what is checked is asked of nobody", async () => {
  const { network } = world();
  const before = network.received.length;
  const popup = await openCheck();
  await check(popup, "Ban trung thuong, lien he ngay 0912345678");
  await expect(popup.getByText(say("message.block"))).toBeVisible();
  expect(askedSince(before, network)).toEqual([]);
});

test("a picture of a QR is pasted into the popup", async () => {
  const popup = await openCheck();
  await box(popup).evaluate(
    (element, bytes) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(bytes)], "ma.gif", { type: "image/gif" }));
      element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
    },
    [...picture(`https://${LISTED}/qua`)],
  );
  await expect(popup.getByText(say("warning.imitates", { brand: "Vietcombank" }))).toBeVisible();
});

test("a picture of a VietQR is chosen in the check's own window, which says where the money goes", async () => {
  const popup = await openCheck();
  const own = await opened(() => popup.getByRole("button", { name: say("check.picture") }).click());
  await own.reload();
  await expect(box(own)).toBeVisible();
  await choose(own, { name: "ma.gif", mimeType: "image/gif", buffer: picture(VIETQR) });
  await expect(own.getByText(say("number.block.account"))).toBeVisible();
  await expect(own.locator(`dt:text-is("${say("payment.bank")}") + dd`)).toHaveText("Sacombank");
  await expect(own.locator(`dt:text-is("${say("payment.amount")}") + dd`)).toHaveText(
    "180.000 đồng",
  );
});

test("pictures that can't be read are told in words", async () => {
  const own = await openCheckPage();
  const gif = { name: "ma.gif", mimeType: "image/gif" };
  await choose(own, { ...gif, buffer: Buffer.from("no picture at all") });
  await expect(own.getByText(say("check.picture.unreadable"))).toBeVisible();
  await choose(own, { ...gif, buffer: BLANK });
  await expect(own.getByText(say("check.picture.no-code"))).toBeVisible();
  await choose(own, { ...gif, buffer: picture(VIETQR.replace("180000", "980000")) });
  await expect(own.getByText(say("payment.problem.checksum"))).toBeVisible();
});

test("a link and a marked text are checked from the page's menu", async () => {
  for (const [menuItemId, info, words] of [
    [
      "link",
      { linkUrl: `https://${LISTED}/` },
      sayEither("warning.imitates", { brand: "Vietcombank" }),
    ],
    [
      "selection",
      { selectionText: "Ban trung thuong, lien he 0912.345.678" },
      sayEither("message.block"),
    ],
  ] as const) {
    const own = await opened(() => chooseInMenu({ menuItemId, ...info }));
    await expect(own.getByText(words)).toBeVisible();
    expect(own.url()).not.toContain("0912");
    expect(own.url()).not.toContain(LISTED);
    await own.reload();
    await expect(own.getByRole("textbox")).toHaveValue("");
    await expect(own.getByText(sayEither("check.lost"))).toHaveCount(0);
  }
});

test("what is on its way to be checked lies in no storage", async () => {
  await opened(() => chooseInMenu({ menuItemId: "selection", selectionText: "bi mat 0912345678" }));
  const { context, extensionId } = world().chromium;
  const worker = context.serviceWorkers().find((one) => one.url().includes(extensionId));
  const stored = await worker?.evaluate(`(async () => {
    const areas = await Promise.all(["session", "local"].map((area) => chrome.storage[area].get(null)));
    const found = [JSON.stringify(areas)];
    for (const { name } of await indexedDB.databases()) {
      const db = await new Promise((done) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => done(request.result);
      });
      for (const store of db.objectStoreNames) {
        const all = db.transaction(store).objectStore(store).getAll();
        found.push(JSON.stringify(await new Promise((done) => { all.onsuccess = () => done(all.result); })));
      }
      db.close();
    }
    return found.join("\\n");
  })()`);
  expect(stored).not.toContain("0912345678");
});

test("no web page opens the check", async () => {
  const tab = await world().visit(`http://${UNKNOWN}/`);
  const address = world().chromium.extensionUrl("check.html#x");
  const reached = await tab.evaluate(
    (url) =>
      fetch(url).then(
        () => true,
        () => false,
      ),
    address,
  );
  expect(reached).toBe(false);
});

function box(tab: Page): Locator {
  return tab.getByLabel(say("check.label"));
}

async function openPopup(): Promise<Page> {
  const popup = await world().openTab();
  await popup.goto(world().chromium.extensionUrl("popup.html"));
  return popup;
}

async function openCheck(): Promise<Page> {
  const popup = await openPopup();
  await popup.getByRole("tab", { name: say("popup.tab.check") }).click();
  await expect(box(popup)).toBeVisible();
  return popup;
}

async function openCheckPage(): Promise<Page> {
  const tab = await world().openTab();
  await tab.goto(world().chromium.extensionUrl("check.html"));
  await expect(box(tab)).toBeVisible();
  return tab;
}

async function check(tab: Page, text: string): Promise<void> {
  await box(tab).fill(text);
  await tab.keyboard.press("Enter");
}

/** The page that opens in a window of its own. */
async function opened(act: () => Promise<unknown>): Promise<Page> {
  const [own] = await Promise.all([world().chromium.context.waitForEvent("page"), act()]);
  await own.waitForLoadState();
  return own;
}

type Picture = { name: string; mimeType: string; buffer: Buffer };

async function choose(tab: Page, file: Picture): Promise<void> {
  const [chooser] = await Promise.all([
    tab.waitForEvent("filechooser"),
    tab.getByRole("button", { name: say("check.picture") }).click(),
  ]);
  await chooser.setFiles(file);
}

/** What the browser tells the extension when an item of the menu is chosen: the menu itself no test can open. */
async function chooseInMenu(info: object): Promise<void> {
  const { chromium } = world();
  // A message wakes the worker.
  await chromium.ask({ type: "state" });
  const worker = chromium.context
    .serviceWorkers()
    .find((one) => one.url().includes(chromium.extensionId));
  await worker?.evaluate(
    `chrome.contextMenus.onClicked.dispatch(${JSON.stringify(info)}, { incognito: false })`,
  );
}

/** A picture of a QR code. */
function picture(text: string): Buffer {
  return Buffer.from(encodeQR(text, "gif", { scale: 4 }));
}

/** A GIF of one white pixel. */
const BLANK = Buffer.from("R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=", "base64");
