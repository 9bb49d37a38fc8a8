import type { Subject, SubjectKind, Taken } from "../../../core/check/what-is-this.ts";
import { mayBeIdentityNumber } from "../../../core/contact/identity-number.ts";
import { splitPhones } from "../../../core/contact/split-phones.ts";
import { Button } from "../../../ui/button.tsx";
import type { CheckText } from "../../../ui/check-text.ts";
import { accountText, phoneText } from "../../../ui/number-text.ts";
import { useCheckText } from "./use-check-text.ts";

/** What it was taken for, and what else it may be. */
export function TakenLine({
  outcome: { text, taken, fromPicture },
  choose,
}: {
  outcome: { text: string; taken: Taken; fromPicture: boolean };
  choose(as: SubjectKind): void;
}) {
  const c = useCheckText();
  const { subject, others } = taken;
  const isRaw = subject.kind === "message" || subject.kind === "unknown";
  return (
    <div class="check-taken">
      {fromPicture && isRaw && (
        <>
          <p class="small">{c("check.fromPicture")}</p>
          <p class="raw">{text}</p>
        </>
      )}
      <p class="small numbers">{tookFor(c, subject)}</p>
      {subject.kind === "account" &&
        subject.bank === null &&
        mayBeIdentityNumber(subject.account) && <p class="small">{c("check.mayBeIdentity")}</p>}
      {others.map((kind) => (
        <Button key={kind} kind="quiet" onClick={() => choose(kind)}>
          {c(`check.isRather.${kind}`)}
        </Button>
      ))}
    </div>
  );
}

function tookFor(c: CheckText, subject: Subject): string {
  switch (subject.kind) {
    case "phone":
      return c("check.took.phone", { number: phoneText(subject.phone.number) });
    case "account": {
      const number = accountText(subject.account);
      const { bank } = subject;
      return bank === null
        ? c("check.took.account", { number })
        : c("check.took.accountAt", { number, bank });
    }
    case "bad-payment":
      return c("check.took.payment");
    case "message":
      return c(isPhonesAlone(subject.text) ? "check.took.phones" : "check.took.message");
    case "address":
    case "payment":
    case "card":
      return c(`check.took.${subject.kind}`);
    default:
      return c("check.took.unknown");
  }
}

/** Several numbers in one paste are judged together. */
function isPhonesAlone(text: string): boolean {
  return !/\p{L}/u.test(text) && splitPhones(text) !== null;
}
