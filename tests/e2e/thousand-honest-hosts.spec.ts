import { expect, type Page, test } from "@playwright/test";
import { givenUnmarkedHosts, ownUnmarkedHosts } from "../fixtures/honest-hosts.ts";
import { workerTarget } from "./harness/chromium.ts";
import type { Reply } from "./harness/network.ts";
import { page } from "./harness/replies.ts";
import { protectedWorld } from "./harness/world.ts";

const world = protectedWorld({ hosts: ["listed.example"] });

/** Tabs that are used at once, and hosts that each opens before the background is looked for: it would live for half a minute. */
const TABS = 8;
const BATCH = 100;

const PROSE = "Hôm nay trời đẹp, bà con ra đồng gặt lúa từ sớm, trẻ nhỏ theo mẹ ra chợ phiên. ";
const GOODS = Array.from(
  { length: 20 },
  (_, i) =>
    `<li><a href="/mon/${i}"><img alt="Món ${i}">Giá ${i}.000đ</a><button>Mua</button></li>`,
).join("");

/**
 * What people mostly meet, under the name of the host; but for those with a long number, where a name such as that of a
 * program for remote control would be an ask.
 */
const SHAPES: ((host: string) => Reply)[] = [
  (host) => page(host, `<header>${host}</header><article>${`<p>${PROSE}</p>`.repeat(6)}</article>`),
  (host) =>
    page(`Cửa hàng ${host}`, `<input type="search" placeholder="Tìm món"><ul>${GOODS}</ul>`),
  () =>
    page(
      "Liên hệ",
      "<p>Điện thoại 024 3555 0000, giờ làm việc 8:00–17:00</p><footer>Đường Lê Lợi, Huế</footer>",
    ),
  (host) =>
    page(
      host,
      `<form><input type="email" placeholder="Email của bạn"><button>Nhận bản tin</button></form><p>${PROSE}</p>`,
    ),
  (host) =>
    page(
      `${host} cảnh báo`,
      `<article><p>Kẻ gian mạo danh Vietcombank, đòi mật khẩu và mã OTP. ${PROSE.repeat(4)}</p></article>`,
    ),
  () =>
    page(
      "Đồng hồ",
      `<iframe srcdoc="<p>Quảng cáo</p>"></iframe><p id=x></p><script>setInterval(() => { x.textContent = Date.now() }, 20)</script>`,
    ),
];

/** What a page of ours would have left behind, read once the guard has looked: it does so when the page is idle. */
async function traces(tab: Page): Promise<number> {
  return tab.evaluate(async () => {
    const idle = () => new Promise((next) => requestIdleCallback(next, { timeout: 3_000 }));
    if (document.readyState !== "complete")
      await new Promise((next) => addEventListener("load", next, { once: true }));
    // Callbacks of one deadline come in their order: after these the guard, which asked before, has had its turn.
    for (let turn = 0; turn < 3; turn++) {
      await new Promise((next) => setTimeout(next, 30));
      await idle();
    }
    const ours = document.querySelectorAll("[popover]").length;
    return ours + document.documentElement.children.length - 2;
  });
}

for (const [whose, hosts] of [
  ["of this repository", ownUnmarkedHosts()],
  ["of the project's data", givenUnmarkedHosts()],
] as const) {
  test(`the guard is silent on a thousand honest hosts ${whose}: no wake, no message, no request, no banner`, async () => {
    test.skip(hosts === null, "the project's data is not beside this repository");
    test.setTimeout(600_000);
    const { chromium, network } = world();
    for (const [i, host] of (hosts ?? []).entries()) {
      const shape = SHAPES[i % SHAPES.length] ?? page;
      network.serve(host, () => shape(host));
    }
    await chromium.sleepDeeply();
    const before = network.received.length;
    const waiting = [...(hosts ?? [])];
    const left: string[] = [];
    let opened = 0;
    while (waiting.length > 0) {
      const batch = waiting.splice(0, BATCH);
      const open = async () => {
        const tab = await world().openTab();
        for (let host = batch.shift(); host !== undefined; host = batch.shift()) {
          await tab.goto(`http://${host}/`);
          if ((await traces(tab)) !== 0) left.push(host);
          opened++;
        }
        await tab.close();
      };
      await Promise.all(Array.from({ length: TABS }, open));
      // Nobody has sent the background a message: it still sleeps.
      expect(await workerTarget(chromium.cdp), `after ${opened} hosts`).toBeNull();
    }
    expect(left, "pages in which something of ours stood").toEqual([]);
    expect(opened).toBe(1_000);
    const asked = network.received
      .slice(before)
      .filter(({ path }) => path !== "/" && path !== "/favicon.ico");
    expect(asked.map(({ method, url }) => `${method} ${url}`)).toEqual([]);
  });
}
