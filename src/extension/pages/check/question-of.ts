import type { Subject } from "../../../core/check/what-is-this.ts";
import type { Address } from "../../../core/host/address.ts";
import { excerptOf } from "../../../core/message/excerpt.ts";
import type { CheckSubject } from "../../messages.ts";

/** What the background is asked about a subject; null if there is nothing to ask. */
export function questionOf(subject: Subject): CheckSubject | null {
  switch (subject.kind) {
    case "address":
      return { as: "address", url: withCredentials(subject.address) };
    case "phone":
      return { as: "phone", number: subject.phone.number };
    case "account":
      return { as: "account", number: subject.account, bank: subject.bank };
    case "payment": {
      const { account, bank } = subject.payment;
      return account === null ? null : { as: "account", number: account, bank };
    }
    case "message":
      // All that is looked at: a text of a million characters need not be copied to the background.
      return { as: "message", text: excerptOf(subject.text) };
    default:
      return null;
  }
}

/** What stands before "@" is judged too; it goes no further than the background. */
function withCredentials({ url, credentials }: Address): string {
  return credentials === "" || credentials === ":" ? url : url.replace("//", `//${credentials}@`);
}
