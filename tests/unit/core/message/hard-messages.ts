import type { Sender } from "../../../../src/core/message/features.ts";

/** A message written for this project, unlike those the model was trained on. */
interface HardMessage {
  about: string;
  sender: Sender;
  text: string;
}

/** Honest, though it holds what scams hold: links, codes, deadlines, sums, numbers to call. */
export const HONEST: readonly HardMessage[] = [
  {
    about: "a code to log in",
    sender: "brandname",
    text: "Ma OTP dang nhap VCB Digibank cua Quy khach la 604118, hieu luc 60 giay. Tuyet doi KHONG cung cap cho bat ky ai.",
  },
  {
    about: "a code to pay",
    sender: "brandname",
    text: "ACB: Ma xac thuc giao dich thanh toan 1.250.000 VND tai SHOPEE la 77120934. Neu khong phai Quy khach thuc hien, goi ngay 1900000000.",
  },
  {
    about: "a code from abroad",
    sender: "brandname",
    text: "WhatsApp code: 431-902. Don't share this code with others",
  },
  {
    about: "money that came in",
    sender: "brandname",
    text: "TPBank: 12/11/25 09:14 TK xxxx4501 PS +18.500.000VND. SD: 21.004.120VND. ND: LUONG THANG 10 2025",
  },
  {
    about: "money that went out at night",
    sender: "brandname",
    text: "BIDV 02:11 20/11/2025 TK 4510xxx889: -350,000VND. So du cuoi: 1,209,400VND. ND: thanh toan tien dien PE0100",
  },
  {
    about: "a card bill falling due",
    sender: "brandname",
    text: "Techcombank thong bao: sao ke the tin dung ky 10/2025 da san sang. Du no 4.210.500 VND, toi thieu 210.525 VND, han thanh toan 25/11. Xem tren ung dung Techcombank Mobile.",
  },
  {
    about: "a bank that warns",
    sender: "brandname",
    text: "VietinBank khuyen cao: Ngan hang KHONG gui link qua SMS, KHONG yeu cau cung cap mat khau, OTP. Khi nghi ngo, Quy khach lien he 1900000000.",
  },
  {
    about: "biometrics asked for by the bank, in its app",
    sender: "brandname",
    text: "Sacombank: Tu 01/01, Quy khach can cap nhat sinh trac hoc de chuyen tien truc tuyen. Vui long mo ung dung Sacombank Pay > Cai dat, hoac den diem giao dich gan nhat.",
  },
  {
    about: "a parcel on its way, to be paid",
    sender: "brandname",
    text: "GHN: Don hang GYX8 dang tren duong giao den ban. Tien thu ho 189.000d. Shipper Tuan 0900000000 se goi truoc khi giao.",
  },
  {
    about: "a courier at the gate",
    sender: "personal_number",
    text: "Em shipper Shopee, chị có đơn 245k em để bác bảo vệ nhé, chị chuyển khoản giúp em số này ạ",
  },
  {
    about: "a parcel to be tracked at the carrier's own address",
    sender: "brandname",
    text: "Buu pham EB123456789VN cua Quy khach dang o buu cuc Cau Giay. Tra cuu tai https://vnpost.vn. LH 1900000000.",
  },
  {
    about: "a parcel that came back",
    sender: "brandname",
    text: "J&T Express: don DH0001 giao khong thanh cong do khong lien lac duoc. Buu ta se giao lai vao ngay mai. Hotline 19000000",
  },
  {
    about: "a school's meeting",
    sender: "brandname",
    text: "Truong TH Le Loi: Kinh moi PHHS lop 3A den hop phu huynh luc 8h00 Chu nhat 16/11 tai phong hoc cua con. Tran trong.",
  },
  {
    about: "school fees",
    sender: "brandname",
    text: "Truong THCS Nguyen Trai thong bao hoc phi thang 11 cua em Minh lop 7B la 1.850.000d, han nop 20/11. PH nop tai phong ke toan hoac chuyen khoan theo phieu bao.",
  },
  {
    about: "a teacher in the parents' group",
    sender: "personal_number",
    text: "Kính gửi phụ huynh lớp 5C, sáng mai các con học thể dục, bố mẹ cho con mặc đồng phục và mang theo nước nhé ạ.",
  },
  {
    about: "a form the teacher made",
    sender: "personal_number",
    text: "Bố mẹ điền giúp cô phiếu đăng ký bán trú trước thứ 6 nhé: https://forms.gle/abcDEF12345",
  },
  {
    about: "a mother",
    sender: "personal_number",
    text: "Con ăn cơm chưa? Tối về mẹ nấu canh chua, nhớ mua giúp mẹ chai nước mắm",
  },
  {
    about: "a daughter who needs money for rent",
    sender: "personal_number",
    text: "Mẹ ơi tháng này con đóng tiền trọ 2tr5, mẹ gửi vào tài khoản cũ giúp con nha, con cảm ơn mẹ",
  },
  {
    about: "a friend who pays back",
    sender: "personal_number",
    text: "Mình chuyển khoản lại 300k tiền ăn hôm trước rồi nhé, bạn check giúp mình",
  },
  {
    about: "a friend with a video",
    sender: "personal_number",
    text: "Xem clip này hay lắm anh ơi https://www.youtube.com/watch?v=abc123XYZ00",
  },
  {
    about: "a colleague about work",
    sender: "personal_number",
    text: "Anh ơi chiều nay 14h họp công việc dự án ở phòng 302, anh nhớ mang hợp đồng, em gửi file qua mail rồi ạ",
  },
  {
    about: "a hospital's appointment",
    sender: "brandname",
    text: "BV Bach Mai: Lich tai kham cua ong Nguyen Van A vao 7h30 ngay 18/11/2025, phong 205 nha K1. Vui long mang theo the BHYT va CCCD.",
  },
  {
    about: "results of a test",
    sender: "brandname",
    text: "MEDLATEC: Ket qua xet nghiem cua ban da co. Xem ket qua tai https://medlatec.vn hoac goi 1900000000.",
  },
  {
    about: "a son in hospital",
    sender: "personal_number",
    text: "Chị ơi bé mổ xong rồi, đang nằm phòng hồi sức tầng 3, bác sĩ bảo mai cho về. Chị mang giúp em cái chăn",
  },
  {
    about: "the tax office's reminder",
    sender: "brandname",
    text: "Tong cuc Thue nhac: Han quyet toan thue TNCN nam 2025 la 31/03/2026. Nguoi nop thue thuc hien tai https://thuedientu.gdt.gov.vn hoac eTax Mobile.",
  },
  {
    about: "the power company's planned cut",
    sender: "brandname",
    text: "EVNHANOI: Ngung cung cap dien tu 7h00 den 11h00 ngay 22/11/2025 de bao tri luoi dien tai khu vuc quy khach. LH 19000000. Mong quy khach thong cam.",
  },
  {
    about: "a shop's seasonal offer",
    sender: "brandname",
    text: "(QC) Dien May Xanh: Black Friday giam den 50% tivi, tu lanh tu 28/11 den 30/11. Xem tai https://www.dienmayxanh.com. Tu choi soan TC gui 5757.",
  },
  {
    about: "a coffee chain's voucher",
    sender: "brandname",
    text: "(QC) Highlands Coffee tang ban voucher mua 1 tang 1 size L, ap dung 15-17/11 tai tat ca cua hang khi xuat trinh tin nhan. Tu choi soan TC gui 1313",
  },
  {
    about: "points at the pharmacy",
    sender: "brandname",
    text: "Pharmacity: Ban co 1.200 diem P-xu sap het han vao 30/11. Doi ngay tai quay hoac tren ung dung Pharmacity. Hotline 18000000 (mien phi).",
  },
  {
    about: "a ride",
    sender: "brandname",
    text: "Grab: Tai xe da den diem don. Bien so 29A-123.45, Toyota Vios mau bac. Vui long ra xe trong 5 phut.",
  },
];

/** Scams of the forms people are warned of, in words of our own. */
export const SCAM: readonly HardMessage[] = [
  {
    about: "a bank that locks",
    sender: "brandname",
    text: "Agribank: Phat hien giao dich la tren tai khoan cua Quy khach. Xac minh ngay tai https://agribank-baomat.cc de tranh bi tam khoa.",
  },
  {
    about: "points that lapse",
    sender: "brandname",
    text: "MB Bank thong bao Quy khach con 26.400 diem tich luy se bi huy trong hom nay. Doi qua tai mbbank.uu-dai24h.top",
  },
  {
    about: "a fee to be called off",
    sender: "brandname",
    text: "Goi bao hiem khoan vay da duoc kich hoat, phi 2.900.000d/thang se tru tu dong. De huy vui long dang nhap https://vpbank.huy-dv.icu",
  },
  {
    about: "a parcel without address",
    sender: "brandname",
    text: "VNPost: Buu kien cua ban bi giu tai kho do sai dia chi. Bo sung thong tin va dong phi 12.000d trong 24h: https://vnpost-vn.sbs/u",
  },
  {
    about: "a traffic fine",
    sender: "personal_number",
    text: "Phong CSGT thong bao phuong tien cua ban vi pham toc do ngay 10/11, chua nop phat. Tra cuu va nop phat tai csgt-phatnguoi.vip truoc khi bi cuong che.",
  },
  {
    about: "VNeID by a file",
    sender: "personal_number",
    text: "Tôi là cán bộ công an phường, tài khoản định danh của anh bị lỗi mức 2. Anh tải ứng dụng tại vneid-capnhat.com rồi nhập mã OTP gửi về để tôi xử lý ngay hôm nay.",
  },
  {
    about: "the power company's refund",
    sender: "personal_number",
    text: "EVN gui khach hang: hoa don thang truoc bi tinh thua 486.000d. Nhan hoan tien tai evn-hoantien.top, het han sau 24h.",
  },
  {
    about: "power to be cut",
    sender: "personal_number",
    text: "Dien luc thong bao: quy khach no tien dien, se bi cat dien trong 2 gio toi. Lien he nhan vien Zalo 0900000000 de xu ly gap.",
  },
  {
    about: "a SIM to be locked",
    sender: "personal_number",
    text: "Thue bao cua ban chua chuan hoa thong tin, se bi khoa 2 chieu sau 2h. Goi ngay 0900000000 hoac ket ban Zalo de duoc huong dan.",
  },
  {
    about: "a tax app",
    sender: "personal_number",
    text: "Chi cuc Thue thong bao ho kinh doanh cai dat ung dung khai thue moi tai http://gdt-etax.app-vn.cc, khong thuc hien truoc 17h se bi phat.",
  },
  {
    about: "an arrest",
    sender: "personal_number",
    text: "Co quan canh sat dieu tra thong bao anh/chi lien quan vu an rua tien. Yeu cau chuyen toan bo so du vao tai khoan an toan de kiem tra, khong duoc tiet lo cho ai. LH 0900000000",
  },
  {
    about: "likes for money",
    sender: "personal_number",
    text: "Bên em đang cần 50 bạn thả tim TikTok tại nhà, mỗi nhiệm vụ 20k, ngày kiếm 300-500k, rút tiền liền tay. Inbox Telegram t.me/viecnhe_88 nhận việc ngay ạ",
  },
  {
    about: "orders to fill",
    sender: "personal_number",
    text: "Shopee tuyển CTV xử lý đơn hàng online, hoa hồng 15-30% mỗi đơn, làm 30 phút/ngày thu nhập 8-12 triệu. Kết bạn Zalo 0900000000 gặp chị Hương.",
  },
  {
    about: "tips on shares",
    sender: "personal_number",
    text: "Nhóm VIP chứng khoán chia sẻ mã cổ phiếu sắp tăng trần, cam kết lãi 20% mỗi tuần, học phí 0 đồng. Vào nhóm Zalo: https://zalo.me/g/abcxyz123",
  },
  {
    about: "coins",
    sender: "personal_number",
    text: "Sàn giao dịch tiền số mới, nạp 10 triệu nhận lãi 3% mỗi ngày, rút bất cứ lúc nào, chuyên gia đọc lệnh miễn phí. Đăng ký: coinvn88.pro/abc",
  },
  {
    about: "a loan without papers",
    sender: "personal_number",
    text: "Vay nhanh 50tr khong the chap, no xau van vay duoc, giai ngan trong 15 phut chi can CCCD. Add Zalo 0900000000",
  },
  {
    about: "a loan at a price",
    sender: "personal_number",
    text: "Ho so vay 80.000.000d cua ban da duyet, vui long dong phi bao hiem 1.600.000d vao tai khoan cong ty de nhan giai ngan. LH zalo 0900000000",
  },
  {
    about: "a debt that is none",
    sender: "personal_number",
    text: "CANH BAO: Ong/ba dang no 12.400.000d qua han, neu khong thanh toan truoc 16h hom nay chung toi se gui hinh anh cho nguoi than va co quan, khoi kien toi lua dao. LH 0900000000",
  },
  {
    about: "a car that was won",
    sender: "personal_number",
    text: "Chúc mừng thuê bao của bạn đã trúng 1 xe SH 150i và 200 triệu đồng từ chương trình tri ân. Truy cập nhanqua-triankhachhang.com nhập mã 9988 để làm hồ sơ nhận giải.",
  },
  {
    about: "a gift from a shop",
    sender: "personal_number",
    text: "Điện Máy Xanh tri ân khách hàng may mắn tặng nồi chiên không dầu, chỉ cần đóng phí vận chuyển 199k. Kết bạn Zalo 0900000000 để nhận quà",
  },
  {
    about: "an allowance",
    sender: "brandname",
    text: "BHXH: Ban du dieu kien nhan tro cap that nghiep 3.600.000d. Vui long xac nhan tai www.bhxh-trocap.icu de nhan, qua han se huy.",
  },
  {
    about: "gambling in disguise",
    sender: "personal_number",
    text: "T.ang 8.8K cho t.hanh vie.n mo'i, na'p 100 nh@n 2OO, x0 so no hu ban ca rut 1 phut qx7.club/Ab3",
  },
  {
    about: "gambling, openly",
    sender: "personal_number",
    text: "Nhà cái uy tín số 1, đăng ký tặng 168k, hoàn trả 1.5% không giới hạn, nạp rút 24/7. Link vào: win79x.vip",
  },
  {
    about: "lottery numbers",
    sender: "personal_number",
    text: "Thầy cho số đề chuẩn 100% hôm nay, bạch thủ lô ăn chắc, trúng mới thu tiền. Liên hệ Zalo 0900000000",
  },
  {
    about: "company for the night",
    sender: "personal_number",
    text: "Em sv 19t xinh nguc khung can tim anh trai tam su dem nay, den tan noi. Ket ban zl 0900000000",
  },
  {
    about: "forged papers",
    sender: "personal_number",
    text: "Nhận làm bằng đại học, chứng chỉ tin học, bằng lái xe ô tô không cần thi, có hồ sơ gốc, giao hàng kiểm tra rồi trả tiền. Zalo 0900000000",
  },
  {
    about: "money got back",
    sender: "personal_number",
    text: "Văn phòng luật nhận thu hồi tiền bị lừa đảo qua mạng, hỗ trợ lấy lại 100%, chỉ thu phí khi thành công. Liên hệ Telegram t.me/luatsu_hotro",
  },
  {
    about: "a child in hospital",
    sender: "personal_number",
    text: "Con chị bị tai nạn đang cấp cứu, cần mổ gấp, chị chuyển ngay 30 triệu viện phí vào STK 0000000000 MB Bank để bác sĩ mổ kịp, không kịp là nguy hiểm",
  },
  {
    about: "a message box to be kept",
    sender: "personal_number",
    text: "Tài khoản Facebook của bạn vi phạm tiêu chuẩn cộng đồng và sẽ bị khóa vĩnh viễn trong 24 giờ. Kháng nghị tại https://meta-support-appeal.click/vn",
  },
  {
    about: "a vote",
    sender: "personal_number",
    text: "Bạn vào bình chọn giúp cháu mình thi vẽ nhé, đăng nhập zalo rồi bấm bình chọn số 15 là được: binhchon-thieunhi.online",
  },
];
