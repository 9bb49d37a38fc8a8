import { expect, test } from "@playwright/test";
import { loginPage } from "../e2e/harness/asking-pages.ts";
import { expectBanner, words } from "../e2e/harness/banner.ts";
import { page } from "../e2e/harness/replies.ts";
import { expectWarning, protectedWorld } from "../e2e/harness/world.ts";

// Every frame of a listed site is a page of the extension, in the one process that judges pages and shows warnings.

const LISTED = "listed.example";
const FLOOD = "nhieu-khung.example";
const LOGIN_SITE = "dang-nhap.example";
const NAMED = words("banner.named", { name: "Vietcombank" });

const world = protectedWorld({ hosts: [LISTED] });

const add = (count: number) =>
  `for (let i = 0; i < ${count}; i++) { const f = document.createElement("iframe"); f.width = f.height = 60; f.src = "http://${LISTED}/" + i; document.body.append(f); }`;

/** Pages full of listed frames. A thousand at once keep the computer busy, whatever they show: docs/threat-model.md. */
const FLOODS: Record<string, string> = {
  "two hundred at once": add(200),
  "one after the other, for ever": `setInterval(() => { if (frames.length > 300) document.querySelector("iframe").remove(); ${add(1)} }, 100);`,
};

for (const [name, script] of Object.entries(FLOODS)) {
  test(`other pages are judged and warnings shown all the same: ${name}`, async () => {
    const { network, visit } = world();
    network.serve(FLOOD, () => page("Khung", `<script>${script}</script>`));
    network.serve(LOGIN_SITE, () => loginPage());
    const flood = await world().openTab();
    await flood.goto(`http://${FLOOD}/`, { waitUntil: "commit" });
    await flood.waitForTimeout(500);
    await expectBanner(await visit(`http://${LOGIN_SITE}/`), NAMED);
    await expectWarning(await visit(`http://${LISTED}/`), LISTED);
    await flood.close();
    expect((await world().chromium.ask({ type: "state" })).list.enforced).toBe(true);
  });
}
