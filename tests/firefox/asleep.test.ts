import { beforeAll, expect, test } from "vitest";
import { IDLE } from "../e2e/harness/firefox.ts";
import { page, pages, redirect } from "../e2e/harness/replies.ts";
import { until } from "../e2e/harness/until.ts";
import { expectHeading, expectWarning, protectedFirefox, shown } from "./harness/firefox-world.ts";

const LISTED = "vietcombank-xacthuc.example";
const SHARED = "trang-chung.example";
const HONEST = "bao-hom-nay.example";

// Firefox puts the background to sleep soon, so that each navigation has to wake it.
const world = protectedFirefox(
  { hosts: [LISTED], paths: [`${SHARED}/view/qua-tang`] },
  { prefs: { [IDLE]: 1000 } },
);

beforeAll(() => {
  const { network } = world();
  for (const host of [LISTED, SHARED]) network.serve(host, () => page(`Trang ${host}`));
  network.serve(
    HONEST,
    pages({
      "/": page("Bản tin"),
      "/302": redirect(302, `http://${LISTED}/`),
      "/frame": page("Có khung", `<iframe src="http://${LISTED}/"></iframe>`),
    }),
  );
});

test.each([
  ["a listed host", `http://${LISTED}/`, LISTED],
  ["a sub-domain", `https://sub.${LISTED}/`, `sub.${LISTED}`],
  ["a redirect to it", `http://${HONEST}/302`, LISTED],
  ["a listed path", `http://${SHARED}/view/qua-tang`, SHARED],
])(
  "with the background asleep, %s is held until it is awake and then stopped",
  async (_, url, host) => {
    const { firefox, network, visit } = world();
    await firefox.sleeps();
    await expectWarning(await visit(url), host);
    expect([...network.at(LISTED), ...network.at(`sub.${LISTED}`), ...network.at(SHARED)]).toEqual(
      [],
    );
  },
);

test("with the background asleep, a listed frame gives way to a notice", async () => {
  const { firefox, network, visit } = world();
  await firefox.sleeps();
  const tab = await visit(`http://${HONEST}/frame`);
  await until("the notice in the frame", async () => {
    for (const frame of tab.frames()) {
      const content = await shown(frame);
      if (content?.url.startsWith("moz-extension:") && content.text.includes(LISTED)) return true;
    }
    return null;
  });
  expect(network.at(LISTED)).toEqual([]);
});

test("with the background asleep, an ordinary page and another path open as ever", async () => {
  const { firefox, visit } = world();
  await firefox.sleeps();
  await expectHeading(await visit(`http://${HONEST}/`), "Bản tin");
  await firefox.sleeps();
  await expectHeading(await visit(`http://${SHARED}/view/khac`), `Trang ${SHARED}`);
});
