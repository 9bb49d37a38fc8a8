import { expect, it } from "vitest";
import { checkMessage } from "../../../../src/core/check/check-message.ts";
import { indexContacts } from "../../../../src/core/contact/contact-list.ts";
import type { MessageJudge } from "../../../../src/core/message/judge-message.ts";

const nothingKnown: MessageJudge = () => ({
  level: "none",
  scope: null,
  source: "unknown",
  reasons: [{ code: "nothing-known" }],
  feedVersion: 1,
  addresses: [],
  contacts: { phones: [], accounts: [] },
  probability: 0,
});
const facts = { form: null, since: null, source: "test", note: "" };
const list = indexContacts([
  { kind: "account", number: "0011012345678", bank: "Sacombank", ...facts },
]);

it("numbers of which nothing is known are told too", () => {
  const judge: MessageJudge = (message, sender) => ({
    ...nothingKnown(message, sender),
    contacts: { phones: ["0912345678"], accounts: ["0123456789"] },
  });
  const checked = checkMessage("", judge, { list, official: new Map() });
  expect(checked.level).toBe("none");
  expect(checked.contacts.map(({ query, level }) => [query.number, level])).toEqual([
    ["0912345678", "none"],
    ["0123456789", "none"],
  ]);
});

it.each(["0011012345678 Sacombank", "Sacombank 0011012345678"])(
  "a listed account beside its bank's name is warned of: %s",
  (message) => {
    const checked = checkMessage(message, nothingKnown, { list, official: new Map() });
    expect(checked.level).toBe("block");
    expect(checked.contacts.map(({ query }) => query.number)).toEqual(["0011012345678"]);
  },
);
