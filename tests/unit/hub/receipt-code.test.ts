import * as fc from "fast-check";
import { expect, it } from "vitest";
import { receiptSchema } from "../../../src/core/report/report.ts";
import {
  RECEIPT_BYTES,
  readReceiptCode,
  receiptCode,
} from "../../../src/hub/reports/receipt-code.ts";
import { openReportStore } from "../../../src/hub/reports/report-store.ts";
import { folderForTest, reportForTest } from "./hub-for-test.ts";

const bytes = fc.uint8Array({ minLength: RECEIPT_BYTES, maxLength: RECEIPT_BYTES });

it("keeps every drawn bit, in letters that people don't confuse", () => {
  fc.assert(
    fc.property(bytes, bytes, (a, b) => {
      expect(receiptSchema.parse({ receipt: receiptCode(a) }).receipt).toBe(receiptCode(a));
      expect(receiptCode(a) === receiptCode(b)).toBe(Buffer.compare(a, b) === 0);
    }),
  );
});

it("is found again when O, I and L were heard for 0 and 1", () => {
  expect(readReceiptCode("tt-o0il-0000")).toBe("TT-0011-0000");
  fc.assert(
    fc.property(bytes, (a) => {
      expect(readReceiptCode(receiptCode(a).toLowerCase())).toBe(receiptCode(a));
    }),
  );
});

it("is drawn again when another report has it", async () => {
  const store = openReportStore(`${await folderForTest()}/reports.sqlite`);
  const draws = ["TT-0000-0001", "TT-0000-0001", "TT-0000-0002"];
  const draw = () => draws.shift() ?? "";
  expect(store.put(reportForTest(), 1, draw)).toEqual({ outcome: "new", receipt: "TT-0000-0001" });
  expect(store.put(reportForTest(), 2, draw)).toEqual({ outcome: "new", receipt: "TT-0000-0002" });
  store.close();
});
