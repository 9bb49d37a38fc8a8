import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createMessageJudge } from "../../../../src/core/message/judge-message.ts";
import { openMessageModel } from "../../../../src/core/message/message-model.ts";
import { readMessage } from "../../../../src/core/message/message-text.ts";
import { wordingOf } from "../../../../src/core/message/wording.ts";
import { DEFAULT_POLICY } from "../../../../src/core/policy/policy.ts";
import { openKnowledge } from "../../../../src/core/verdict/knowledge.ts";
import { anyText } from "../../any-text.ts";
import { shippedBrands } from "../lookalike/shipped-brands.ts";
import { brandsFile, listFile } from "../verdict/knowledge-fixture.ts";
import { HONEST, SCAM } from "./hard-messages.ts";

const FILE = new URL("../../../../src/content/message-model.json", import.meta.url);
const modelFile: Record<string, unknown> = JSON.parse(readFileSync(FILE, "utf8"));
const knowledge = openKnowledge(
  [listFile("blocklist", ["listed.example.com"]), brandsFile(shippedBrands().all)],
  { feedVersion: 7, policy: DEFAULT_POLICY, overriddenUntil: () => null },
);
const judge = createMessageJudge(knowledge, openMessageModel(modelFile));
const codes = (message: string) => judge(message, null).reasons.map(({ code }) => code);

describe("a message that is a scam", () => {
  it("is blocked for an address that is on the list", () => {
    const verdict = judge("xem http://listed.example.com/a nhé", null);
    expect(verdict).toMatchObject({ level: "block", source: "host-list" });
    expect(verdict.addresses).toEqual([
      { text: "http://listed.example.com/a", host: "listed.example.com", level: "block" },
    ]);
  });

  it.each([
    "con oi me dang o benh vien gap chuyen cho me 5tr vao so tai khoan nay 0123456789 vietinbank",
    "Mẹ ơi điện thoại con hỏng rồi, mẹ chuyển gấp 3 triệu vào stk 190345678910 giúp con",
    "Phụ huynh em A bị tai nạn đang cấp cứu, chuyển ngay viện phí 20tr vào STK 0011012345678",
  ])("is warned of for an urgent plea with an account: %s", (message) => {
    expect(judge(message, null).level).toBe("warn");
    expect(codes(message)[0]).toBe("plea");
  });

  it("is warned of for a plea for a relative in hospital before there is any account, and only for that", () => {
    const plea = judge("con đang cấp cứu, chuyển gấp", null);
    expect(plea).toMatchObject({ level: "warn", form: "fake-teacher-medic-emergency" });
    expect(plea.reasons).toEqual([{ code: "plea" }]);
  });

  it("is warned of for a friend's plea to vote at an unknown address, and not at a known one", () => {
    const vote = judge("Bình chọn cho cháu em với ạ: https://binhchon-tre.weebly.com", null);
    expect(vote).toMatchObject({ level: "warn", form: "social-account-takeover" });
    expect(vote.reasons).toContainEqual({ code: "vote" });
    for (const honest of [
      "Bình chọn giúp cháu tại https://tuoitre.vn/binh-chon nhé",
      "Mời bạn bình chọn ca khúc yêu thích",
    ]) {
      expect(judge(honest, null).level, honest).toBe("none");
    }
  });

  it("is warned of for a capital I that passes for an l, which parsing takes away", () => {
    const verdict = judge("vào nhóm zaIo.me/g/abc nhé", null);
    expect(verdict).toMatchObject({ level: "warn", brand: "Zalo" });
    expect(verdict.reasons).toContainEqual({
      code: "capital-i",
      shown: "zaIo.me",
      host: "zaio.me",
    });
    expect(judge("Xem tại BIDV.com.vn nhé", null).level).toBe("none");
    expect(judge("Mua tại IPhone-Store.com.vn nhé", null).level).toBe("none");
  });

  it.each([
    "Con đang cấp cứu ở viện huyện, họ chuyển gấp lên tuyến trên, mẹ vào ngay nhé",
    "Mẹ ơi con đến bệnh viện thăm bà rồi nhé, tối con gọi",
    "Con đang ở siêu thị, mẹ cần mua gì nhắn ngay, con gửi tiền cho em rồi",
    "Mẹ ơi con gửi tiền nhà vào stk 190345678910 rồi nhé, mẹ khỏi lo",
  ])("but a family that asks for nothing is left in peace: %s", (message) => {
    expect(judge(message, null).level).toBe("none");
  });

  it("is warned of for an address that poses as a bank, with the bank's own site", () => {
    expect(judge("Vào vietcombank-xacthuc . top để nhận quà", null)).toMatchObject({
      level: "warn",
      brand: "Vietcombank",
      officialSite: "vietcombank.com.vn",
    });
  });

  it.each([
    [
      "a bank's name beside another address",
      "Vietcombank thong bao tai khoan cua quy khach da bi khoa. Dang nhap https://qwertz-abc.com de xac thuc ngay hom nay",
    ],
    [
      "a task job",
      "Tuyen nhan vien lam viec tai nha, thu nhap trong ngay 500k, moi nhiem vu nhan tien ngay. Ket ban zalo 0912345678",
    ],
    [
      "gambling with disguised letters",
      "D.ang k.y t.ang 88k, n.ap d.au nh.an 188k, n0 hu b@n ca rut ti3n nhanh t.ly/abc",
    ],
    [
      "a stranger's group chat with quick money",
      "Chi can 20 phut moi ngay ban kiem duoc 500k-3000k, co giao vien huong dan. Them Telegram: t.me/abcxyz12",
    ],
    [
      "forged papers",
      "Nhan lam tat ca cac loai bang cap, giay to, bang lai xe. Giao tan noi moi thu tien. Lien he zalo 0912345678 QxTf",
    ],
    [
      "a threat of arrest",
      "LENH TRUY NA: co quan canh sat dieu tra Cong An truy na ong/ba ve hanh vi lua dao chiem doat tai san. Lien he ngay 0912345678",
    ],
  ])("is warned of for %s", (_, message) => {
    expect(judge(message, "personal_number").level).toBe("warn");
  });

  it("is not said to give a link where there is none", () => {
    const text =
      "Cong an thong bao: ban co lenh bat. Dang nhap ngay hom nay va chuyen tien vao tai khoan tam giu de xac minh";
    const said = ({ reasons }: ReturnType<typeof judge>) =>
      reasons.flatMap((reason) => (reason.code === "wording" ? [reason.wording] : []));
    expect(said(judge(text, null))).toContain("ask-transfer");
    expect(said(judge(text, null))).not.toContain("ask-login");
    expect(said(judge(`${text} tai vcb-xacminh.top`, null))).toContain("ask-login");
  });

  it("says in data what gave it away", () => {
    const found = codes(
      "Vietcombank thong bao tai khoan cua quy khach da bi khoa. Dang nhap https://qwertz-abc.com de xac thuc ngay hom nay",
    );
    expect(found).toContain("brand-elsewhere");
    expect(found).toContain("wording");
    expect(found.at(-1)).toBe("like-scam-messages");
  });
});

describe("an honest message", () => {
  it.each([
    [
      "an OTP",
      "Ma OTP cua Quy khach la 482913, hieu luc 2 phut. KHONG cung cap ma nay cho bat ky ai, ke ca nhan vien ngan hang.",
    ],
    [
      "a bank's notice",
      "VCB: TK 1234xxx5678 +2,500,000VND luc 10:32 12/10/2025. So du 5,120,000VND. ND: chuyen tien an trua",
    ],
    [
      "a delivery",
      "GHTK: don hang S1234567 dang duoc giao, shipper 0912345678 se goi ban trong 30 phut. Tong tien 250.000d",
    ],
    [
      "a delivery to be paid on receipt",
      "Don hang Lazada cua ban se duoc giao hom nay, shipper Nam 0987654321, thu ho 120.000d",
    ],
    [
      "a school's notice with its own address",
      "Truong THPT Nguyen Du: phu huynh xem diem thi hoc ky cua con tai https://c3nguyendu.edu.vn truoc ngay 20/6. Tran trong",
    ],
    [
      "a word between friends about money",
      "Chi oi em chuyen khoan tien hang roi nhe, chi kiem tra giup em",
    ],
    [
      "a warning that quotes the scam",
      "[TB] Bo Cong an canh giac: doi tuong lua dao dang tin tuyen cong tac vien online, hoa hong cao, yeu cau chuyen tien truoc vao tai khoan",
    ],
    [
      "a bank's own link",
      "Vietcombank moi Quy khach xem uu dai thang 10 tai https://www.vietcombank.com.vn/uu-dai. Tu choi soan TC gui 6167",
    ],
    [
      "a bank that tells of a log-in and names its hotline",
      "Techcombank: Quy khach vua dang nhap tren thiet bi moi luc 08:02 16/11. Neu khong phai Quy khach, goi ngay 1800000000.",
    ],
    [
      "a card that was locked",
      "MBBANK: Giao dich 450.000d bang the *1123 khong thanh cong. The tam khoa, vui long mo khoa tren app hoac goi 1900000000.",
    ],
    [
      "a subscriber's own number beside what falls due",
      "VinaPhone: cuoc thang 11 cua thue bao 0900000000 la 187.000d. Vui long thanh toan truoc 25/11. LH 18000000",
    ],
    ["a room to let", "Phòng trọ 20m2 giá 2tr8, điện 3k5, ai cần liên hệ 0900000000 nhé cả nhà"],
    [
      "an app in a store",
      "Link tải app của công ty đây em, cài rồi đăng nhập: https://play.google.com/store/apps/details?id=com.abc",
    ],
    ["a word from home", "Con tới chưa, mẹ ở Big C rồi nhé"],
    [
      "a data plan",
      "[TB] Goi cuoc ST5K da gia han thanh cong, co 500MB su dung den 24h. Chi tiet LH 198 (0d)",
    ],
  ])("is left alone: %s", (_, message) => {
    expect(judge(message, null).level, message).toBe("none");
  });

  it("that says never to give a code away is not told to ask for it", () => {
    expect(
      judge("Tuyet doi khong cung cap ma OTP, mat khau cho bat ky ai", null).reasons,
    ).not.toContainEqual({ code: "wording", wording: "ask-otp" });
  });

  it("is never called safe", () => {
    expect(judge("https://vietcombank.com.vn", null).level).toBe("none");
    expect(codes("https://vietcombank.com.vn")).toEqual(["nothing-known"]);
  });
});

describe("messages unlike those the model was trained on", () => {
  it.each(HONEST)("are left alone where they are honest: $about", ({ text, sender }) => {
    expect([judge(text, sender).level, judge(text, null).level]).toEqual(["none", "none"]);
  });

  it.each(SCAM)("are warned of where they are scams: $about", ({ text, sender }) => {
    expect([judge(text, sender).level, judge(text, null).level]).toEqual(["warn", "warn"]);
  });
});

describe("who a message comes from", () => {
  it("speaks against a bank that writes from a person's number, but not against its codes", () => {
    const notice = "(TPBank) Tu 01/12 phi dich vu SMS Banking thay doi. Xem chi tiet tai quay.";
    expect(judge(notice, "personal_number").level).toBe("warn");
    expect(judge(notice, "brandname").level).toBe("none");
    const code = "TPBank: Ma OTP cua Quy khach la 402911, khong chia se cho bat ky ai.";
    expect(judge(code, "personal_number").level).toBe("none");
    const mother = "Mẹ: con chuyển tiền vào Vietcombank của bố nhé";
    expect(judge(mother, "personal_number").level).toBe("none");
  });

  it("speaks against a service that a person's number wants to be ordered by a paid message", () => {
    const order = "Dang ky ngay dich vu bao cuoc goi nho, soan: DV MCA gui 9084";
    expect(judge(order, "personal_number").level).toBe("warn");
    expect(judge(order, "brandname").level).toBe("none");
  });
});

describe("how a message is written", () => {
  it("shows no disguise in its addresses, in blanks left out after a sentence, or in English", () => {
    for (const text of [
      "Clip hay lam https://www.youtube.com/watch?v=abc",
      "Chuc em vui ve.manh khoe nhe",
      "Don't share this code with others, it's yours",
    ]) {
      expect(readMessage(text).noise, text).toBe(0);
    }
    expect(readMessage("n.a.p d.a.u t.a.n.g 88k").noise).toBeGreaterThan(0);
  });

  it("is not told to ask for a code that it gives", () => {
    const text = "Nhap ma OTP 482913 de xac thuc dang nhap";
    expect(wordingOf(readMessage(text).words.join(" "))).not.toContain("ask-otp");
  });

  it("hides where a link leads also behind a search for a host", () => {
    const text = "https://www.google.com/search?q=abcwin99.com nhan ngay 188k nap dau";
    expect(judge(text, "personal_number").level).toBe("warn");
  });
});

describe("any text at all", () => {
  it("is answered without an error", () => {
    fc.assert(
      fc.property(anyText({ maxLength: 300 }), (text) => {
        expect(["none", "warn", "block"]).toContain(judge(text, null).level);
      }),
    );
  });

  it("may be a megabyte of anything: work is bounded", () => {
    for (const piece of [
      "a",
      "a.",
      "http://",
      "😀",
      "\ud800",
      "e\u0301",
      "0 9 1 ",
      "-",
      "// a -",
      "点",
      "[.]",
      "Привет ",
      "สวัสดี",
      "こんにちは",
      "مرحبا ",
    ]) {
      const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
      expect(judge(text, null).level, piece).toBe("none");
    }
  });

  it("cannot hide its address behind a long beginning", () => {
    const text = `${"xin chao ".repeat(10_000)} https://vietcombank-xacthuc.top`;
    expect(judge(text, null).level).toBe("warn");
  });
});

describe("the model file", () => {
  it("is refused with a part missing or another number of weights", () => {
    expect(() => openMessageModel({ ...modelFile, weights: "AAAA" })).toThrow("3 weights");
    expect(() => openMessageModel({ ...modelFile, known: undefined })).toThrow("message model");
  });

  it("carries the rates it was measured at, and is small", () => {
    for (const measured of [modelFile.known, modelFile.unknown]) {
      expect(measured).toMatchObject({ recall: expect.any(Number) });
      expect((measured as { falseAlarms: number }).falseAlarms).toBeLessThanOrEqual(0.01);
    }
    expect(readFileSync(FILE).length).toBeLessThan(30_000);
  });
});
