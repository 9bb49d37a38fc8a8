import type { CheckedMessage } from "../../../core/check/check-message.ts";
import { MONEY_TRAPS } from "../../../core/message/traps/trap.ts";
import { addressOfSite } from "../../../ui/address-of-site.ts";
import { Button, buttonClass } from "../../../ui/button.tsx";
import { Notice, type NoticeTone } from "../../../ui/notice.tsx";
import { accountText, phoneText } from "../../../ui/number-text.ts";
import { reasonTexts } from "../../../ui/reason-text.ts";
import { shownAddress } from "../../../ui/shown-address.ts";
import { useText } from "../../../ui/text-context.ts";
import type { Lesson } from "../../messages.ts";
import { learnAbout } from "../popup/told/learn-links.ts";
import { useCheckText } from "./use-check-text.ts";

/** Addresses of a message that are listed one by one. */
const MOST_SHOWN = 5;

/** Of a lesson's advice what stands here; the rest is in the lesson, a link away. */
const MOST_OF_LESSON = 2;

/** The verdict on a message: sentence, what to do, reasons, the addresses and numbers in it. Never green. */
export function MessageCard({
  checked,
  lesson,
  report,
}: {
  checked: CheckedMessage;
  lesson: Lesson | null;
  report(way?: "lost"): void;
}) {
  const t = useText();
  const c = useCheckText();
  const { verdict } = checked;
  const level = checked.level === "official" ? "none" : checked.level;
  const dangerous = level !== "none";
  const reasons = verdict.reasons.filter(({ code }) => code !== "nothing-known");
  const real = dangerous ? addressOfSite(verdict.officialSite) : null;
  return (
    <Notice
      tone={TONES[level]}
      title={c(level === "none" ? "message.unknown" : `message.${level}`)}
    >
      {dangerous ? (
        <ul class="reasons">
          <li>
            {dontsOf(checked)
              .map((dont) => c(`message.todo.${dont}`))
              .join(" ")}
          </li>
          {lesson === null ? (
            <li>{c("message.todo.ask")}</li>
          ) : (
            lesson.todo
              .slice(0, MOST_OF_LESSON)
              .map((what) => <li key={what.vi}>{what[t.language]}</li>)
          )}
        </ul>
      ) : (
        <p>{c("message.unknownAdvice")}</p>
      )}
      {dangerous && <h2 class="check-todo">{t("warning.whyWarned")}</h2>}
      <ul class="reasons small">
        {reasonTexts(t, reasons).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {!dangerous && <li>{c("message.reason.nothing-known")}</li>}
      </ul>
      <Found checked={checked} />
      {dangerous && lesson && (
        <a href={learnAbout(lesson.id)} target="_blank" rel="noreferrer">
          {c("message.lesson", { form: lesson.name[t.language] })}
        </a>
      )}
      {real && (
        <a class={buttonClass("primary")} href={real.url} target="_blank" rel="noreferrer">
          {t("warning.toReal", { host: real.host })}
        </a>
      )}
      {dangerous && <Button onClick={() => report("lost")}>{t("warning.harmQuestion")}</Button>}
      <Button onClick={() => report()}>{c("check.reportMessage")}</Button>
    </Notice>
  );
}

/** What not to do with this very message. */
function dontsOf({ verdict: { addresses, contacts, reasons } }: CheckedMessage) {
  const asksForMoney =
    contacts.accounts.length > 0 ||
    reasons.some(
      (reason) =>
        reason.code === "plea" || (reason.code === "wording" && MONEY_TRAPS.has(reason.wording)),
    );
  return [
    ...(addresses.length > 0 ? (["link"] as const) : []),
    ...(contacts.phones.length > 0 ? (["call"] as const) : []),
    ...(asksForMoney ? (["pay"] as const) : []),
    "answer" as const,
  ];
}

/** Each address and each known number of the message with a word on it. */
function Found({ checked: { verdict, contacts } }: { checked: CheckedMessage }) {
  const c = useCheckText();
  const { addresses } = verdict;
  if (addresses.length === 0 && contacts.length === 0) return null;
  const more = addresses.length - MOST_SHOWN;
  return (
    <>
      <h2 class="check-todo">{c("message.found")}</h2>
      <ul class="plain-list small check-found">
        {addresses.slice(0, MOST_SHOWN).map(({ text, host, level }) => (
          <li key={text}>
            <bdi class="address address-domain">{shownAddress(host)}</bdi>{" "}
            <span>({c(`message.address.${level}`)})</span>
          </li>
        ))}
        {more > 0 && <li>{c("message.more", { count: more })}</li>}
        {contacts.map(({ query, level }) => (
          <li key={query.kind + query.number}>
            <bdi class="numbers check-number">
              {query.kind === "phone" ? phoneText(query.number) : accountText(query.number)}
            </bdi>{" "}
            <span>({c(WORD_ON_NUMBER[level])})</span>
          </li>
        ))}
      </ul>
    </>
  );
}

const WORD_ON_NUMBER = {
  block: "message.number.block",
  official: "message.number.official",
  warn: "message.address.warn",
  none: "message.address.none",
} as const;

const TONES: Readonly<Record<"block" | "warn" | "none", NoticeTone>> = {
  block: "stop",
  warn: "care",
  none: "plain",
};
