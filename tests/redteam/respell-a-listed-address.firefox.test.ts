import { beforeAll, expect, test } from "vitest";
import { page } from "../e2e/harness/replies.ts";
import {
  SPELLED_ADDRESS,
  SPELLED_DOMAIN,
  SPELLED_HOSTS,
  SPELLED_UNICODE,
  SPELLINGS,
} from "../e2e/harness/spellings.ts";
import {
  expectHeading,
  expectWarning,
  protectedFirefox,
} from "../firefox/harness/firefox-world.ts";

const OTHER_6TO4 = "[2002:cb00:7107:5::7]";
const SHARED_NAT64 = "[64:ff9b::cb00:7109]";

const world = protectedFirefox({
  hosts: [SPELLED_DOMAIN, SPELLED_UNICODE, SPELLED_ADDRESS],
  paths: ["203.0.113.9/mo-the"],
});

beforeAll(() => {
  const { network } = world();
  for (const host of [...SPELLED_HOSTS, OTHER_6TO4, SHARED_NAT64, "[64:ff9b::cb00:7108]"]) {
    network.serve(host, () => page("Nhập mật khẩu"));
  }
});

test.each([
  ...SPELLINGS,
  {
    what: "an address of its 6to4 prefix",
    url: `http://${OTHER_6TO4}/`,
    host: SPELLED_ADDRESS,
  },
  {
    what: "the NAT64 spelling of a host with a listed path",
    url: `http://${SHARED_NAT64}/mo-the`,
    host: "203.0.113.9",
  },
])("$what is stopped before any request", async ({ url, host }) => {
  await expectWarning(await world().visit(url), host);
  for (const one of [...SPELLED_HOSTS, OTHER_6TO4, SHARED_NAT64]) {
    expect(world().network.at(one), one).toEqual([]);
  }
});

test("neither the neighbour of a listed address nor another path is stopped in such a spelling", async () => {
  await expectHeading(await world().visit("http://[64:ff9b::203.0.113.8]/"), "Nhập mật khẩu");
  await expectHeading(await world().visit(`http://${SHARED_NAT64}/khac`), "Nhập mật khẩu");
});
