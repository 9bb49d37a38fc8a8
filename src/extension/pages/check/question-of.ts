import type { Subject } from "../../../core/check/what-is-this.ts";
import type { Address } from "../../../core/host/address.ts";
import { capitalI } from "../../../core/host/capital-i.ts";
import { refanged } from "../../../core/host/refanged.ts";
import { excerptOf } from "../../../core/message/excerpt.ts";
import type { CheckSubject } from "../../messages.ts";

/**
 * What the background is asked about a subject; null if there is nothing to ask.
 *
 * @param text as it was typed or pasted: capitals may pass for other letters
 */
export function questionOf(subject: Subject, text: string): CheckSubject | null {
  switch (subject.kind) {
    case "address":
      return {
        as: "address",
        url: asWritten(withCredentials(subject.address), subject.address, text),
      };
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

/** The host with the capitals that it was given. */
function asWritten(url: string, { host }: Address, text: string): string {
  const written = capitalI(refanged(text), host);
  return written === null ? url : url.replace(`//${host}`, `//${written.shown}`);
}

/** What stands before "@" is judged too; it goes no further than the background. */
function withCredentials({ url, credentials }: Address): string {
  return credentials === "" || credentials === ":" ? url : url.replace("//", `//${credentials}@`);
}
