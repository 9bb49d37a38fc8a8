import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { crc16 } from "../../../../src/core/qr/emv.ts";
import { readPayment } from "../../../../src/core/qr/payment.ts";

// The examples of NAPAS, "QR Format T&C" v1.0 (9/2021), 6.1.3 and 6.1.2.
const TO_CARD =
  "00020101021138600010A00000072701300006970403011697040311012345670208QRIBFTTC53037045802VN63044F52";
const WITH_AMOUNT =
  "00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA530370454061800005802VN62340107NPS68690819thanh toan don hang63042E2E";

test("the checksum is that of the standard", () => {
  expect(crc16("123456789")).toBe(0x29b1);
});

describe("a VietQR", () => {
  it("gives bank and account", () => {
    expect(readPayment(WITH_AMOUNT)).toEqual({
      ok: true,
      payment: {
        bin: "970403",
        bank: "Sacombank",
        account: "0011012345678",
        amount: "180000",
        purpose: "thanh toan don hang",
        name: "",
      },
    });
  });

  it("to a card gives no number of it", () => {
    expect(readPayment(TO_CARD)).toMatchObject({ ok: true, payment: { account: null } });
    expect(JSON.stringify(readPayment(TO_CARD))).not.toContain("9704031101234567");
  });

  it("that was changed after it was made is refused by its checksum", () => {
    const changed = WITH_AMOUNT.replace("180000", "980000");
    expect(readPayment(changed)).toEqual({ ok: false, problem: "checksum" });
  });

  it("that was cut off is refused", () => {
    for (let length = 6; length < WITH_AMOUNT.length; length++) {
      expect(readPayment(WITH_AMOUNT.slice(0, length))).toMatchObject({ ok: false });
    }
  });

  it("of another system is told from one that is broken", () => {
    const other = closed(
      `000201010211${tlv("26", tlv("00", "A000000775") + tlv("01", "123"))}5303704`,
    );
    expect(readPayment(other)).toEqual({ ok: false, problem: "other-system" });
  });
});

const bin = fc.stringMatching(/^9704\d{2}$/);
const account = fc.stringMatching(/^\d{6,14}$/).filter((digits) => !digits.startsWith("9704"));
const amount = fc.option(fc.integer({ min: 1, max: 499_999_999 }).map(String));
const purpose = fc.stringMatching(/^(?:[A-Za-z0-9][A-Za-z0-9 ]{0,20}[A-Za-z0-9])?$/);

test("what is written into a payload is read from it", () => {
  fc.assert(
    fc.property(bin, account, amount, purpose, (code, number, sum, words) => {
      const read = readPayment(payload(code, number, sum, words));
      expect(read).toMatchObject({
        ok: true,
        payment: { bin: code, account: number, amount: sum, purpose: words },
      });
    }),
  );
});

test("one changed character never goes unnoticed", () => {
  fc.assert(
    fc.property(bin, account, fc.nat(), fc.stringMatching(/^[0-9A-Z]$/), (code, number, at, to) => {
      const made = payload(code, number, "50000", "tien hang");
      const i = 6 + (at % (made.length - 6));
      fc.pre(made[i]?.toUpperCase() !== to);
      expect(readPayment(made.slice(0, i) + to + made.slice(i + 1)).ok).toBe(false);
    }),
  );
});

test("any text gets an answer", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 600 }), (text) => {
      expect(readPayment(`000201${text}`).ok).toBe(false);
    }),
  );
});

function payload(code: string, number: string, sum: string | null, words: string): string {
  const beneficiary = tlv("00", code) + tlv("01", number);
  const house = tlv("00", "A000000727") + tlv("01", beneficiary) + tlv("02", "QRIBFTTA");
  return closed(
    `000201010212${tlv("38", house)}5303704${sum === null ? "" : tlv("54", sum)}5802VN${
      words === "" ? "" : tlv("62", tlv("08", words))
    }`,
  );
}

function closed(body: string): string {
  const open = body.endsWith("6304") ? body : `${body}6304`;
  return open + crc16(open).toString(16).toUpperCase().padStart(4, "0");
}

function tlv(id: string, value: string): string {
  return id + String(value.length).padStart(2, "0") + value;
}
