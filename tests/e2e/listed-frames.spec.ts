import { expect, type Page, test } from "@playwright/test";
import { page, pages } from "./harness/replies.ts";
import { say } from "./harness/say.ts";
import { protectedWorld } from "./harness/world.ts";

const SHARED = "trang-chung.example";
const LATER = "bi-liet-ke-sau.example";
const HONEST = "bao-hom-nay.example";

const world = protectedWorld({ paths: [`${SHARED}/view/qua-tang`] });

test.beforeAll(() => {
  const { network } = world();
  const shop = page("Cửa hàng", `<script>history.pushState({}, "", "/view/qua-tang")</script>`);
  network.serve(SHARED, (request) =>
    request.path === "/pushes" ? shop : page("Bạn đã trúng thưởng"),
  );
  network.serve(LATER, () => page("Nhập mật khẩu"));
  const around = (url: string) => page("Có khung", `<iframe src="${url}"></iframe><p>Còn lại</p>`);
  network.serve(
    HONEST,
    pages({
      "/escaped": around(`http://${SHARED}/view/%71ua-tang`),
      "/port": around(`http://${SHARED}:8080/view/qua-tang`),
      "/pushes": around(`http://${SHARED}/pushes`),
      "/harmless": around(`http://${SHARED}/view/khac`),
      "/later": around(`http://${LATER}/`),
    }),
  );
});

async function expectNotice(tab: Page, host: string): Promise<void> {
  const frame = tab.frameLocator("iframe");
  await expect(frame.getByText(say("frame.blocked"))).toBeVisible();
  await expect(frame.locator("body")).toContainText(host);
  await expect(tab.getByText("Còn lại")).toBeVisible();
  const { chromium } = world();
  const tabId = await chromium.tabId(tab.url());
  await expect.poll(() => chromium.badge(tabId)).toBe("!");
}

for (const way of ["escaped", "port", "pushes"]) {
  test(`a frame at a listed path shows a notice: ${way}`, async () => {
    await expectNotice(await world().visit(`http://${HONEST}/${way}`), SHARED);
  });
}

test("a frame at another path of that host stays", async () => {
  const tab = await world().visit(`http://${HONEST}/harmless`);
  await expect(tab.frameLocator("iframe").getByText("Bạn đã trúng thưởng")).toBeVisible();
});

test("a frame whose host is listed while it is open gives way to a notice", async () => {
  const tab = await world().visit(`http://${HONEST}/later`);
  await expect(tab.frameLocator("iframe").getByText("Nhập mật khẩu")).toBeVisible();
  await world().update({ hosts: [LATER], paths: [`${SHARED}/view/qua-tang`] });
  await expectNotice(tab, LATER);
});
