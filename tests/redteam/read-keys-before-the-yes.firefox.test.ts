import { beforeAll, expect, test } from "vitest";
import { LOGIN, loginPage } from "../e2e/harness/asking-pages.ts";
import { until } from "../e2e/harness/until.ts";
import { protectedFirefox } from "../firefox/harness/firefox-world.ts";
import { KEY_SPY } from "./key-spy.ts";

// A page reads a password or a code key by key, long before anything is sent.

const world = protectedFirefox({ hosts: ["listed.example"] });

const PLACES: Readonly<Record<string, string>> = {
  "a password": "",
  "a code": '<input class="x" placeholder="Mã OTP">',
  "text to be edited": '<div class="x" contenteditable aria-label="Mật khẩu"></div>',
  "no field at all": '<canvas class="x" tabindex="0" width="100" height="20"></canvas>',
};

beforeAll(() => {
  Object.values(PLACES).forEach((form, at) => {
    const head = `<script>${KEY_SPY}</script>`;
    world().network.serve(`doc-phim-${at}.example`, () => loginPage({ form: LOGIN + form, head }));
  });
});

test.each(Object.keys(PLACES).map((name, at) => [name, at] as const))(
  "what is typed under a warning stays unread until the person agrees: %s",
  async (_, at) => {
    const tab = await world().visit(`http://doc-phim-${at}.example/`);
    const layers = (count: number) =>
      until(`${count} layers of ours`, () =>
        tab
          .evaluate(
            (wanted) => document.querySelectorAll("[popover]:popover-open").length === wanted,
            count,
          )
          .catch(() => null),
      );
    await layers(1);
    await tab.evaluate("window.stolen.length = 0");
    await tab.focus(at === 0 ? "[type=password]" : ".x");
    // A fast typist goes on over the question, with a blank and Enter.
    await tab.keyboard.type("b1 mat");
    await tab.keyboard.press("Enter");
    await layers(2);
    expect(await tab.evaluate("window.stolen")).toEqual([]);
  },
);
