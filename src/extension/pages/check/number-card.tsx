import type { Hotline } from "../../../core/awareness/contact-points.ts";
import { isEmergencyNumber } from "../../../core/contact/emergency-number.ts";
import type { ContactReason, ContactVerdict } from "../../../core/contact/judge-contact.ts";
import { Button } from "../../../ui/button.tsx";
import type { CheckText } from "../../../ui/check-text.ts";
import { contactReasonTexts } from "../../../ui/contact-text.ts";
import type { Language } from "../../../ui/language-of.ts";
import { Notice, type NoticeTone } from "../../../ui/notice.tsx";
import { useText } from "../../../ui/text-context.ts";
import { BankLine } from "./bank-line.tsx";
import { useCheckText } from "./use-check-text.ts";

/** The verdict on a phone number or an account: sentence, reasons, what to do. Green only for an organisation's own. */
export function NumberCard({
  verdict,
  hotline,
  report,
}: {
  verdict: ContactVerdict;
  /** Of the bank to turn to. */
  hotline: Hotline | null;
  report(): void;
}) {
  const t = useText();
  const c = useCheckText();
  const { level, query, reasons } = verdict;
  const todo = todoOf(c, t.language, verdict);
  return (
    <Notice tone={TONES[level]} title={titleOf(c, t.language, verdict)}>
      {level === "none" && houseOf(verdict) === undefined && (
        <p>{c(`number.unknownAdvice.${query.kind}`)}</p>
      )}
      <ul class="reasons small">
        {contactReasonTexts(t, c, reasons).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {todo.length > 0 && (
        <>
          <h2 class="check-todo">{c("check.todo")}</h2>
          <ul class="reasons">
            {todo.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      {level === "block" && <BankLine hotline={hotline} />}
      {houseOf(verdict) === undefined && !isEmergencyNumber(query.number) && (
        <Button onClick={report}>{c("check.reportNumber")}</Button>
      )}
    </Notice>
  );
}

const TONES: Readonly<Record<ContactVerdict["level"], NoticeTone>> = {
  block: "stop",
  warn: "care",
  official: "verified",
  none: "plain",
};

type OfHouse = Extract<ContactReason, { code: "official" | "said-official" }>;

function houseOf({ reasons }: ContactVerdict): OfHouse | undefined {
  return reasons.find(
    (reason): reason is OfHouse => reason.code === "official" || reason.code === "said-official",
  );
}

function titleOf(c: CheckText, language: Language, verdict: ContactVerdict): string {
  const { level, query, reasons } = verdict;
  const organisation = houseOf(verdict)?.name[language] ?? "";
  switch (level) {
    case "block":
      return c(`number.block.${query.kind}`);
    case "warn":
      return reasons.some(({ code }) => code === "imitates")
        ? c("number.warn.imitates")
        : c("number.warn.other-bank");
    case "official":
      return c("number.official", { organisation });
    case "none":
      return organisation === "" ? c("number.unknown") : c("number.said", { organisation });
  }
}

function todoOf(c: CheckText, language: Language, verdict: ContactVerdict): string[] {
  const { level, query, reasons } = verdict;
  if (level === "block") return [c(`number.todo.block.${query.kind}`), c("number.todo.lost")];
  if (reasons.some(({ code }) => code === "imitates")) return [c("number.todo.imitates")];
  const house = houseOf(verdict);
  return house?.code === "official"
    ? [c("number.todo.official", { organisation: house.name[language] })]
    : [];
}
