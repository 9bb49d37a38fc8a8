import { type BankHotline, bankHotlines } from "../core/awareness/bank-hotlines.ts";
import hotlines from "./awareness/hotlines.json" with { type: "json" };

/** The banks' numbers that come with the package. */
export const BANK_HOTLINES: readonly BankHotline[] = bankHotlines(hotlines);
