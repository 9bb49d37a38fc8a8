import type { Subject } from "../../../core/check/what-is-this.ts";
import { Notice } from "../../../ui/notice.tsx";
import type { Answer } from "../../messages.ts";
import { VerdictCard } from "../popup/verdict-card.tsx";
import type { ReportPrefill } from "../report/report-prefill.ts";
import { MessageCard } from "./message-card.tsx";
import { NumberCard } from "./number-card.tsx";
import { PaymentFacts } from "./payment-facts.tsx";
import { useCheckText } from "./use-check-text.ts";

/** What is known of a subject, or what to think of one that can't be asked about. */
export function ResultCard({
  text,
  subject,
  answer,
  listMissing,
  report,
}: {
  /** As it was pasted. */
  text: string;
  subject: Subject;
  /** Null if there was nothing to ask. */
  answer: Answer<"check"> | null;
  listMissing: boolean;
  report(prefill: ReportPrefill): void;
}) {
  const c = useCheckText();
  if (answer?.as === "address" && subject.kind === "address" && answer.answer.ok) {
    const { verdict } = answer.answer;
    return (
      <VerdictCard
        address={subject.address}
        verdict={verdict}
        listMissing={listMissing}
        report={report}
      />
    );
  }
  if (answer?.as === "message") {
    const { checked, lesson } = answer;
    return (
      <MessageCard
        checked={checked}
        lesson={lesson}
        report={(way) => report({ ...prefillOfMessage(text, checked), ...(way && { way }) })}
      />
    );
  }
  if (answer?.as === "number") {
    const { verdict, hotline } = answer;
    return (
      <>
        {subject.kind === "payment" && <PaymentFacts payment={subject.payment} />}
        <NumberCard
          verdict={verdict}
          hotline={hotline}
          report={() => report(prefillOfNumber(subject))}
        />
      </>
    );
  }
  if (subject.kind === "payment") {
    return (
      <>
        <PaymentFacts payment={subject.payment} />
        <Notice tone="care" title={c("payment.toCard")} />
      </>
    );
  }
  if (subject.kind === "bad-payment") {
    const other = subject.problem === "other-system";
    return (
      <Notice tone={other ? "plain" : "care"} title={c("payment.unreadable")}>
        <p>{c(`payment.problem.${subject.problem}`)}</p>
      </Notice>
    );
  }
  if (subject.kind === "card") {
    return (
      <Notice tone="care" title={c("card.title")}>
        <p>{c("card.text")}</p>
      </Notice>
    );
  }
  return <Notice tone="plain" title={c("check.unknownAdvice")} />;
}

type CheckedMessage = Extract<Answer<"check">, { as: "message" }>["checked"];

function prefillOfMessage(text: string, { verdict, contacts }: CheckedMessage): ReportPrefill {
  const [worst] = verdict.addresses.filter(({ level }) => level !== "official");
  const listed = contacts.find(({ level }) => level === "block")?.query;
  return {
    text,
    verdict,
    ...(worst === undefined ? {} : { url: worst.text }),
    ...(listed?.kind === "phone" ? { phone: listed.number } : {}),
    ...(listed?.kind === "account" ? { account: { number: listed.number } } : {}),
  };
}

function prefillOfNumber(subject: Subject): ReportPrefill {
  switch (subject.kind) {
    case "phone":
      return { phone: subject.phone.number };
    case "account":
      return accountPrefill(subject.account, subject.bank, subject.holder);
    case "payment":
      return accountPrefill(
        subject.payment.account ?? "",
        subject.payment.bank,
        subject.payment.name,
      );
    default:
      return {};
  }
}

function accountPrefill(number: string, bank: string | null, holder: string): ReportPrefill {
  return {
    account: {
      number,
      ...(bank === null ? {} : { bank }),
      ...(holder === "" ? {} : { holder }),
    },
  };
}
