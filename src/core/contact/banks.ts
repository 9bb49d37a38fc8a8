/**
 * Banks by the number (BIN) under which they take part in transfers by NAPAS, as two public lists have it (MoMo's bank
 * codes of 4/8/2026 and a payment gateway's). Names are those of the brands artifact.
 */
const BANK_BY_BIN: Readonly<Record<string, string>> = {
  "970400": "SaigonBank",
  "970403": "Sacombank",
  "970405": "Agribank",
  "970407": "Techcombank",
  "970409": "Bac A Bank",
  "970412": "PVcomBank",
  "970415": "VietinBank",
  "970416": "ACB",
  "970418": "BIDV",
  "970419": "NCB",
  "970422": "MB Bank",
  "970423": "TPBank",
  "970426": "MSB",
  "970428": "Nam A Bank",
  "970430": "PGBank",
  "970431": "Eximbank",
  "970432": "VPBank",
  "970433": "VietBank",
  "970436": "Vietcombank",
  "970437": "HDBank",
  "970440": "SeABank",
  "970441": "VIB",
  "970443": "SHB",
  "970448": "OCB",
  "970449": "LPBank",
  "970452": "KienlongBank",
};

/** Name of a bank in the brands artifact by its BIN, or null if it is not known here. */
export function bankOfBin(bin: string): string | null {
  return BANK_BY_BIN[bin] ?? null;
}
