import { expect, type Page, test } from "@playwright/test";
import { eagerPage } from "./harness/eager-page.ts";
import type { Reply } from "./harness/network.ts";
import { page } from "./harness/replies.ts";
import { say } from "./harness/say.ts";
import { until } from "./harness/until.ts";
import { expectHeading, expectWarning, protectedWorld } from "./harness/world.ts";

const SHARED = "trang-chung.example";
const CLINGING = "trang-bam.example";
const OTHER = "trang-khac.example";
/** Where the pages tell what they managed to do. */
const WITNESS = "nhan-chung.example";

/** What a listed page may do so as not to be found out, by the end of its path. */
const TRICKS: Record<string, Reply> = {
  "doi-dia-chi": eagerPage(WITNESS, "<script>history.replaceState(null, '', '/lanh')</script>"),
  "giu-chan": eagerPage(WITNESS, "<script>onbeforeunload = () => true</script>"),
  "hop-thoai": eagerPage(WITNESS, "<script>prompt('Mã OTP?')</script>"),
  // Browsers read no timing after what is none.
  "thoi-gian": withHeader("server-timing", "="),
  "thoi-gian-mo": withHeader("server-timing", 'a;desc="'),
};

function withHeader(name: string, value: string): Reply {
  const reply = eagerPage(WITNESS);
  return { ...reply, headers: { ...reply.headers, [name]: value } };
}

const FIELDS = `<input id="name"><div><input id="secret" type="password"></div>`;
/** Pages with a field for a secret, by the end of their path. */
const LOCKED: Record<string, Reply> = {
  // Which takes all listeners away.
  "viet-lai": page(
    "Đăng nhập",
    `<script>
      const anew = '${FIELDS}<script>self.secret = document.getElementById("secret")<\\/script>';
      setTimeout(() => { document.open(); document.write(anew); document.close(); });
    </script>`,
  ),
  "cay-dong": page(
    "Đăng nhập",
    `${FIELDS}<script>
      self.secret = document.getElementById("secret");
      secret.parentNode.attachShadow({ mode: "closed" }).append(secret);
    </script>`,
  ),
};

const PAGES = { ...TRICKS, ...LOCKED };

const world = protectedWorld({
  paths: [
    `${SHARED}/view/qua-tang`,
    `${CLINGING}/view/qua-tang`,
    `${SHARED}/bai?id=7`,
    // No rule can express it.
    `${SHARED}/uu*dai`,
  ],
});

test.beforeAll(() => {
  world().network.serve(
    SHARED,
    ({ path }) => PAGES[path.replace(/.*\//, "")] ?? eagerPage(WITNESS),
  );
  world().network.serve(CLINGING, () =>
    page(
      "Bám",
      `<script>navigation.addEventListener("navigate", (e) => e.preventDefault())</script>`,
    ),
  );
  world().network.serve(WITNESS, () => ({ status: 204 }));
  world().network.serve(OTHER, () =>
    page("Khung", `<iframe src="http://${SHARED}//view/qua-tang"></iframe>`),
  );
});

/** What pages of a host achieved since a request was made. */
const achieved = (since: number) =>
  world()
    .network.at(WITNESS)
    .slice(since)
    .map(({ path }) => path.replace(`/${SHARED}/`, ""));

/** Presses keys until the test ends it, as somebody does who does not look up. */
function keepTyping(tab: Page): () => void {
  let on = true;
  void (async () => {
    while (on) await tab.keyboard.press("a").catch(() => undefined);
  })();
  return () => {
    on = false;
  };
}

for (const address of [
  `http://${SHARED}/view/qua-tang?u=://`,
  `http://${SHARED}/view/qua-tang/a+b`,
  `http://${SHARED}:8080/view/qua-tang`,
  `http://${SHARED}//view/qua-tang`,
  `http://${SHARED}/view/%71ua-tang?fbclid=x`,
  `http://${SHARED}/bai?fbclid=x&id=7`,
  `http://${SHARED}/uu*dai/2`,
  ...Object.keys(TRICKS).map((trick) => `http://${SHARED}/uu*dai/${trick}`),
]) {
  test(`of a listed path nothing can be read or typed while nobody is awake: ${address}`, async () => {
    const { chromium, network, openTab, visit } = world();
    const tab = await openTab();
    const dialogs: string[] = [];
    tab.on("dialog", (dialog) => {
      dialogs.push(dialog.type());
      // Whoever is asked to stay stays; what a page wants to be told nobody tells it.
      if (dialog.type() === "beforeunload") void dialog.dismiss();
    });
    await chromium.sleepDeeply();
    const since = network.at(WITNESS).length;
    const stop = keepTyping(tab);
    await visit(address, tab);
    await expectWarning(tab, SHARED);
    stop();
    expect(dialogs).not.toContain("beforeunload");
    expect(achieved(since)).not.toContain("readable");
    expect(achieved(since)).not.toContain("typed");
  });
}

for (const page of Object.keys(LOCKED)) {
  test(`while nobody answers, fields for secrets take nothing, however the page hides them: ${page}`, async () => {
    const { chromium, openTab, visit } = world();
    const tab = await openTab();
    const release = await chromium.holdWorker();
    await visit(`http://${SHARED}/uu*dai/${page}`, tab);
    await expect(tab.locator("#name")).toBeVisible();
    await tab.locator("#name").pressSequentially("ab");
    await expect(tab.locator("#name")).toHaveValue("ab");
    await tab.evaluate("secret.focus()");
    await tab.keyboard.type("123456");
    expect(await tab.evaluate("secret.value")).toBe("");
    await release();
    await expectWarning(tab, SHARED);
  });
}

test("an honest page beside listed ones is shown, takes what is typed, and stays where it was led from", async () => {
  const { chromium, network, visit } = world();
  const tab = await visit(`http://${OTHER}/`);
  await chromium.sleepDeeply();
  const since = network.at(WITNESS).length;
  await tab.evaluate((url) => location.assign(url), `http://${SHARED}/view/khac`);
  await expectHeading(tab, "Nhập mật khẩu");
  await tab.locator("#field").pressSequentially("ab");
  await until("the page was read and typed into", () =>
    ["readable", "typed"].every((what) => achieved(since).includes(what)) ? true : null,
  );
  expect(await tab.evaluate(() => document.referrer)).toBe(`http://${OTHER}/`);
  await tab.goBack();
  await expectHeading(tab, "Khung");
});

for (const { page, host } of [
  { page: "such a page", host: SHARED },
  { page: "such a page that does not want to go", host: CLINGING },
]) {
  test(`whoever leaves the warning of ${page} comes to the page before it`, async () => {
    const { chromium, visit } = world();
    const tab = await visit(`http://${OTHER}/`);
    await expectHeading(tab, "Khung");
    await chromium.sleepDeeply();
    await visit(`http://${host}//view/qua-tang`, tab);
    await expectWarning(tab, host);
    await tab.getByRole("button", { name: say("general.back") }).click();
    await expectHeading(tab, "Khung");
  });
}

test("a frame with a listed path in another spelling gives way to the notice", async () => {
  const { chromium, network, openTab, visit } = world();
  const tab = await openTab();
  await chromium.sleepDeeply();
  const since = network.at(WITNESS).length;
  await visit(`http://${OTHER}/`, tab);
  await expect(tab.frameLocator("iframe").getByText(say("frame.blocked"))).toBeVisible();
  expect(achieved(since)).not.toContain("readable");
});
