import { expect, test } from "vitest";
import { page, pages, redirect } from "../e2e/harness/replies.ts";
import { until } from "../e2e/harness/until.ts";
import { type FirefoxWorld, protectedFirefox, shown } from "./harness/firefox-world.ts";

const LISTED = "mo-dau-la-bay.example";
const SHARED = "trang-chung.example";
const HONEST = "trang-dau.example";

const STARTS = 20;

const world = protectedFirefox({ hosts: [LISTED], paths: [`${SHARED}/view/qua-tang`] });

function serve({ network }: FirefoxWorld): void {
  network.serve(LISTED, () => page("Nhập mật khẩu"));
  network.serve(SHARED, () => page("Nhập mật khẩu"));
  network.serve(
    HONEST,
    pages({ "/": page("Trang đầu"), "/302": redirect(302, `http://${LISTED}/`) }),
  );
}

test(`${STARTS} starts on a listed address: the warning page, and not one request`, async () => {
  serve(world());
  for (let start = 0; start < STARTS; start++) {
    await world().restart({ address: `http://${LISTED}/?lan=${start}` });
    await opensWith((url) => url.includes("warning.html") && url.includes(LISTED));
    expect(world().network.at(LISTED), `start ${start}`).toEqual([]);
  }
});

test("a home page that is listed ends at the warning page, and not one request", async () => {
  await world().restart({
    address: null,
    prefs: { "browser.startup.page": 1, "browser.startup.homepage": `http://${LISTED}/nha` },
  });
  await opensWith((url) => url.includes("warning.html") && url.includes(`${LISTED}/nha`));
  expect(world().network.at(LISTED)).toEqual([]);
});

test("a start on a redirect to a listed host ends at the warning page, and not one request", async () => {
  await world().restart({ address: `http://${HONEST}/302` });
  await opensWith((url) => url.includes("warning.html") && url.includes(LISTED));
  expect(world().network.at(LISTED)).toEqual([]);
});

test("a start on a listed path ends at the warning page, and not one request", async () => {
  await world().restart({ address: `http://${SHARED}/view/qua-tang` });
  await opensWith((url) => url.includes("warning.html") && url.includes(SHARED));
  expect(world().network.at(SHARED)).toEqual([]);
});

test("offline, the first page of a start is judged all the same", async () => {
  await world().network.disconnect();
  try {
    await world().restart({ address: `http://${LISTED}/` });
    await opensWith((url) => url.includes("warning.html") && url.includes(LISTED));
  } finally {
    await world().network.reconnect();
  }
});

test("an ordinary start page opens as ever", async () => {
  await world().restart({ address: `http://${HONEST}/` });
  await opensWith((url, heading) => url === `http://${HONEST}/` && heading === "Trang đầu");
});

/** A tab that nobody but the start of the browser opened comes to show this. */
async function opensWith(fits: (url: string, heading: string) => boolean): Promise<void> {
  let seen: unknown[] = [];
  await until(
    "the first tab",
    async () => {
      seen = [];
      for (const tab of await world().firefox.browser.pages()) {
        const content = await shown(tab);
        seen.push(content?.url);
        if (content && fits(content.url, content.heading)) return true;
      }
      return null;
    },
    15_000,
    () => seen,
  );
}
