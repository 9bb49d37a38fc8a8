import { describe, expect, it } from "vitest";
import { gsm7Length } from "../../../../src/core/awareness/gsm7.ts";
import { thisWeek } from "../../../../src/core/awareness/this-week.ts";
import { topicsOf } from "../../../../src/core/awareness/topic.ts";
import { createChannelText } from "../../../../src/ui/channels/channel-text.ts";
import { readyTexts } from "../../../../src/ui/channels/ready-texts.ts";
import { senderOf } from "../../../../src/ui/channels/sender.ts";
import { secondsSpoken } from "../../../../src/ui/channels/spoken.ts";
import { SHIPPED } from "../../core/awareness/shipped-content.ts";

const NOBODY = senderOf("", "");
const WARD = senderOf("UBND phường Bến Thành", "028 1234 5678");
const LONGEST = senderOf("Phòng ".repeat(20).slice(0, 119), "028 1234 5678");
const DAY = 86_400_000;

/** As of noon in Viet Nam. */
function readyOn(day: string, language: "vi" | "en", sender = NOBODY) {
  const topics = topicsOf(SHIPPED, day);
  const week = thisWeek(SHIPPED, topics, Date.parse(`${day}T12:00:00+07:00`));
  const texts = readyTexts(createChannelText(language), SHIPPED.templates, sender, week);
  const the = (id: string) => texts.find((text) => text.id === id)?.text ?? "";
  return { texts, the };
}

describe.each(["vi", "en"] as const)("ready-made texts in %s", (language) => {
  it("read well in every week, with and without a name", () => {
    for (let at = Date.parse("2026-01-01"); at < Date.parse("2027-01-01"); at += 7 * DAY) {
      const day = new Date(at).toISOString().slice(0, 10);
      for (const sender of [NOBODY, WARD, LONGEST]) {
        for (const { id, kind, text } of readyOn(day, language, sender).texts) {
          expect(text, `${id} ${day}`).not.toMatch(/[{}]|null|undefined|\n{3}| {2}|:\n\n|[:,]$/);
          if (kind === "sms") expect(gsm7Length(text)).toBeLessThanOrEqual(160);
          if (kind === "loudspeaker") expect(text).not.toMatch(/[\d/“”«»"%@#*()[\]]/);
          if (id !== "loudspeaker-weekly") continue;
          expect(secondsSpoken(text), `${day}: ${text}`).toBeGreaterThanOrEqual(60);
          if (sender !== LONGEST) expect(secondsSpoken(text), text).toBeLessThanOrEqual(90);
        }
      }
    }
  });

  it("name who tells it and where to ask, only where that is known", () => {
    const named = readyOn("2026-03-02", language, WARD);
    for (const id of ["message-weekly", "loudspeaker-weekly"]) {
      expect(named.the(id).toLowerCase()).toMatch(/phường bến thành/);
    }
    expect(named.the("message-weekly")).toContain("028 1234 5678");
    const nameless = readyOn("2026-03-02", language).the("message-weekly");
    expect(nameless.split("\n").length).toBe(named.the("message-weekly").split("\n").length - 4);
  });
});

it("a bulletin speaks of an alert of the last seven days, then of the week's tip", () => {
  const fresh = readyOn("2026-01-22", "vi").the("message-weekly");
  expect(fresh).toContain("điện lực");
  expect(fresh).toMatch(/Nguồn: .*21\/1\/2026\. Có hiệu lực đến hết ngày 20\/2\/2026\./);
  const later = readyOn("2026-02-04", "vi").the("message-weekly");
  expect(later).not.toMatch(/hiệu lực|điện lực/);
  expect(later).toContain("tuần 6:");
});
