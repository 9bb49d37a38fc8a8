import type { Page } from "puppeteer-core";
import { beforeAll, expect, test } from "vitest";
import { page, pages } from "../e2e/harness/replies.ts";
import { until } from "../e2e/harness/until.ts";
import { protectedFirefox, shown } from "./harness/firefox-world.ts";

const SHARED = "trang-chung.example";
const LATER = "bi-liet-ke-sau.example";
const HONEST = "bao-hom-nay.example";
const PATH = `${SHARED}/view/qua-tang`;

const world = protectedFirefox({ paths: [PATH] });

beforeAll(() => {
  const { network } = world();
  network.serve(SHARED, () =>
    page("Cửa hàng", `<button onclick="history.pushState({}, '', '/view/qua-tang')">Tiếp</button>`),
  );
  network.serve(LATER, () => page("Nhập mật khẩu"));
  const around = (url: string) => page("Có khung", `<iframe src="${url}"></iframe><p>Còn lại</p>`);
  network.serve(
    HONEST,
    pages({
      "/pushes": around(`http://${SHARED}/`),
      "/later": around(`http://${LATER}/`),
    }),
  );
});

/** The page's one frame, once it shows this text. */
async function frameThatShows(tab: Page, text: string, scheme: "http:" | "moz-extension:") {
  return await until(`a frame that shows «${text}»`, async () => {
    for (const frame of tab.frames().filter((one) => one !== tab.mainFrame())) {
      const content = await shown(frame);
      if (content?.url.startsWith(scheme) && content.text.includes(text)) return frame;
    }
    return null;
  });
}

test("a frame whose page goes on to a listed path by itself gives way to a notice", async () => {
  const tab = await world().visit(`http://${HONEST}/pushes`);
  const frame = await frameThatShows(tab, "Cửa hàng", "http:");
  await frame.click("button");
  await frameThatShows(tab, SHARED, "moz-extension:");
  expect((await shown(tab))?.text).toContain("Còn lại");
});

test("a frame whose host is listed while it is open gives way to a notice", async () => {
  const tab = await world().visit(`http://${HONEST}/later`);
  await frameThatShows(tab, "Nhập mật khẩu", "http:");
  await world().update({ hosts: [LATER], paths: [PATH] });
  await frameThatShows(tab, LATER, "moz-extension:");
  expect((await shown(tab))?.text).toContain("Còn lại");
});
