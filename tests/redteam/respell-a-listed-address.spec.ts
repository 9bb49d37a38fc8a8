import { expect, test } from "@playwright/test";
import { page } from "../e2e/harness/replies.ts";
import { say } from "../e2e/harness/say.ts";
import {
  SPELLED_ADDRESS,
  SPELLED_DOMAIN,
  SPELLED_HOSTS,
  SPELLED_UNICODE,
  SPELLINGS,
} from "../e2e/harness/spellings.ts";
import { expectHeading, expectWarning, protectedWorld } from "../e2e/harness/world.ts";

const HONEST = "bao-hom-nay.example";
/** One of the many addresses of the listed host's 6to4 prefix that no rule names. */
const OTHER_6TO4 = "[2002:cb00:7107:5::7]";
const SHARED = "203.0.113.9";
const SHARED_NAT64 = "[64:ff9b::cb00:7109]";

const world = protectedWorld({
  hosts: [SPELLED_DOMAIN, SPELLED_UNICODE, SPELLED_ADDRESS],
  paths: [`${SHARED}/mo-the`],
});

test.beforeAll(() => {
  const { network } = world();
  for (const host of [...SPELLED_HOSTS, OTHER_6TO4, SHARED_NAT64, "[64:ff9b::cb00:7108]"]) {
    network.serve(host, () => page("Nhập mật khẩu"));
  }
  network.serve(HONEST, ({ path }) =>
    page("Tin hôm nay", `<iframe src="http://${path.slice(1)}/mo-the"></iframe>`),
  );
});

for (const { what, url, host } of SPELLINGS) {
  test(`${what} is stopped before any request`, async () => {
    await expectWarning(await world().visit(url), host);
    for (const one of SPELLED_HOSTS) expect(world().network.at(one), one).toEqual([]);
  });
}

for (const [what, host, named] of [
  ["an address of its 6to4 prefix that no rule names", OTHER_6TO4, SPELLED_ADDRESS],
  ["the NAT64 spelling of a host with a listed path", SHARED_NAT64, SHARED],
] as const) {
  test(`${what} ends at the warning page`, async () => {
    await expectWarning(await world().visit(`http://${host}/mo-the`), named);
  });

  test(`a frame at ${what} ends at a notice`, async () => {
    const tab = await world().visit(`http://${HONEST}/${host}`);
    const frame = tab.frameLocator("iframe");
    await expect(frame.getByText(say("frame.blocked"))).toBeVisible();
  });
}

test("neither the neighbour of a listed address nor another path is stopped in such a spelling", async () => {
  await expectHeading(await world().visit("http://[64:ff9b::203.0.113.8]/"), "Nhập mật khẩu");
  await expectHeading(await world().visit(`http://${SHARED_NAT64}/khac`), "Nhập mật khẩu");
});
