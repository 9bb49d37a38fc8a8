import { CARD_DETAILS, QR_SECRET, REMOTE_CONTROL, TELL_CODE } from "./asks-for-secrets.ts";
import {
  BULK_ORDER,
  FALSE_STAFF,
  NEW_ACCOUNT,
  SECRET_TRANSFER,
  WRONG_TRANSFER,
} from "./false-names.ts";
import { forwardsCalls } from "./forwards-calls.ts";
import { DATING_FEE, HELD_PARCEL, JOB_DEPOSIT, PAY_TO_RECEIVE, PAY_UNSEEN } from "./pays-first.ts";
import { BLACKMAIL, CURSED_CHARITY, CUT_OFF_ALONE } from "./threats.ts";
import { HIRE_ACCOUNT, JOB_ABROAD, MONEY_BACK, SURE_PROFIT } from "./too-good.ts";
import { TRAPS, type Trap, type TrapShape } from "./trap.ts";

const SHAPES: Readonly<Record<Exclude<Trap, "forward-calls">, readonly TrapShape[]>> = {
  "tell-code": TELL_CODE,
  "card-details": CARD_DETAILS,
  "qr-secret": QR_SECRET,
  "remote-control": REMOTE_CONTROL,
  "hire-account": HIRE_ACCOUNT,
  "pay-to-receive": PAY_TO_RECEIVE,
  "held-parcel": HELD_PARCEL,
  "sure-profit": SURE_PROFIT,
  "money-back": MONEY_BACK,
  "job-deposit": JOB_DEPOSIT,
  "pay-unseen": PAY_UNSEEN,
  "dating-fee": DATING_FEE,
  "job-abroad": JOB_ABROAD,
  "secret-transfer": SECRET_TRANSFER,
  "new-account": NEW_ACCOUNT,
  "wrong-transfer": WRONG_TRANSFER,
  "bulk-order": BULK_ORDER,
  blackmail: BLACKMAIL,
  "cut-off-alone": CUT_OFF_ALONE,
  "false-staff": FALSE_STAFF,
  "cursed-charity": CURSED_CHARITY,
};

/**
 * The traps that a message sets, in the order of TRAPS.
 *
 * @param folded the folded message, see readMessage
 * @param plain its words written out, see plainWords
 */
export function trapsIn({ folded, plain }: { folded: string; plain: string }): Trap[] {
  return TRAPS.filter((trap) => {
    if (trap === "forward-calls") return forwardsCalls(folded);
    return SHAPES[trap].some(
      ({ all, none }) => all.every((one) => one.test(plain)) && none?.test(plain) !== true,
    );
  });
}
