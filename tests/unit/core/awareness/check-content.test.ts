import { describe, expect, it } from "vitest";
import { checkContent } from "../../../../src/core/awareness/check-content.ts";
import type { Content } from "../../../../src/core/awareness/content.ts";
import { readBrandsFile } from "../../../../src/node/brands-file.ts";
import { SHIPPED, SHIPPED_PROBLEMS, WRITTEN } from "./shipped-content.ts";

/** What the check says of the shipped content after one change. */
function problemsAfter(change: (content: Content) => void, today = WRITTEN): string[] {
  const content = structuredClone(SHIPPED);
  change(content);
  return checkContent(content, today).map(({ at, what }) => `${at}: ${what}`);
}

/** The item with this id, to be changed in place. */
function the<T extends { id: string }>(items: T[], id: string): T {
  const found = items.find((item) => item.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
}

describe("the content that ships", () => {
  it("is whole", () => {
    expect(SHIPPED_PROBLEMS).toEqual([]);
    expect(problemsAfter(() => undefined)).toEqual([]);
  });

  it("names in English who cites whom", () => {
    expect(
      problemsAfter(({ sources }) => {
        the(sources, "s7").publisherEn = undefined;
      }),
    ).toEqual(["sources s7: its publisher is not translated: CafeF, dẫn Công an TP.HCM"]);
  });

  it("teaches the 24 forms of the handbook in its order, and newer ones", () => {
    const numbers = SHIPPED.forms.map(({ number }) => number);
    expect(numbers.slice(0, 24)).toEqual(Array.from({ length: 24 }, (_, i) => i + 1));
    expect(new Set(numbers.slice(24))).toEqual(new Set([null]));
    expect(SHIPPED.forms.length).toBeGreaterThanOrEqual(48);
  });

  it("names each form so that under an agency's name it is no offer of the agency", () => {
    const warns = {
      vi: /lừa|giả|mạo|chiếm|cắp|dọa|bắt cóc|lợi dụng|bẫy|^dụ |cài cắm/i,
      en: /scam|fake|false|spoofed|trap|lure|theft|takeover|stolen|swapped|threat|phish|phishing|kidnapping|malicious|planted|counterfeit|deepfake|wrong-number|merger|“data update”/i,
    };
    for (const { id, name } of SHIPPED.forms) {
      expect(name.vi, id).toMatch(warns.vi);
      expect(name.en, id).toMatch(warns.en);
    }
  });

  it("says nothing of the form that no source bears out", () => {
    expect(SHIPPED.forms.map(({ id }) => id)).not.toContain("election-census");
  });

  it("names brands by the names that the list of official sites has", async () => {
    const brands = new Set(
      (await readBrandsFile("src/content/brands.tsv")).map(({ name }) => name),
    );
    const named = SHIPPED.hotlines.flatMap(({ brand }) => (brand === null ? [] : [brand]));
    expect(named).toContain("Vietcombank");
    expect(named.filter((brand) => !brands.has(brand))).toEqual([]);
  });

  it("shows only alerts of the past as history", () => {
    for (const { validUntil } of SHIPPED.alerts) expect(validUntil < WRITTEN).toBe(true);
  });

  it("tells everybody of the alerts, since all of them speak of what is met everywhere", () => {
    for (const { id, provinces } of SHIPPED.alerts) expect(provinces, id).toEqual([]);
  });

  it("takes only official addresses for real ones in its exercises", async () => {
    const brands = await readBrandsFile("src/content/brands.tsv");
    const real = SHIPPED.spots.flatMap((spot) => (spot.kind === "real" ? [spot] : []));
    expect(real.filter(({ brand }) => brand !== null).length).toBeGreaterThan(4);
    for (const { brand, own } of real) {
      if (brand === null) continue;
      expect(brands.find(({ name }) => name === brand)?.domains, brand).toContain(own);
    }
  });
});

describe("the check of the content", () => {
  it("finds exercises that name what may exist, whose answer is wrong, or that give nothing away", () => {
    expect(
      problemsAfter(({ spots }) => {
        const owner = the(spots, "spot-owner-gov");
        if (owner.kind === "owner") owner.address = "thue.gov.vn.nop-ho-so.top/etax";
        const page = the(spots, "spot-page-vneid");
        if (page.kind === "page") for (const part of page.parts) part.sign = false;
        const real = the(spots, "spot-real-evn");
        if (real.kind === "real") real.choices[1] = "cskh.evn.com.vn";
        const madeUp = the(spots, "spot-real-vi-du-1");
        if (madeUp.kind === "real") madeUp.own = "nganhangvidu.vn";
      }),
    ).toEqual([
      "spots spot-real-vi-du-1: its answer must be the one address below nganhangvidu.vn",
      "spots spot-page-vneid: has no part that gives it away",
      "spots spot-real-evn: its answer must be the one address below evn.com.vn",
      expect.stringMatching(/^spots spot-owner-gov: it names thue\.gov\.vn\.nop-ho-so\.top/),
    ]);
  });

  it("finds an id that stands there twice", () => {
    expect(problemsAfter(({ tips }) => tips.push(structuredClone(the(tips, "tip-w01"))))).toEqual([
      "tips tip-w01: the id stands there twice",
    ]);
  });

  it("finds a form of the handbook, a first aid that lessons name, a group or a whole kind that is gone", () => {
    expect(
      problemsAfter((content) => {
        content.forms = content.forms.filter(({ number }) => number !== 20);
        content.tips = content.tips.filter(({ forms }) => !forms.includes("flashai-call-rumor"));
        content.quiz = content.quiz.filter(({ forms }) => !forms.includes("flashai-call-rumor"));
        for (const campaign of content.campaigns) {
          campaign.tips = campaign.tips.filter((id) => id !== "tip-w31");
        }
        content.firstAidActions = content.firstAidActions.filter(({ id }) => id !== "A-PAY");
        content.groups = content.groups.filter(({ id }) => id !== "rural");
        content.portals = [];
        content.firstAidSteps = [];
      }),
    ).toEqual([
      "portals: there are none",
      "firstAidSteps: there are none",
      "forms: lacks the handbook's form 20",
      "firstAidActions: lacks A-PAY",
      "groups: lacks rural",
      "tips: week 31 has none for everybody",
    ]);
  });

  it("finds Vietnamese where English should be, even if it isn't the same to the letter", () => {
    expect(
      problemsAfter(({ tips }) => {
        const tip = the(tips, "tip-w02");
        tip.text.en = `${tip.text.vi.slice(0, -1)}!`;
      }),
    ).toEqual([expect.stringMatching(/^tips tip-w02: is not translated: Tiền hỗ trợ Tết/)]);
  });

  it("finds forms, sources and tips that do not exist", () => {
    expect(
      problemsAfter(({ tips, alerts, campaigns }) => {
        the(tips, "tip-w01").forms = ["fake-moon-landing"];
        alerts[0]?.sources.push("s999");
        alerts[1]?.provinces.push("ha-tay", "gia-lai");
        the(campaigns, "campaign-q1").tips.push("tip-w77");
        the(campaigns, "campaign-q2").lead = ["tip-w14", "tip-w01"];
      }),
    ).toEqual([
      'tips tip-w01: there is no form "fake-moon-landing"',
      'alerts alert-2026-03-16-child-model-recruitment: there is no source "s999"',
      'alerts alert-2026-03-12-telegram-otp-theft: there is no province "ha-tay"',
      'campaigns campaign-q1: there is no tip "tip-w77"',
      'campaigns campaign-q2: there is no lead tip among its tips: "tip-w01"',
      "campaigns campaign-q2: names not three lead tips",
    ]);
  });

  it("finds a fact without a source, and takes our own word for none", () => {
    expect(
      problemsAfter(({ forms, hotlines }) => {
        the(forms, "fake-evn").sources = [];
        the(hotlines, "emg-113").sources = ["own"];
      }),
    ).toEqual([
      "forms fake-evn: claims something without a source",
      "hotlines emg-113: claims something without a source",
    ]);
  });

  it("finds advice that rests on neither a form nor a source, and a source that nobody can find", () => {
    expect(
      problemsAfter(({ tips, templates, sources }) => {
        the(tips, "tip-w02").forms = [];
        the(templates, "sms-general").sources = [];
        the(sources, "s46").locator = "";
      }),
    ).toEqual([
      "tips tip-w02: names neither a form nor a source",
      "sms-general: names no source",
      "sources s46: can't be found",
    ]);
  });

  it("finds a portal that nobody has confirmed for over a year, unless it is marked so", () => {
    const vneid = ({ portals }: Content) => the(portals, "rpt-vneid");
    const toTheDay = (content: Content) => {
      content.hotlines = [the(content.hotlines, "emg-113")];
      content.portals = [vneid(content)];
    };
    expect(problemsAfter(toTheDay, "2027-03-04")).toEqual([]);
    expect(problemsAfter(toTheDay, "2027-03-05")).toEqual([
      'rpt-vneid: was last confirmed on 2026-03-04, over a year ago, and is not marked "notConfirmedSince"',
    ]);
    const marked = (content: Content) => {
      toTheDay(content);
      vneid(content).notConfirmedSince = "2026-03-04";
    };
    expect(problemsAfter(marked, "2027-03-05")).toEqual([]);
  });

  it("finds a mark or a confirmation with another date than it can have", () => {
    expect(
      problemsAfter(({ hotlines, portals }) => {
        the(hotlines, "bank-bidv").notConfirmedSince = "2026-01-01";
        the(portals, "rpt-vneid").lastConfirmed = "2026-11-25";
      }),
    ).toEqual([
      "rpt-vneid: was confirmed on 2026-11-25, after 2026-11-24",
      "bank-bidv: notConfirmedSince is 2026-01-01, lastConfirmed 2025-10-27",
    ]);
  });

  it("finds a week, a month or a quarter that is empty for somebody", () => {
    expect(
      problemsAfter(({ tips, themes, campaigns }) => {
        the(tips, "tip-w07").audience = ["elderly"];
        the(themes, "theme-05").provinces = ["gia-lai"];
        campaigns.pop();
      }),
    ).toEqual([
      "tips: week 7 has none for everybody",
      "themes: month 5 has none for everybody",
      "campaigns: quarter 4 has none for everybody",
    ]);
  });

  it("finds a line of work or a group that meets nothing of its own", () => {
    expect(
      problemsAfter((content) => {
        content.tips = content.tips.filter(
          ({ id, sector }) => !sector.includes("health") && !/-w(11|42)-finance$/.test(id),
        );
        for (const tip of content.tips) tip.audience = tip.audience.filter((x) => x !== "rural");
      }),
    ).toEqual([
      "sector health: has no tip of its own",
      "sector finance: has one tip of its own, and no other tip or alert",
      "audience rural: has no tip of its own",
    ]);
  });

  it("finds a form without a question, and a question without its answer", () => {
    expect(
      problemsAfter((content) => {
        content.quiz = content.quiz.filter(({ forms }) => !forms.includes("qr-swap"));
        the(content.quiz, "quiz-fake-evn").answer = 3;
      }),
    ).toEqual([
      "quiz: asks nothing about qr-swap",
      "quiz quiz-fake-evn: its answer is none of its choices",
    ]);
  });

  it("finds an SMS that is too long or has letters that need a dearer coding", () => {
    expect(
      problemsAfter(({ templates }) => {
        the(templates, "sms-general").text.en = `{unit}: ${"x".repeat(148)}`;
        the(templates, "sms-imitated").text.vi = "{unit}: Cảnh giác lừa đảo.";
      }),
    ).toEqual([
      "templates sms-general: en: 161 characters, an SMS has 160",
      "templates sms-imitated: vi: has characters that GSM-7 does not have",
    ]);
  });

  it("finds a slot that nothing fills", () => {
    expect(
      problemsAfter(({ templates }) => {
        the(templates, "message-weekly").text.vi += " {weather}";
      }),
    ).toEqual(["templates message-weekly: vi: there is no slot {weather}"]);
  });

  it("finds an English text that is still Vietnamese, and lets names and addresses be the same", () => {
    expect(
      problemsAfter(({ tips, forms }) => {
        const { text } = the(tips, "tip-w03");
        text.en = text.vi;
        the(forms, "fake-evn").example.text = { vi: "hoan-tien.example", en: "hoan-tien.example" };
      }),
    ).toEqual([`tips tip-w03: is not translated: ${the(SHIPPED.tips, "tip-w03").text.vi}`]);
  });

  it("finds an example whose address could be somebody's", () => {
    expect(
      problemsAfter(({ forms }) => {
        the(forms, "fake-evn").example.text.vi = "Hoan tien tai hoan-tien-dien.top";
      }),
    ).toEqual([
      "forms fake-evn: its example names hoan-tien-dien.top, which may exist: let it end in .example",
    ]);
  });

  it("finds an alert that ends before it begins", () => {
    expect(
      problemsAfter(({ alerts }) => {
        the(alerts, "alert-2026-01-21-fake-evn").validUntil = "2026-01-20";
      }),
    ).toEqual(["alert-2026-01-21-fake-evn: ends before it begins"]);
  });
});
