// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, within } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { contentArtifacts } from "../../../../../src/core/awareness/content-artifacts.ts";
import type { ContentKind } from "../../../../../src/core/awareness/content-kind.ts";
import type { Verdict } from "../../../../../src/core/verdict/verdict.ts";
import type { Answers, ToldContent } from "../../../../../src/extension/messages.ts";
import type { LearnNeeds } from "../../../../../src/extension/pages/learn/learn-needs.ts";
import { LearnPage } from "../../../../../src/extension/pages/learn/learn-page.tsx";
import type { GivenAnswers } from "../../../../../src/extension/platform/answer-memory.ts";
import type { Language } from "../../../../../src/ui/language-of.ts";
import { SHIPPED } from "../../../core/awareness/shipped-content.ts";
import { inTime } from "../../../in-time.ts";
import { fakeBackground, OFFICIAL, type Script, UNKNOWN } from "../fake-background.ts";
import { renderPage } from "../render-page.tsx";

const TOLD = new Map(
  contentArtifacts(SHIPPED).map(({ kind, json }) => [
    kind,
    { content: json, damage: null } as ToldContent,
  ]),
);
const told = ({ kind }: { kind: ContentKind }) => TOLD.get(kind) as ToldContent;

beforeEach(() => {
  // happy-dom has no highlights; the tests in a browser look at the real ones.
  vi.stubGlobal("Highlight", class {});
  vi.stubGlobal("CSS", { highlights: new Map(), escape: (text: string) => text });
  window.scrollTo = () => undefined;
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function open(
  hash: string,
  {
    script = {},
    language = "vi",
    ...change
  }: {
    script?: Script;
    language?: Language;
  } & Partial<LearnNeeds> = {},
) {
  const kept: GivenAnswers[] = [];
  const { ask, asked } = fakeBackground({
    content: told,
    verdict: { ok: true, verdict: UNKNOWN },
    ...script,
  });
  const needs: LearnNeeds = {
    ask,
    now: Date.now,
    newId: () => "id",
    speech: { hasVoice: async () => false, say: async () => true, stop: () => undefined },
    senders: { read: () => null, keep: () => true },
    copy: async () => true,
    answers: {
      read: () => kept.at(-1) ?? {},
      keep: (answers) => {
        kept.push(answers);
        return true;
      },
    },
    print: vi.fn(),
    random: () => 0.99,
    ...change,
  };
  const page = (at: string) => <LearnPage hash={at} needs={needs} />;
  const { rerender, show } = renderPage(page(hash), language);
  await settle();
  return { needs, kept, asked, rerender, goTo: (at: string) => show(page(at)) };
}

/** Lets effects run, answers come, and what follows from them be drawn. */
async function settle() {
  for (let turn = 0; turn < 3; turn += 1) {
    await act(() => new Promise<void>((done) => setTimeout(done)));
  }
}
const press = async (name: string | RegExp) => {
  fireEvent.click(screen.getByRole("button", { name }));
  await settle();
};
const body = () => document.body.textContent ?? "";

describe("the forms", () => {
  test("all stand there with their names", async () => {
    await open("");
    for (const { name } of SHIPPED.forms)
      expect(screen.getAllByText(name.vi).length).toBeGreaterThan(0);
  });

  test("are found by words without diacritics", async () => {
    await open("");
    fireEvent.input(screen.getByRole("searchbox"), { target: { value: "cat dien" } });
    expect(screen.getAllByRole("heading", { level: 2 })[0]?.textContent).toBe("Giả danh điện lực");
  });

  test("stand below the meaning of a word that is asked for", async () => {
    await open("");
    fireEvent.input(screen.getByRole("searchbox"), { target: { value: "otp là gì" } });
    const meaning = SHIPPED.glossary.find(({ term }) => term.vi === "Mã OTP")?.meaning.vi ?? "?";
    expect(body()).toContain(meaning);
  });

  test("begin with what scammers make of this month, unless something is sought", async () => {
    await open("", { now: () => Date.UTC(2026, 2, 10) });
    const theme = SHIPPED.themes.find(({ month }) => month === 3);
    expect(body()).toContain(theme?.title.vi);
    fireEvent.input(screen.getByRole("searchbox"), { target: { value: "cat dien" } });
    expect(body()).not.toContain(theme?.title.vi);
  });

  test("that nobody is told of are said not to be found, with the ways back, to the check and to first aid", async () => {
    await open("");
    fireEvent.input(screen.getByRole("searchbox"), { target: { value: "xyzzy" } });
    expect(body()).toContain("Chưa tìm thấy");
    const ways = screen.getByRole("button", { name: "Xem tất cả" }).parentElement as HTMLElement;
    expect(
      within(ways)
        .getAllByRole("link")
        .map((link) => link.getAttribute("href")),
    ).toEqual(["/check.html", "#/help"]);
    await press("Xem tất cả");
    expect(screen.getAllByRole("listitem").length).toBeGreaterThan(48);
  });

  test("are filtered by reader, who gets three things to keep in mind", async () => {
    await open("");
    fireEvent.change(screen.getByRole("combobox"), { target: { value: "children" } });
    expect(body()).toContain("Lừa tặng quà game");
    expect(body()).not.toContain("Giả sếp");
    const group = SHIPPED.groups.find(({ id }) => id === "children");
    for (const tip of group?.tips ?? []) expect(body()).toContain(tip.vi);
  });
});

describe("a step while the lessons are still on their way", () => {
  async function late(...steps: string[]) {
    const { promise, resolve } = Promise.withResolvers<void>();
    const { ask: prompt } = fakeBackground({ content: told });
    const ask = (async (message: Parameters<typeof prompt>[0]) => {
      await promise;
      return prompt(message);
    }) as typeof prompt;
    const { goTo } = await open("", { ask });
    for (const step of steps) {
      goTo(step);
      await settle();
    }
    return async () => {
      resolve();
      await settle();
    };
  }
  const focused = () => document.activeElement?.textContent;

  test("leads to the title of its view, once that is there", async () => {
    const arrive = await late("#/words", "#/quiz");
    expect(document.activeElement).toBe(document.body);
    await arrive();
    expect(document.activeElement?.tagName).toBe("H1");
    expect(focused()).toBe("Câu hỏi nhanh");
  });

  test("leads back to the form that was left", async () => {
    const arrive = await late("#/form/fake-evn", "#/");
    await arrive();
    expect(focused()).toBe("Giả danh điện lực");
    expect(document.activeElement?.tagName).toBe("A");
  });

  test("calls nobody back who has gone elsewhere meanwhile", async () => {
    const arrive = await late("#/quiz");
    const button = screen.getByRole("button", { name: "Chữ lớn" });
    button.focus();
    await arrive();
    expect(document.activeElement).toBe(button);
  });
});

describe("a lesson", () => {
  test.each(SHIPPED.forms.map(({ id }) => id))(
    "of %s has all its parts in both languages",
    async (id) => {
      const form = SHIPPED.forms.find((one) => one.id === id);
      for (const language of ["vi", "en"] as const) {
        await open(`#/form/${id}`, { language });
        const parts = [form?.name, form?.line, ...(form?.how ?? []), ...(form?.signs ?? [])];
        for (const part of [...parts, ...(form?.todo ?? []), form?.example.why]) {
          expect(body()).toContain(part?.[language]);
        }
        cleanup();
      }
    },
  );

  test("marks every address that its example names", async () => {
    for (const { id, example } of SHIPPED.forms) {
      await open(`#/form/${id}`);
      const named = example.text.vi.includes(".example");
      expect(document.querySelectorAll(".example .address-domain").length, id).toBe(named ? 1 : 0);
      cleanup();
    }
  });

  test("says what to do afterwards for which loss, and links to its sources", async () => {
    await open("#/form/fake-evn");
    const action = SHIPPED.firstAidActions.find(({ id }) => id === "A-APP");
    expect(body()).toContain(`Đã cài ứng dụng, cho điều khiển máy? ${action?.text.vi}`);
    for (const link of document.querySelectorAll<HTMLAnchorElement>(".sources a")) {
      expect(link.rel).toBe("noreferrer");
    }
    expect(body()).toMatch(/Thông tin đến ngày \d/);
  });

  test("links nowhere that it warns of", async () => {
    await open("#/form/fake-evn");
    const links = [...document.querySelectorAll("a")].map(({ href }) => href);
    expect(links.filter((href) => href.includes(".example"))).toEqual([]);
  });

  test("that does not exist is said not to", async () => {
    await open("#/form/fake-moon");
    expect(body()).toContain("Không có bài này");
  });

  test("is printed by its button", async () => {
    const { needs } = await open("#/form/fake-evn");
    await press("In");
    expect(needs.print).toHaveBeenCalledOnce();
  });
});

describe("reading aloud", () => {
  function speech() {
    const said: string[] = [];
    const waiting: ((whole: boolean) => void)[] = [];
    return {
      said,
      end: async () => {
        waiting.shift()?.(true);
        await settle();
      },
      speech: {
        hasVoice: async () => true,
        say: (text: string) => {
          said.push(text);
          return new Promise<boolean>((resolve) => waiting.push(resolve));
        },
        stop: () => {
          for (const resolve of waiting.splice(0)) resolve(false);
        },
      },
    };
  }

  test("goes sentence by sentence, and marks the one that is said", async () => {
    const { said, end, speech: voice } = speech();
    await open("#/form/fake-evn", { speech: voice });
    await press("Đọc to");
    expect(said).toEqual(["Giả danh điện lực"]);
    expect(CSS.highlights.size).toBe(1);
    await end();
    expect(said.at(-1)).toBe(SHIPPED.forms.find(({ id }) => id === "fake-evn")?.line.vi);
  });

  test("pauses, and goes on with the same sentence", async () => {
    const { said, end, speech: voice } = speech();
    await open("#/form/fake-evn", { speech: voice });
    await press("Đọc to");
    await end();
    await press("Tạm dừng");
    expect(CSS.highlights.size).toBe(0);
    await press("Đọc tiếp");
    expect(said.at(-1)).toBe(said.at(-2));
    await press("Thôi đọc");
    await press("Đọc to");
    expect(said.at(-1)).toBe("Giả danh điện lực");
  });

  test("stops when another view comes", async () => {
    const { said, end, speech: voice } = speech();
    const { needs, rerender } = await open("#/form/fake-evn", { speech: voice });
    await press("Đọc to");
    rerender(<LearnPage hash="#/words" needs={needs} />);
    await end();
    expect(said).toHaveLength(1);
  });

  test("keeps its place when something else stops the voice", async () => {
    const { said, end, speech: voice } = speech();
    await open("#/form/fake-evn", { speech: voice });
    await press("Đọc to");
    await end();
    voice.stop();
    await settle();
    await press("Đọc tiếp");
    expect(said.at(-1)).toBe(said.at(-2));
  });

  test("says plainly where there is no voice, and hides nothing", async () => {
    await open("#/form/fake-evn");
    await press("Đọc to");
    expect(body()).toContain("chưa có giọng đọc tiếng Việt");
    expect(body()).toContain("Nhận ra bằng cách nào");
  });

  test("says when the voice fails", async () => {
    await open("#/form/fake-evn", {
      speech: {
        hasVoice: async () => true,
        say: async () => Promise.reject(new Error("synthesis-failed")),
        stop: () => undefined,
      },
    });
    await press("Đọc to");
    expect(body()).toContain("synthesis-failed");
  });
});

describe("the quiz", () => {
  const [first, second] = SHIPPED.quiz;
  const choose = (text: string | undefined) =>
    fireEvent.click(screen.getByRole("radio", { name: text ?? "" }));

  test("explains a right answer and a slip alike, and goes on", async () => {
    const { kept } = await open("#/quiz");
    choose(first?.choices[first.answer]?.vi);
    await press("Xem đáp án");
    expect(body()).toContain(first?.because.vi);
    expect(kept.at(-1)).toEqual({ [first?.id ?? ""]: "right" });
    await press("Câu tiếp theo");
    choose(second?.choices.find((_, i) => i !== second.answer)?.vi);
    await press("Xem đáp án");
    expect(body()).toContain(second?.because.vi);
    expect(kept.at(-1)?.[second?.id ?? ""]).toBe("wrong");
  });

  test("asks for an answer before it gives its own", async () => {
    await open("#/quiz");
    await press("Xem đáp án");
    expect(body()).toContain("Hãy chọn một câu trả lời");
    expect(body()).not.toContain(first?.because.vi);
  });

  test("goes on where it was left, and begins anew when asked to", async () => {
    const read = () => ({ [first?.id ?? ""]: "right" as const });
    const keep = vi.fn(() => true);
    await open("#/quiz", { answers: { read, keep } });
    expect(body()).toContain(second?.question.vi);
    await press("Làm lại từ đầu");
    expect(keep).toHaveBeenLastCalledWith({});
    expect(body()).toContain(first?.question.vi);
  });

  test("says when nothing can be kept", async () => {
    await open("#/quiz", { answers: { read: () => ({}), keep: () => false } });
    choose(first?.choices[0]?.vi);
    await press("Xem đáp án");
    expect(body()).toContain("không cho ghi nhớ");
  });

  test("of one form asks about that form alone", async () => {
    await open("#/quiz/fake-evn");
    const asked = SHIPPED.quiz.filter(({ forms }) => forms.includes("fake-evn"));
    expect(body()).toContain(asked[0]?.question.vi);
    expect(body()).toContain(`Câu 1 trên ${asked.length}`);
  });

  test("ends with what is worth another look", async () => {
    const answers = Object.fromEntries(SHIPPED.quiz.map(({ id }) => [id, "right" as const]));
    answers["quiz-fake-evn"] = "wrong" as never;
    await open("#/quiz", { answers: { read: () => answers, keep: () => true } });
    expect(screen.getByRole("link", { name: "Giả danh điện lực" })).toBeTruthy();
  });
});

describe("the exercises", () => {
  const allBut = (kind: string) =>
    Object.fromEntries(
      SHIPPED.spots.filter((spot) => spot.kind !== kind).map(({ id }) => [id, "right" as const]),
    );
  const only = (kind: string) => ({ read: () => allBut(kind), keep: () => true });

  test("name no real organisation whose address the list does not know", async () => {
    await open("#/spot");
    const shown = SHIPPED.spots.filter((spot) => spot.kind !== "real" || spot.brand === null);
    expect(body()).toContain(`Câu 1 trên ${shown.length}`);
  });

  test("ask of real organisations whose address is official", async () => {
    const verdict = ({ url }: { url: string }) => {
      const spot = SHIPPED.spots.find(
        (one) => one.kind === "real" && url === `https://${one.own}/`,
      );
      const brand = spot?.kind === "real" ? (spot.brand ?? "") : "";
      return { ok: true, verdict: { ...OFFICIAL, brand } as Verdict } as Answers["verdict"];
    };
    await open("#/spot", { script: { verdict } });
    expect(body()).toContain(`Câu 1 trên ${SHIPPED.spots.length}`);
  });

  test("show which address is theirs, with the owner's name marked", async () => {
    await open("#/spot", { answers: only("real") });
    const spot = SHIPPED.spots.find((one) => one.kind === "real" && one.brand === null);
    if (spot?.kind !== "real") throw new Error("no such exercise");
    fireEvent.click(screen.getByRole("radio", { name: spot.choices[spot.answer] ?? "" }));
    await press("Xem đáp án");
    expect(body()).toContain("Đúng rồi");
    expect(document.querySelectorAll(".outcome .address-domain")).toHaveLength(3);
  });

  test("tell of each piece of an address whose it is", async () => {
    await open("#/spot", { answers: only("owner") });
    await inTime(() => screen.getByRole("button", { name: "nganhangvidu" }));
    await press("nganhangvidu");
    expect(body()).toContain("chủ trang tự đặt");
    await press("example");
    expect(body()).toContain("Đây là đuôi");
    await press("dang-nhap");
    expect(body()).toContain("tên thư mục");
    await press("doi-diem");
    expect(body()).toContain("Đây là tên đã đăng ký");
  });

  test("let one find what gives a page away, and explain the rest too", async () => {
    const { needs } = await open("#/spot", { answers: only("page") });
    const spot = SHIPPED.spots.find(({ kind }) => kind === "page");
    if (spot?.kind !== "page") throw new Error("no such exercise");
    const harmless = spot.parts.find(({ sign }) => !sign);
    await press(harmless?.text.vi ?? "");
    expect(body()).toContain(harmless?.why.vi);
    for (const { text } of spot.parts.filter(({ sign }) => sign)) await press(text.vi);
    for (const { why } of spot.parts.filter(({ sign }) => sign)) expect(body()).toContain(why.vi);
    expect(needs.answers.read()).toBeTruthy();
  });

  test("link to nothing", async () => {
    await open("#/spot", { answers: only("page") });
    expect(document.querySelectorAll("main a")).toHaveLength(0);
  });
});

test("who was scammed reads the bank's number first", async () => {
  await open("#/help");
  const text = body();
  expect(text).toContain("1900 54 54 13");
  expect(text.indexOf("1900 54 54 13")).toBeLessThan(text.indexOf("Trình báo công an"));
  expect(text).toContain("chưa được xác nhận lại");
  // A bank calls from it: nobody is told to dial it.
  expect(text).not.toContain("024 3768 3683");
});

test("words are explained", async () => {
  await open("#/words");
  for (const { meaning } of SHIPPED.glossary) expect(body()).toContain(meaning.vi);
});

test("damaged content is told, and the package's is shown", async () => {
  const content = (request: { kind: ContentKind }) => ({
    ...told(request),
    damage: "tips: Unexpected token",
  });
  await open("", { script: { content } });
  expect(body()).toContain("bị hỏng");
  expect(body()).toContain("tips: Unexpected token");
  expect(body()).toContain("Giả danh điện lực");
});

test("where the background is silent the page says so and asks again", async () => {
  const { asked } = await open("", { script: { content: { failure: { code: "timeout" } } } });
  expect(body()).toContain("Tỉnh Táo chưa trả lời");
  const before = asked.length;
  await press("Thử lại");
  expect(asked.length).toBe(before + 1);
});

test("the text is made larger, and an agency that has set it is named", async () => {
  const locked = {
    settings: { textSize: "normal" },
    locked: ["textSize"],
    agency: null,
    agencyPhone: null,
  } as unknown as Answers["save-settings"];
  const { asked } = await open("", { script: { "save-settings": locked } });
  await press("Chữ lớn");
  expect(asked.at(-1)).toEqual({ type: "save-settings", changes: { textSize: "large" } });
  expect(body()).toContain("Cơ quan của bạn đã đặt cỡ chữ");
});
