import type { Trap } from "./trap.ts";

/** The form of scam (an id of src/content) that a trap is a part of, where it is a part of one alone. */
export const FORM_OF_TRAP: Readonly<Partial<Record<Trap, string>>> = {
  "card-details": "fake-bank-biometric",
  "remote-control": "remote-control-app",
  "hire-account": "stolen-id-loan",
  "held-parcel": "romance-gift",
  "sure-profit": "fake-investment",
  "money-back": "money-recovery-service",
  "job-deposit": "online-task-job",
  "job-abroad": "overseas-job",
  "secret-transfer": "fake-boss-invoice",
  "new-account": "fake-boss-invoice",
  "wrong-transfer": "mistaken-transfer",
  "bulk-order": "fake-bulk-order",
  "cut-off-alone": "fake-police-court",
  "cursed-charity": "fake-charity",
};
