import { expect, type Page, test } from "@playwright/test";
import spots from "../../src/content/awareness/spots.json" with { type: "json" };
import { expectAccessible } from "./harness/accessible.ts";
import { askedSince } from "./harness/asked-since.ts";
import { say } from "./harness/say.ts";
import { tabTo } from "./harness/tab-to.ts";
import { protectedWorld } from "./harness/world.ts";

const world = protectedWorld({ hosts: ["gia-mao.example"] });

/** Exercises of all kinds: fewer are shown where the list does not know the real addresses. */
const SPOTS = spots.length;
const EVN = "Giả danh điện lực";
const VIEWS = ["#/", "#/form/fake-evn", "#/quiz", "#/spot", "#/words", "#/help"];

test("a form of scam is found by words without diacritics, read and left, by keyboard alone", async () => {
  const page = await open("#/");
  await tabTo(page, page.getByRole("searchbox"));
  await page.keyboard.type("bi doa cat dien");
  const card = page.getByRole("link", { name: EVN });
  await tabTo(page, card, 4);
  await page.keyboard.press("Enter");

  await expect(page.getByRole("heading", { level: 1, name: EVN })).toBeFocused();
  await expect(page).toHaveTitle(EVN);
  for (const key of ["lesson.how", "lesson.signs", "lesson.todo", "lesson.late"] as const) {
    await expect(page.getByRole("heading", { name: say(key), exact: true })).toBeVisible();
  }
  await expect(page.locator(".example .address-domain")).toHaveText("hoan-tien-dien.example");
  await expect(page.locator(".lesson-head .picture")).toBeVisible();

  await page.goBack();
  await expect(card).toBeFocused();
  await expect(page.getByRole("searchbox")).toHaveValue("bi doa cat dien");
});

test("the next lesson is one step away", async () => {
  const page = await open("#/form/fake-shipper");
  await page.locator("[rel=next]").focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: EVN })).toBeFocused();
});

test("the quiz is answered by keyboard, and goes on after a reload where it was left", async () => {
  const page = await open("#/quiz");
  const question = page.locator("legend");
  const first = await question.textContent();
  await tabTo(page, page.getByRole("radio").first());
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.locator(".outcome")).toBeVisible();
  await expectAccessible(page);
  await tabTo(page, page.getByRole("button", { name: say("choose.next") }));
  await page.keyboard.press("Enter");
  await expect(question).not.toHaveText(first ?? "");
  const second = await question.textContent();

  await page.reload();
  await expect(question).toHaveText(second ?? "");
  await tabTo(page, page.getByRole("button", { name: say("exercise.restart") }));
  await page.keyboard.press("Enter");
  await expect(question).toHaveText(first ?? "");
});

test("exercises teach whose an address is and what gives a page away, by keyboard", async () => {
  const page = await open("#/spot");
  const next = page.getByRole("button", { name: say("choose.next") });
  const goOn = async () => {
    await tabTo(page, next);
    await page.keyboard.press("Enter");
  };
  await tabTo(page, page.getByRole("radio").first());
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await expect(page.locator(".outcome .address-domain").first()).toBeVisible();
  await goOn();

  await tabTo(page, page.getByRole("button", { name: "nganhangvidu", exact: true }));
  await page.keyboard.press("Enter");
  await expect(page.getByText(say("spot.role.sub"))).toBeVisible();
  await tabTo(page, page.getByRole("button", { name: "doi-diem", exact: true }));
  await page.keyboard.press("Enter");
  await expect(page.getByText(say("spot.role.owner"))).toBeVisible();
  await goOn();

  await tabTo(page, page.getByRole("button", { name: "Mã OTP" }));
  await page.keyboard.press("Space");
  await expect(page.getByText(say("spot.isSign"))).toBeVisible();
  await tabTo(page, page.getByRole("button", { name: say("spot.show") }));
  await page.keyboard.press("Enter");
  await expect(page.getByText(say("spot.allFound"))).toBeVisible();
  await expectAccessible(page);
});

test("real organisations are asked about, since the list knows their addresses", async () => {
  const page = await open("#/spot");
  await expect(page.locator("h2", { hasText: `${SPOTS}` })).toBeVisible();
});

test("who was scammed gets the bank's number before anything else", async () => {
  const page = await open("#/form/fake-evn");
  await tabTo(page, page.getByRole("link", { name: say("lesson.toHelp") }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: say("help.pageTitle") })).toBeFocused();
  await expect(page.locator("h2").first()).toHaveText(say("help.bankFirst"));
  await expect(page.getByText("1900 54 54 13")).toBeVisible();
});

test("on a narrow screen in large text the ways wait behind a button, and help stays in sight", async () => {
  await world().chromium.ask({ type: "save-settings", changes: { textSize: "large" } });
  const page = await open("#/");
  await page.setViewportSize({ width: 320, height: 640 });
  const menu = page.getByRole("button", { name: say("learn.menu") });
  const quiz = page.getByRole("link", { name: say("learn.nav.quiz") });
  await expect(page.getByRole("link", { name: say("learn.nav.help") })).toBeVisible();
  await expect(quiz).toBeHidden();
  const header = await page.locator(".learn-header").boundingBox();
  expect(header?.height).toBeLessThan(640 / 3);

  await tabTo(page, menu);
  await page.keyboard.press("Enter");
  await expect(menu).toHaveAttribute("aria-expanded", "true");
  await tabTo(page, quiz, 3);
  await page.keyboard.press("Escape");
  await expect(menu).toBeFocused();
  await expect(quiz).toBeHidden();
  await page.keyboard.press("Enter");
  await expectAccessible(page);
  await tabTo(page, quiz, 3);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: say("quiz.title") })).toBeFocused();
  await expect(quiz).toBeHidden();
  await world().chromium.ask({ type: "save-settings", changes: { textSize: "normal" } });
});

test("large text is set once for all pages and stays", async () => {
  const page = await open("#/");
  await tabTo(page, page.getByRole("button", { name: say("learn.large") }));
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("data-text-size", "large");
  await page.reload();
  await expect(page.getByRole("button", { name: say("learn.large") })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await page.getByRole("button", { name: say("learn.large") }).click();
  await expect(page.locator("html")).toHaveAttribute("data-text-size", "normal");
});

test("on paper there is the lesson and nothing to press, black on white also at night", async () => {
  const page = await open("#/form/fake-evn");
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(page.getByRole("heading", { name: EVN })).toBeVisible();
  await expect(page.getByRole("button")).toHaveCount(0);
  await expect(page.getByRole("navigation")).toHaveCount(0);
  const colours = await page.evaluate(() => {
    const { color, backgroundColor } = getComputedStyle(document.body);
    return { color, backgroundColor };
  });
  expect(colours).toEqual({ color: "rgb(0, 0, 0)", backgroundColor: "rgb(255, 255, 255)" });
});

test("a lesson fits on two sheets of A4", async () => {
  const page = await open("#/form/fake-police-court");
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const sheets = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  expect(sheets).toBeGreaterThan(0);
  expect(sheets).toBeLessThanOrEqual(2);
});

test("reading aloud marks the sentence, pauses, and says plainly where there is no voice", async () => {
  const silent = await open("#/form/fake-evn");
  await tabTo(silent, silent.getByRole("button", { name: say("aloud.read") }));
  await silent.keyboard.press("Enter");
  await expect(silent.getByText(say("aloud.noVoice"))).toBeVisible();

  const page = await world().openTab();
  await page.addInitScript(giveVoice);
  await page.goto(world().chromium.extensionUrl("learn.html#/form/fake-evn"));
  await tabTo(page, page.getByRole("button", { name: say("aloud.read") }));
  await page.keyboard.press("Enter");
  await expect.poll(() => page.evaluate(markedText)).toContain("Giả điện lực");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: say("aloud.goOn") })).toBeFocused();
  expect(await page.evaluate(markedText)).toBe("");
});

test("content that was damaged is told, and the package's stands in for it", async () => {
  const { chromium } = world();
  const page = await open("#/");
  await page.evaluate(damageStoredContent);
  await chromium.killWorker();
  await page.reload();
  await expect(page.getByText(say("told.damaged"))).toBeVisible();
  await expect(page.locator(".form-grid").getByRole("link", { name: EVN })).toBeVisible();
});

test("it needs no network, and asks for none", async () => {
  const { network } = world();
  const before = network.received.length;
  for (const view of VIEWS) await open(view);
  expect(askedSince(before, network)).toEqual([]);
});

test("at 320 px and at 200 % zoom nothing runs out of sight", async () => {
  const page = await open("#/");
  for (const view of VIEWS) {
    await page.goto(world().chromium.extensionUrl(`learn.html${view}`));
    await expect(page.locator("h1")).toBeVisible();
    for (const width of [320, 640]) {
      await page.setViewportSize({ width, height: 480 });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, `${view} at ${width} px`).toBeLessThanOrEqual(0);
    }
  }
});

async function open(view: string): Promise<Page> {
  const page = await world().openTab();
  await page.goto(world().chromium.extensionUrl(`learn.html${view}`));
  await expect(page.locator("h1")).toBeVisible();
  return page;
}

/** Test machines have no voices: one that takes a second for each sentence. */
function giveVoice(): void {
  const voice = { lang: "vi-VN", localService: true, name: "Thử" };
  class Utterance {
    onend: (() => void) | null = null;
    text: string;
    constructor(text: string) {
      this.text = text;
    }
  }
  Object.assign(window, { SpeechSynthesisUtterance: Utterance });
  Object.defineProperty(window, "speechSynthesis", {
    value: Object.assign(new EventTarget(), {
      getVoices: () => [voice],
      speak: (said: Utterance) => setTimeout(() => said.onend?.(), 1_000),
      cancel: () => undefined,
    }),
  });
}

function markedText(): string {
  return [...(CSS.highlights.get("being-said") ?? [])].map(String).join("");
}

/** Cuts what the feed brought, in the extension's own database. */
async function damageStoredContent(): Promise<void> {
  const open = indexedDB.open("tinhtao");
  const db = await new Promise<IDBDatabase>((resolve) => {
    open.onsuccess = () => resolve(open.result);
  });
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve) => {
      request.onsuccess = () => resolve(request.result);
    });
  const state = await done(db.transaction("state").objectStore("state").get("state"));
  const files = db.transaction("files", "readwrite").objectStore("files");
  for (const { kind, sha256 } of state.artifacts) {
    if (kind === "tips") await done(files.put(new Blob(["{"]), sha256));
  }
  db.close();
}
