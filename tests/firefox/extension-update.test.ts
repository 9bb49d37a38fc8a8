import { beforeAll, expect, test } from "vitest";
import { newerFirefox } from "../e2e/harness/build-extension.ts";
import { leaveAsFirstVersion } from "../e2e/harness/first-state.ts";
import { page } from "../e2e/harness/replies.ts";
import { expectHeading, expectWarning, protectedFirefox } from "./harness/firefox-world.ts";

const LISTED = "da-liet-ke.example";
const SHARED = "trang-chung.example";
const OPEN = "mo-tu-truoc.example";

const PATHS = [`${SHARED}/view/qua-tang`];

const world = protectedFirefox({ hosts: [LISTED], paths: PATHS });

beforeAll(() => {
  const { network } = world();
  network.serve(LISTED, () => page("Nhập mật khẩu"));
  network.serve(OPEN, () => page("Mở từ trước", `<input id="field" type="password">`));
  network.serve(SHARED, () =>
    page("Cửa hàng", `<button onclick="history.pushState({}, '', '/view/qua-tang')">Tiếp</button>`),
  );
});

test("an update of the extension keeps the list, and looks after pages that the old version let in", async () => {
  const { feed, firefox, network, visit, update } = world();
  const open = await visit(`http://${OPEN}/`);
  await expectHeading(open, "Mở từ trước");
  const shop = await visit(`http://${SHARED}/`);
  await expectHeading(shop, "Cửa hàng");
  const { version, entries } = (await firefox.ask({ type: "state" })).list;
  // Whatever the new version knows, it has from the old one.
  feed.misbehave(() => "drop");
  await firefox.inConsole(leaveAsFirstVersion, null);

  await firefox.update(newerFirefox("0.99.0"));

  const state = await firefox.ask({ type: "state" });
  expect(state.extensionVersion).toBe("0.99.0");
  expect(state.list).toMatchObject({ version, entries });
  expect((await firefox.ask({ type: "settings" })).settings.language).toBe("auto");
  await expectWarning(await visit(`http://${LISTED}/`), LISTED);
  await expectWarning(await visit(`http://${SHARED}/view/qua-tang`), SHARED);
  expect(network.at(LISTED)).toEqual([]);
  await open.bringToFront();
  await open.type("#field", "mat-khau");
  expect(await open.$eval("#field", (field) => (field as HTMLInputElement).value)).toBe("mat-khau");
  await shop.bringToFront();
  await shop.click("button");
  await expectWarning(shop, SHARED);
  feed.behave();
  await update({ hosts: [LISTED, OPEN], paths: PATHS });
  await expectWarning(open, OPEN);
});
