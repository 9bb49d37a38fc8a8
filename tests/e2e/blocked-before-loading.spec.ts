import { expect, test } from "@playwright/test";
import { page } from "./harness/replies.ts";
import { expectHeading, expectWarning, protectedWorld } from "./harness/world.ts";

const LISTED = "vietcombank-xacthuc.example";
const SHARED = "trang-chung.example";
const KIT_HOSTS = ["bo-cong-cu-1.example", "bo-cong-cu-2.example", "bo-cong-cu-3.example"];

const world = protectedWorld({
  hosts: [LISTED, "203.0.113.7", "xn--vietcmbank-icb.example", "lua-dao.com.vn"],
  paths: [
    `${SHARED}/view/qua-tang`,
    `${SHARED}/view/a=b`,
    `${SHARED}/bai?id=7`,
    // The same path on several hosts.
    ...KIT_HOSTS.map((host) => `${host}/us`),
  ],
});

test.beforeAll(() => {
  for (const host of [
    LISTED,
    `dang-nhap.${LISTED}`,
    "xacthuc.example",
    "not-vietcombank-xacthuc.example",
    "203.0.113.7",
    "203.0.113.8",
    "xn--vietcmbank-icb.example",
    "lua-dao.com.vn",
    "khac.com.vn",
    SHARED,
    ...KIT_HOSTS,
    `x.${KIT_HOSTS[0]}`,
  ]) {
    world().network.serve(host, () => page(`Trang ${host}`));
  }
});

for (const { what, url, host } of [
  { what: "a listed host", url: `http://${LISTED}/`, host: LISTED },
  { what: "any page of a listed host", url: `http://${LISTED}/a/b.html?c=d#e`, host: LISTED },
  { what: "a listed host over https", url: `https://${LISTED}/`, host: LISTED },
  {
    what: "a sub-domain of a listed host",
    url: `http://dang-nhap.${LISTED}/`,
    host: `dang-nhap.${LISTED}`,
  },
  {
    what: "a deep sub-domain of a listed host",
    url: `http://a.b.c.d.${LISTED}/`,
    host: `a.b.c.d.${LISTED}`,
  },
  {
    what: "a listed host below a public suffix",
    url: "http://lua-dao.com.vn/",
    host: "lua-dao.com.vn",
  },
  { what: "a listed IP address", url: "http://203.0.113.7/", host: "203.0.113.7" },
  { what: "a listed IP address in hexadecimal", url: "http://0xcb007107/", host: "203.0.113.7" },
  {
    what: "a listed IP address mapped into IPv6",
    url: "http://[::ffff:203.0.113.7]/",
    host: "203.0.113.7",
  },
  { what: "a listed host with the root dot", url: `http://${LISTED}./`, host: LISTED },
  { what: "a listed host on another port", url: `http://${LISTED}:8081/`, host: LISTED },
  { what: "a listed host in upper case", url: `http://${LISTED.toUpperCase()}/`, host: LISTED },
  {
    what: "a listed host behind a false name in the credentials",
    url: `http://vietcombank.com.vn:x@${LISTED}/`,
    host: LISTED,
  },
  {
    what: "a listed host with letters beyond ASCII",
    url: "http://vietcömbank.example/",
    host: "xn--vietcmbank-icb.example",
  },
]) {
  test(`${what} shows the warning page and its server gets no request`, async () => {
    const tab = await world().visit(url);
    await expectWarning(tab, host === "xn--vietcmbank-icb.example" ? "vietc" : host);
    expect(world().network.at(host)).toEqual([]);
    expect(world().network.at("[::ffff:cb00:7107]")).toEqual([]);
  });
}

for (const { what, url, host } of [
  { what: "the parent of a listed host", url: "http://xacthuc.example/", host: "xacthuc.example" },
  {
    what: "a host whose name only ends like a listed one",
    url: `http://not-${LISTED}/`,
    host: `not-${LISTED}`,
  },
  {
    what: "a neighbour below the same public suffix",
    url: "http://khac.com.vn/",
    host: "khac.com.vn",
  },
  { what: "the next IP address", url: "http://203.0.113.8/", host: "203.0.113.8" },
  {
    what: "a host that has a listed name in its path",
    url: `http://xacthuc.example/${LISTED}/`,
    host: "xacthuc.example",
  },
]) {
  test(`${what} opens as ever`, async () => {
    const tab = await world().visit(url);
    await expectHeading(tab, `Trang ${host}`);
  });
}

test("a path entry stops its path and what lies below it, before any request", async () => {
  for (const path of [
    "/view/qua-tang",
    "/view/qua-tang/",
    "/view/qua-tang/buoc-2",
    "/view/qua-tang?x=1",
    "/view/qua-tang#x",
    "/view/a=b",
    "/view/a=b/c?d",
    "/bai?id=7",
    "/bai/?id=7",
  ]) {
    const before = world().network.at(SHARED).length;
    const tab = await world().visit(`http://${SHARED}${path}`);
    await expectWarning(tab, SHARED);
    expect(world().network.at(SHARED).length, path).toBe(before);
  }
});

test("a path that is listed on many hosts stops them all, on any port, before any request", async () => {
  const [first = "", second = ""] = KIT_HOSTS;
  for (const [host, rest] of [
    [first, "/us"],
    [second, "/us/login?x#y"],
    [second, ":8080/us"],
  ] as const) {
    const tab = await world().visit(`http://${host}${rest}`);
    await expectWarning(tab, host);
    expect(world().network.at(host), rest).toEqual([]);
  }
  const tab = await world().visit(`http://bank.example:x@${first}/us/`);
  await expectWarning(tab, first);
  expect(world().network.at(first)).toEqual([]);
});

test("neither sub-domains of those hosts nor other paths are stopped", async () => {
  const [first = ""] = KIT_HOSTS;
  for (const [host, path] of [
    [`x.${first}`, "/us"],
    [first, "/use"],
    [first, "/a/us"],
  ] as const) {
    const tab = await world().visit(`http://${host}${path}`);
    await expectHeading(tab, `Trang ${host}`);
  }
});

test("other spellings of a listed path end at the warning page", async () => {
  for (const address of [
    `${SHARED}//view/qua-tang`,
    `${SHARED}/view//qua-tang`,
    `${SHARED}/view/%71ua-tang`,
    `${SHARED}:8080/view/qua-tang`,
    `${SHARED}./view/qua-tang`,
    `bank.example:x@${SHARED}/view/qua-tang`,
    `${SHARED}/view/qua-tang/a+b`,
    `${SHARED}/view/qua-tang?u=http://${SHARED}/`,
    `${SHARED}/bai?id=7#x`,
    `${SHARED}/bai?%69d=%37`,
  ]) {
    await expectWarning(await world().visit(`http://${address}`), SHARED);
  }
});

test("what people's apps add to a link does not hide a listed page", async () => {
  for (const query of [
    "id=7&fbclid=IwAR0abc",
    "zarsrc=30&utm_source=zalo&utm_medium=zalo&utm_campaign=zalo&id=7",
    "gclid=x&id=7&gad_source=1",
  ]) {
    await expectWarning(await world().visit(`http://${SHARED}/bai?${query}`), SHARED);
  }
  await expectHeading(await world().visit(`http://${SHARED}/bai?fbclid=7`), `Trang ${SHARED}`);
});

test("an ordinary https site opens as ever", async () => {
  const tab = await world().visit("https://xacthuc.example/");
  await expectHeading(tab, "Trang xacthuc.example");
});

test("other paths of a host with a path entry open as ever", async () => {
  for (const path of [
    "/",
    "/view/",
    "/view/qua-tang-khac",
    "/view/qua-tang+khac",
    "/view/qua-tang;khac=1",
    "/view/khac",
    "/khac/view/qua-tang",
    `/khac?u=http://${SHARED}/view/qua-tang`,
    "/view/a=bc",
    "/bai?id=77",
    "/bai?id=7&trang=2",
    "/bai",
  ]) {
    const tab = await world().visit(`http://${SHARED}${path}`);
    await expectHeading(tab, `Trang ${SHARED}`);
  }
});

test("a listed host stays blocked when the worker was killed before the navigation", async () => {
  const tab = await world().openTab();
  await world().chromium.killWorker();
  await world().visit(`http://${LISTED}/sau-khi-tat`, tab);
  await expectWarning(tab, LISTED);
  expect(world().network.at(LISTED)).toEqual([]);
});

test("a path entry stays blocked when the worker was killed before the navigation", async () => {
  const before = world().network.at(SHARED).length;
  const tab = await world().openTab();
  await world().chromium.killWorker();
  await world().visit(`http://${SHARED}/view/qua-tang`, tab);
  await expectWarning(tab, SHARED);
  expect(world().network.at(SHARED).length).toBe(before);
});

test("reload and back lead to no request either", async () => {
  const tab = await world().visit("http://xacthuc.example/");
  await world().visit(`http://${LISTED}/`, tab);
  await expectWarning(tab, LISTED);
  await tab.reload();
  await expectWarning(tab, LISTED);
  await world().visit("http://xacthuc.example/khac", tab);
  await tab.goBack();
  await expectWarning(tab, LISTED);
  expect(world().network.at(LISTED)).toEqual([]);
});
