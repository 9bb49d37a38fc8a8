import { describe, expect, it } from "vitest";
import { findContacts } from "../../../../src/core/message/find-contacts.ts";

describe("phone numbers in a message", () => {
  it.each([
    ["0912345678", "0912345678"],
    ["0912.345.678", "0912345678"],
    ["0912 345 678", "0912345678"],
    ["+84 912 345 678", "0912345678"],
    ["(+84) 912-345-678", "0912345678"],
    ["84912345678", "0912345678"],
    ["(028) 3725 2002", "02837252002"],
    ["1900 1234", "19001234"],
    ["1900545413", "1900545413"],
    ["lh 1>9>0>0>1>9>9>5 de nhan", "19001995"],
  ])("%s is %s", (text, phone) => {
    expect(findContacts(`lien he ${text} nhe`).phones).toEqual([phone]);
  });

  it("are not seen in amounts, dates and codes", () => {
    for (const text of [
      "1.000.000d",
      "ngay 09/03/2022",
      "ma 123456",
      "0123",
      "2024-08-12 19:50:24",
    ]) {
      expect(findContacts(text).phones, text).toEqual([]);
    }
  });
});

describe("accounts in a message", () => {
  it("are told by the words before them", () => {
    expect(findContacts("chuyen vao stk: 1903 4567 8910 techcombank").accounts).toEqual([
      "190345678910",
    ]);
    expect(findContacts("so tai khoan 0912345678 mb").accounts).toEqual(["0912345678"]);
    expect(findContacts("so tai khoan 0912345678 mb").phones).toEqual([]);
    expect(findContacts("vao so tai khoan nay 0123456789 nhe").accounts).toEqual(["0123456789"]);
    expect(findContacts("don hang 190345678910").accounts).toEqual([]);
  });

  it.each([
    ["chi ck giup em vao 0071000888222 vietcombank tran van b", "0071000888222"],
    ["chuyen gap 20 trieu vao 0123 456 789 mb bank", "0123456789"],
    ["chuyen khoan qua bidv 31410001234567 nguyen van a", "31410001234567"],
  ])("are told by the bank beside what money is sent to: %s", (text, account) => {
    expect(findContacts(text)).toEqual({ phones: [], accounts: [account] });
  });

  it("are not seen in a bank's hotline, in a number to call or in what was bought", () => {
    for (const text of [
      "khong chuyen tien cho nguoi la, goi vietcombank 1900545413",
      "gui ho so cho chi lan techcombank 0909123456",
      "da chuyen don hang 190345678910 cho buu ta",
    ])
      expect(findContacts(text).accounts, text).toEqual([]);
  });
});
