import { expect, test } from "vitest";
import { parseAddress } from "../../../../../src/core/host/address.ts";
import { registrableDomain } from "../../../../../src/core/host/domain.ts";
import { addressPieces } from "../../../../../src/extension/pages/learn/address-pieces.ts";

function piecesOf(text: string): string {
  const parsed = parseAddress(text);
  if (!parsed.ok) throw new Error(text);
  const pieces = addressPieces(parsed.address, registrableDomain(parsed.address.host) ?? "");
  return pieces.map(({ before, text: piece, role }) => `${before}${piece}:${role}`).join(" ");
}

test("the owner's name is the label before the ending, however much stands around it", () => {
  expect(piecesOf("thue.gov.vn.nop-ho-so.example/etax")).toBe(
    "thue:sub .gov:sub .vn:sub .nop-ho-so:owner .example:ending /etax:path",
  );
  expect(piecesOf("the.vietcombank.com.vn")).toBe(
    "the:sub .vietcombank:owner .com:ending .vn:ending",
  );
});
