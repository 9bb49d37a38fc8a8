import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gsm7Length, toGsm7 } from "../../../../src/core/awareness/gsm7.ts";
import { publisherIn } from "../../../../src/core/awareness/source.ts";
import { topicsOf } from "../../../../src/core/awareness/topic.ts";
import { createChannelText } from "../../../../src/ui/channels/channel-text.ts";
import { loudspeakerText } from "../../../../src/ui/channels/loudspeaker-text.ts";
import { chatText, emailText } from "../../../../src/ui/channels/message-text.ts";
import { senderOf } from "../../../../src/ui/channels/sender.ts";
import { smsText } from "../../../../src/ui/channels/sms-text.ts";
import { countWords, secondsSpoken, spoken } from "../../../../src/ui/channels/spoken.ts";
import { anyText } from "../../any-text.ts";
import { SHIPPED } from "../../core/awareness/shipped-content.ts";

// The shipped alerts are over by then: half of them are looked at as of a day when they were not.
const topics = topicsOf(SHIPPED, "2026-03-01");
const NOBODY = senderOf("", "");
const WARD = senderOf("UBND phường Bến Thành", "028 1234 5678");

const [firstTopic] = topics;
if (!firstTopic) throw new Error("the content has no topic");

describe.each(["vi", "en"] as const)("in %s", (language) => {
  const t = createChannelText(language);

  it.each([
    ["without a name", NOBODY],
    ["with a ward's name and number", WARD],
  ])("every topic is one SMS that says what to do, %s", (_, sender) => {
    for (const topic of topics) {
      const sms = smsText(t, topic, sender);
      const length = gsm7Length(sms);
      expect(length, topic.id).not.toBeNull();
      expect(length, sms).toBeLessThanOrEqual(160);
      // Whole, not cut: the first deed stands there as it was written.
      expect(sms, topic.id).toContain(toGsm7(topic.todo[0]?.[language] ?? "?"));
      if (sender.agency) expect(sms).toMatch(/^UBND phuong Ben Thanh: /);
      expect(sms).not.toContain("http");
    }
  });

  it("an alert's SMS keeps all that the alert asks for", () => {
    for (const topic of topics.filter(({ kind }) => kind === "alert")) {
      const sms = smsText(t, topic, NOBODY);
      for (const deed of topic.todo.slice(0, topic.own)) {
        expect(sms).toContain(toGsm7(deed[language]));
      }
    }
  });

  it("whatever was typed as the sender, an SMS is one SMS and still says what to do", () => {
    fc.assert(
      fc.property(
        anyText({ maxLength: 200 }),
        anyText({ maxLength: 60 }),
        fc.constantFrom(...topics),
        (agency, phone, topic) => {
          const sms = smsText(t, topic, senderOf(agency, phone));
          expect(gsm7Length(sms)).toBeLessThanOrEqual(160);
          const said = [toGsm7(topic.todo[0]?.[language] ?? "?"), toGsm7(t("sms.general"))];
          expect(said.some((deed) => sms.includes(deed))).toBe(true);
        },
      ),
    );
  });

  it("words that are too long for an SMS give way to what always holds, never to half a sentence", () => {
    const endless = { vi: `${"rất ".repeat(60)}dài.`, en: `${"very ".repeat(60)}long.` };
    const topic = { ...firstTopic, title: endless, what: endless, todo: [endless], own: 1 };
    expect(smsText(t, topic, NOBODY)).toContain(toGsm7(t("sms.general")));
  });

  it("every loudspeaker script takes 60 to 90 seconds and has nothing in it that can't be heard", () => {
    for (const topic of topics) {
      for (const sender of [NOBODY, WARD]) {
        const script = loudspeakerText(t, topic, sender);
        const words = countWords(script);
        expect(words, topic.id).toBeGreaterThanOrEqual(150);
        expect(words, topic.id).toBeLessThanOrEqual(225);
        expect(secondsSpoken(script)).toBeGreaterThanOrEqual(60);
        expect(secondsSpoken(script)).toBeLessThanOrEqual(90);
        expect(script, topic.id).not.toMatch(/[\d/“”«»"%@#*()[\]]/);
        expect(script, topic.id).not.toMatch(/\b(?:OTP|QR|SMS|SIM|CVV|APK|VNeID|BHXH|CCCD)\b/);
      }
    }
  });

  it("a loudspeaker script says the most important deed twice, and who speaks", () => {
    for (const topic of topics) {
      const script = loudspeakerText(t, topic, WARD).toLowerCase();
      const again = script.split("\n\n").at(-2) ?? "";
      const deed =
        again
          .split(": ")
          .slice(1)
          .join(": ")
          .split(/(?<=\.) /)[0] ?? "?";
      expect(script.split(deed).length - 1, topic.id).toBeGreaterThanOrEqual(2);
      expect(script).toMatch(language === "vi" ? /phường bến thành/ : /bến thành/);
    }
  });

  it("a loudspeaker does not tell people to look at the parts of an address", () => {
    for (const topic of topics) {
      const signs = loudspeakerText(t, topic, NOBODY)
        .split("\n\n")
        .filter((part) => part.startsWith(t("speech.signs")))
        .join("");
      expect(signs, topic.id).not.toMatch(
        /gạch chéo|giống chữ|đuôi khác|slash|look-alike|another ending/i,
      );
    }
  });

  it("chat and e-mail say what happens, how to see it, what to do and who warned, without a link", () => {
    for (const topic of topics) {
      const { subject, body } = emailText(t, topic, WARD);
      expect(subject).toContain(topic.title[language]);
      expect(subject).toContain("[UBND phường Bến Thành]");
      for (const text of [chatText(t, topic, WARD), body]) {
        expect(text).toContain(topic.what[language]);
        expect(text).toContain(topic.todo[0]?.[language]);
        expect(text).toContain("028 1234 5678");
        if (!topic.issuer && topic.source)
          expect(text).toContain(publisherIn(language, topic.source));
        expect(topic.issuer ?? topic.source, topic.id).not.toBeNull();
        if (topic.issuer) expect(text).toContain(topic.issuer[language]);
        expect(text).not.toMatch(/https?:\/\//);
        expect(text).not.toMatch(/\n{3}|\{|undefined|null/);
      }
    }
  });
});

it("a sender stays on one line, so that no subject gets a second header", () => {
  const t = createChannelText("vi");
  const { subject } = emailText(t, firstTopic, senderOf("Xã A\r\nBcc: x@y.example", ""));
  expect(subject).not.toMatch(/[\r\n]/);
});

it.each([
  ["Đừng đọc mã OTP; gọi 113.", "Đừng đọc mã ô tê pê; gọi một một ba."],
  [
    "Trừ 3,5 triệu, phí 80.000 đồng, 100 %.",
    "Trừ ba phẩy năm triệu, phí tám mươi nghìn đồng, một trăm phần trăm.",
  ],
  [
    "Từ 1/7/2025 tới 2/9",
    "Từ mùng một tháng bảy năm hai nghìn không trăm hai mươi lăm tới mùng hai tháng chín",
  ],
  [
    "Gọi 1900.292900 hay 028 1234 5678",
    "Gọi một chín không không hai chín hai chín không không hay không hai tám một hai ba bốn năm sáu bảy tám",
  ],
  ["Tra tại csgt.bocongan.gov.vn", "Tra tại xê ét giê tê chấm bocongan chấm gov chấm vn"],
  [
    "Gọi số 1900 phí cao từ năm 1900",
    "Gọi số một chín không không phí cao từ năm một nghìn chín trăm",
  ],
  // "Mùng" are the first ten days of a month alone.
  ["Từ ngày 21/1 tới 15/8", "Từ ngày hai mươi mốt tháng một tới ngày mười lăm tháng tám"],
  [
    "VNeID, BHXH, CCCD, A05, EVN",
    "Vê nờ e i đê, bảo hiểm xã hội, căn cước công dân, a không năm, e vê nờ",
  ],
  ["hết hạn sau 12–24 giờ (rất gấp)", "Hết hạn sau mười hai đến hai mươi bốn giờ, rất gấp"],
])("«%s» is read «%s»", (written, heard) => {
  expect(spoken(written, "vi")).toBe(heard);
});

it.each([
  ["Read no OTP; call 113.", "Read no O T P; call one one three."],
  ["Sent to a costly 1900 number", "Sent to a costly one nine zero zero number"],
  ["3.5 million, 8,000 đ", "Three point five million, eight thousand dong"],
  ["seen in 2021–2022", "Seen in twenty twenty-one to twenty twenty-two"],
])("«%s» is read «%s»", (written, heard) => {
  expect(spoken(written, "en")).toBe(heard);
});

it("any text becomes GSM-7", () => {
  fc.assert(fc.property(anyText(), (text) => gsm7Length(toGsm7(text)) !== null));
  expect(toGsm7("Đừng mở “tệp”…\nHỏi  Ủy ban – 20 €")).toBe('Dung mo "tep"... Hoi Uy ban - 20 €');
});
