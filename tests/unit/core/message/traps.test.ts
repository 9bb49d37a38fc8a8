import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createMessageJudge } from "../../../../src/core/message/judge-message.ts";
import { openMessageModel } from "../../../../src/core/message/message-model.ts";
import { TRAPS, type Trap } from "../../../../src/core/message/traps/trap.ts";
import { DEFAULT_POLICY } from "../../../../src/core/policy/policy.ts";
import { openKnowledge } from "../../../../src/core/verdict/knowledge.ts";
import { shippedBrands } from "../lookalike/shipped-brands.ts";
import { brandsFile } from "../verdict/knowledge-fixture.ts";

const FILE = new URL("../../../../src/content/message-model.json", import.meta.url);
const knowledge = openKnowledge([brandsFile(shippedBrands().all)], {
  feedVersion: 7,
  policy: DEFAULT_POLICY,
  overriddenUntil: () => null,
});
const judge = createMessageJudge(
  knowledge,
  openMessageModel(JSON.parse(readFileSync(FILE, "utf8"))),
);
/** A model that knows nothing: what is warned of is warned of by the rules. */
const byRules = createMessageJudge(knowledge, {
  threshold: { known: 2, unknown: 2 },
  probability: () => 0,
});

const CASES: Readonly<Record<Trap, { scam: string[]; honest: string[] }>> = {
  "tell-code": {
    scam: [
      "alo c ơi, e bên Mobifone, lát tổng đài nhắn dãy 6 số c đọc lại e liền nha để giữ sim",
      "Anh ơi em lỡ nhập nhầm số của anh, có mã 6 số vừa về máy anh, anh đọc giúp em với",
      "b ơi t đang đk lại zalo, nó gửi mã về sdt của b á, b nt lại cho t nha",
      "Hey, I sent my 6-digit code to your phone by mistake, can you send it to me please?",
    ],
    honest: [
      "Tuyệt đối đừng đọc mã OTP gửi về máy cho ai nha mẹ",
      "Em shipper Shopee, chị đọc giúp em mã nhận hàng gửi về máy với ạ",
      "Your verification code is 482913. Never share this code with anyone",
      "Anh chị nào chưa nhận mã số học viên thì nhắn em gửi lại nhé",
      "Please send me the code review before 5pm",
    ],
  },
  "forward-calls": {
    scam: [
      "Chị nhấn *21* rồi số 0900000000 và dấu thăng giúp em",
      "Để khắc phục lỗi mạng anh bấm **21*0900000000# rồi nhấn gọi giúp em",
      "Ban bam *62*0900000000# de khong bi khoa sim nhe",
    ],
    honest: ["Bấm ##21# để huỷ chuyển hướng cuộc gọi nhé bố", "Kiểm tra tài khoản thì bấm *101#"],
  },
  "card-details": {
    scam: [
      "Cho em xin số thẻ với ngày hết hạn, thêm mã bảo mật phía sau nữa là xong ạ",
      "Để huỷ phí thẻ tín dụng, anh cung cấp giúp em số thẻ, ngày hết hạn và 3 số mặt sau",
      "Chị chụp 2 mặt thẻ ATM gửi qua Zalo cho em để em làm thủ tục hoàn tiền nhé",
      "To receive your refund please send your card number, expiry date and the 3 digits on the back",
    ],
    honest: [
      "Mẹ gửi con ảnh mặt trước mặt sau thẻ BHYT để con đăng ký khám nhé",
      "Em gửi chị 2 mặt CCCD để chị làm hợp đồng lao động nhé",
    ],
  },
  "qr-secret": {
    scam: [
      "Chị quét mã QR này rồi nhập mật khẩu ngân hàng với OTP là tiền hoàn về liền",
      "Scan this QR code and enter your banking password to confirm the delivery",
    ],
    honest: [
      "Quét mã QR của shop để thanh toán 320k giúp em ạ",
      "Quét QR để vào wifi, mật khẩu là cafe1234",
      "Chị quét mã thanh toán rồi nhập mã PIN thẻ trên máy POS giúp em nhé",
    ],
  },
  "remote-control": {
    scam: [
      "Anh tải giúp em UltraViewer, đọc ID để em hoàn tiền vào tài khoản cho anh",
      "Please install AnyDesk so our agent can process your refund to your bank",
    ],
    honest: ["Anh mở Ultraviewer đọc ID cho em sửa máy in phòng nhân sự nhé"],
  },
  "hire-account": {
    scam: [
      "thu mua tk bank số lượng lớn giá cao, sv càng tốt, nhắn tele",
      "Cho mình mượn tài khoản nhận tiền hộ, mỗi giao dịch bạn giữ lại 5% hoa hồng",
      "Cần người đứng tên vay trả góp điện thoại, không phải trả, nhận ngay 2 triệu",
    ],
    honest: [
      "Em gửi tiền thuê nhà vào tài khoản ngân hàng của chị rồi nhé",
      "Con mở tài khoản ngân hàng rồi, mai con gửi số cho mẹ",
    ],
  },
  "pay-to-receive": {
    scam: [
      "Khoản vay 50tr đã được duyệt nhưng sai stk, anh ck 5tr để bên em chỉnh lại rồi giải ngân",
      "Học phí đóng dư được hoàn lại, phụ huynh nộp 500k xác minh tài khoản thì mới nhận hoàn nhé",
      "Lệnh rút 85 triệu của bạn cần nộp thuế thu nhập 10% trước, sau khi nộp tiền về ngay",
      "Hồ sơ vay của anh đã duyệt 100 triệu, anh đóng phí bảo hiểm 3 triệu là giải ngân trong 15 phút",
      "Ban duoc tang noi chien khong dau 0 dong, chi can thanh toan phi van chuyen 49k truoc",
      "You have won 500,000 USD in the lottery. Pay the 200 USD release fee to receive your prize",
    ],
    honest: [
      "Anh rút tiền ở cây ATM nhớ lấy thẻ nha",
      "Shop tặng chị móc khoá, phí ship 25k chị trả shipper khi nhận hàng nhé",
      "Chị chuyển cọc 300k giữ bàn tiệc giúp em, huỷ trước 1 ngày em hoàn cọc ạ",
    ],
  },
  "held-parcel": {
    scam: [
      "Anh gửi em quà sinh nhật từ London, mà hàng kẹt ở sân bay, họ đòi 15tr, em giúp anh trả nha",
      "Kien hang tu My gui ve cho ban dang giu tai san bay, ben trong co vang va usd, vui long dong thue 9tr de nhan",
      "Hộp quà anh gửi tặng em có dây chuyền vàng, hải quan yêu cầu đóng thuế 7 triệu mới cho lấy",
      "Hello dear, I am a US army general in Yemen, help me keep my box of gold, just pay the delivery fee",
    ],
    honest: [
      "Hàng chị order bên Mỹ về tới kho rồi, mai em gửi về, chị còn nợ 450k tiền hàng nha",
      "Anh về tới sân bay Nội Bài rồi, có mua quà cho em đó",
    ],
  },
  "sure-profit": {
    scam: [
      "Gửi 1tr nhận 1tr3 sau 1 ngày, cam kết có lãi, nhóm 500 người đang làm",
      "Nhóm đầu tư vàng cam kết lãi 15% mỗi tuần, lỗ bên em đền 100%, vào nhóm zalo nhận lệnh",
      "Em chơi sàn này 3 tháng lời gấp đôi, rút lúc nào cũng được, anh nạp thử 2tr coi",
      "Join our crypto group, guaranteed 5% daily profit, zero risk, deposit from 100 USD",
    ],
    honest: [
      "Quỹ mở không cam kết lợi nhuận, nhà đầu tư nên đọc kỹ bản cáo bạch",
      "Ngân hàng có gói tiết kiệm lãi 5,5%/năm, mẹ gửi không con?",
    ],
  },
  "money-back": {
    scam: [
      "Bị lừa tiền trên mạng đừng buồn, bên em có đội hacker lấy lại 100%, chỉ thu phí 10% trước. Ib em",
      "I lost 20k to a scam broker but this recovery expert got my money back, contact him on WhatsApp",
    ],
    honest: [
      "Mình bị lừa 5 triệu, đang nhờ ngân hàng lấy lại tiền mà lâu quá",
      "Không có dịch vụ nào lấy lại được tiền bị lừa đâu, đừng tin mấy bài đó nha",
    ],
  },
  "job-deposit": {
    scam: [
      "Mẹ bỉm rảnh làm bóc tách hạt điều tại nhà, lương 350k/ngày, đặt cọc hàng 500k",
      "Nhận xâu hạt vòng tại nhà, ship hàng tận nơi, cọc 200k tiền nguyên liệu, trả hàng hoàn cọc",
      "Nhiệm vụ tiếp theo bạn chuyển khoản 500k nhận về 650k sau 10 phút, làm đủ 3 đơn rút một lần",
      "Bé nhà mình đậu casting mẫu nhí rồi, ba mẹ đóng cọc trang phục 5 triệu, diễn xong hoàn lại",
    ],
    honest: [
      "Cần tuyển 2 bạn đóng gói hàng tại kho Bình Tân, lương 28k/giờ, trả tuần",
      "Đồng phục bóng đá mỗi người 180k, ai chưa đóng tiền thì ck cho Nam nha",
    ],
  },
  "pay-unseen": {
    scam: [
      "Phòng full đồ 2tr5 trung tâm Q1, muốn xem phòng cọc trước 500k giữ lịch, nhiều người hỏi lắm",
      "Pass gấp 2 vé concert giá chỉ bằng nửa giá gốc, ck full trước em gửi mã, nhiều người hỏi mua lắm",
    ],
    honest: [
      "Xem phòng xong ưng thì cọc 1 tháng nhé em, phòng 3tr5",
      "Pass lại 1 vé concert đúng giá gốc, gặp trực tiếp giao vé lấy tiền",
    ],
  },
  "dating-fee": {
    scam: ["Anh đóng cọc đảm bảo an toàn 2tr thì mới sắp xếp gặp gái được ạ"],
    honest: [
      "CLB cầu lông thông báo phí thành viên quý này 300k, đóng cho anh Hùng",
      "Anh muốn gặp em chiều nay ở quán cũ được không",
    ],
  },
  "job-abroad": {
    scam: [
      "Tuyển gấp nhân viên đánh máy casino Campuchia lương 20tr, bao ăn ở, xe đón tận nhà",
      "Easy job in Cambodia, typing only, 1500 USD salary, free flight and visa, no experience",
    ],
    honest: [
      "Tour Campuchia 3 ngày 2 đêm bao ăn ở vé xe 2tr9, đi không chị",
      "Sang tuần anh sang Phnom Penh công tác 3 ngày",
    ],
  },
  "secret-transfer": {
    scam: [
      "Em chuyển khoản thanh toán hợp đồng cho đối tác 120tr, chuyện này giữ kín nhé, sếp sẽ giải thích sau",
      "Are you free? I'm in a meeting. I need you to buy 5 gift cards for a client, keep this between us",
    ],
    honest: [
      "Mỗi người ck 100k quà sinh nhật sếp, đừng nói cho sếp biết nha bất ngờ á",
      "Em chuyển khoản 35 triệu tiền hàng cho đối tác theo hợp đồng giúp chị, chứng từ chị để trên bàn",
    ],
  },
  "new-account": {
    scam: [
      "Do tài khoản cũ đang kiểm toán, vui lòng thanh toán lô hàng vào tài khoản mới bên dưới",
      "Our bank account has changed. Kindly send the invoice payment to the new account and do not call, our phones are down",
    ],
    honest: [
      "Công ty em đổi tài khoản sang Techcombank, có công văn kèm theo, anh gọi em xác nhận trước khi chuyển nhé",
    ],
  },
  "wrong-transfer": {
    scam: [
      "Tôi chuyển nhầm 15tr vào tài khoản anh, anh hoàn lại ngay vào STK này không tôi báo công an anh chiếm giữ tài sản",
      "Dạ em shipper gửi lộn stk, số đó là tài khoản hội viên, chị mà chuyển là mỗi tháng bị trừ 3tr5, chị bấm vào link huỷ giúp em",
    ],
    honest: [
      "Chị ơi em chuyển nhầm 200k vào tk chị, khi nào rảnh chị chuyển lại giúp em vào tk cũ nha",
      "Em gửi lộn file, chị tải lại file mới giúp em",
    ],
  },
  "bulk-order": {
    scam: [
      "Anh ở trung đoàn đặt quán 150 suất cơm, nhờ chị mua giúp thêm 20 thùng sữa bên đại lý này, chị ứng trước anh thanh toán luôn thể",
    ],
    honest: ["Quán ơi đặt 30 suất cơm trưa mai, em qua lấy rồi trả tiền mặt nhé"],
  },
  blackmail: {
    scam: [
      "Con mày đang ở trong tay tao, chuẩn bị 500 triệu, báo công an là không gặp lại con",
      "Không trả nợ hôm nay chúng tôi ghép ảnh gia đình anh đăng khắp facebook và gửi cơ quan",
      "I recorded you through your webcam. Pay 1000 USD in Bitcoin within 48 hours or I send the video to all your contacts",
    ],
    honest: [
      "Em gửi hình cưới cho gia đình rồi nhé, anh chuyển nốt 5tr trước chủ nhật giúp em",
      "Đừng đăng hình con lên facebook nha mẹ, con ngại",
    ],
  },
  "cut-off-alone": {
    scam: [
      "Đây là cơ quan điều tra, bác giữ máy, không được kể với ai kể cả con, chuyển tiền vào tài khoản tạm giữ để kiểm tra",
      "This is officer Tran, there is a warrant for you. Do not hang up or tell anyone, transfer the money for inspection",
    ],
    honest: ["Công an phường mời bác ra làm căn cước sáng thứ 3 ạ"],
  },
  "false-staff": {
    scam: [
      "Trường thông báo con bạn đỗ học bổng, đóng 5tr giữ suất vào tài khoản cô thư ký trước 17h hôm nay",
      "Em là cán bộ thuế quận, hộ mình nợ thuế môn bài, anh nộp vào stk cá nhân của em cho nhanh kẻo bị phạt",
      "Cháu bên điện lực, nhà bác nợ 1 kỳ, bác chuyển khoản cho cháu 850k trong chiều nay không là cắt điện",
      "Cổng thanh toán của trường đang lỗi, phụ huynh nộp học phí vào tài khoản cá nhân kế toán trong hôm nay để giữ chỗ",
    ],
    honest: [
      "Phụ huynh đóng quỹ lớp 200k vào tài khoản cô Lan thủ quỹ trước 5/10 nhé",
      "Cán bộ thuế hẹn chị mang sổ sách lên chi cục sáng mai, nộp thuế thì qua eTax nhé",
    ],
  },
  "cursed-charity": {
    scam: [
      "Gửi công đức 199k cho thầy, nhà chị có vong theo, không làm lễ sẽ gặp đại nạn",
      "Chuyển 99k công đức vào số này, ai thấy mà bỏ qua sẽ gặp tai hoạ cả năm",
    ],
    honest: ["Chùa tổ chức lễ cầu an rằm tháng giêng, phật tử công đức tuỳ tâm tại chùa"],
  },
};

describe.each(TRAPS)("the trap %s", (trap) => {
  const { scam, honest } = CASES[trap];

  it.each(scam)("is known without any model, and told: %s", (text) => {
    const { level, reasons } = byRules(text, null);
    expect(level).toBe("warn");
    expect(reasons).toContainEqual({ code: "wording", wording: trap });
  });

  it.each(honest)("has an honest twin that is left alone: %s", (text) => {
    expect(byRules(text, null).level).toBe("none");
    expect(judge(text, null).level).toBe("none");
    expect(judge(text, "personal_number").level).toBe("none");
  });
});

describe("somebody who begs in another's name", () => {
  it.each([
    "Bạn ơi app ngân hàng mình lỗi không chuyển được, cho mình mượn 3tr chuyển vào stk này giúp, chiều mình trả liền",
    "Ê cho t vay 10 củ, app t đang bảo trì, bank thẳng vào 0900000000 mb nhé, mai t gửi lại luôn",
    "Mẹ ơi con nè, điện thoại con rớt nước hư rồi, đây là số mới. Mẹ chuyển học phí 8tr vào tài khoản này cho con nha",
    "Hi mum, my phone is broken, this is my new number. Can you pay a bill for me today?",
  ])("is told apart by what makes him hard to reach: %s", (text) => {
    expect(byRules(text, null)).toMatchObject({ level: "warn", form: "social-account-takeover" });
    expect(byRules(text, null).reasons).toContainEqual({ code: "plea" });
  });

  it.each([
    "Cho mình mượn 500k tới thứ 2 có lương trả nha, ck vào số cũ ấy",
    "Mẹ ơi con đổi số mới rồi, mẹ lưu số này nhé",
    "App ngân hàng đang bảo trì, lát em chuyển tiền hàng cho chị sau nha",
    "Hi mum, I got a new phone, same number. See you on Sunday",
    "(TB) Huong ung ngay chuyen doi so, tang 50% khi nap tien vao tai khoan. Tran trong",
  ])("has honest twins: %s", (text) => {
    expect(judge(text, null).level).toBe("none");
  });
});

describe("who tells of a trap", () => {
  it.each([
    "Hôm qua có đứa gọi bảo trúng xe SH phải đóng phí hồ sơ trước để nhận xe, lừa đảo đó, coi chừng nha",
    "Đừng tin mấy tin nhắn cam kết lãi 20% mỗi ngày trong nhóm zalo, bạn em nạp 200 triệu mất hết rồi",
  ])("sets none: %s", (text) => {
    expect(judge(text, null).level).toBe("none");
  });
});

describe("what the model may not warn of alone", () => {
  it.each([
    "Phòng 305: tiền phòng 3tr, điện 320k, nước 80k, tổng 3tr4, em ck vào stk 0900000000 Agribank trước mùng 5 nhé",
    "Sân bóng tối nay 600k chia 12 người mỗi người 50k, ck cho Long 0900000000 MB nha",
    "Lớp kỹ năng thu học phí 1tr2/khóa, chuyển khoản tài khoản trung tâm 0900000000 Vietcombank, nội dung họ tên bé",
    "HDBank: Khoan vay cua Quy khach den han ngay 25/03, vui long duy tri so du tai TK 0900000000 de trich no",
    "[QC] Hasaki giam 30% my pham, nhap ma HAS30 tai hasaki.vn. Tu choi soan TC gui 8100",
    "Học phí kỳ 2 là 12 triệu, em nộp trước 15/9 để nhận thẻ sinh viên",
    "Ngân hàng giải ngân rồi, chiều anh qua ký hợp đồng mua nhà nhé",
    "Ai trúng giải nhất bốc thăm tất niên là chị Hoa phòng kế toán nha, lên nhận quà",
    "Luật sư Hùng tư vấn đòi nợ hợp đồng cho công ty mình, hẹn 2h chiều thứ 4",
  ])("is everyday life: %s", (text) => {
    expect(judge(text, null).level).toBe("none");
  });
});
