import type { Reply } from "./network.ts";
import { page } from "./replies.ts";

/** A log-in that bears a bank's name and nothing worse: warned of on any host but the bank's. */
export function loginPage({
  head = "",
  script = "",
  form = LOGIN,
}: {
  head?: string;
  script?: string;
  form?: string;
} = {}): Reply {
  const logo = '<img alt="Vietcombank" src="/vietcombank-logo.svg" width="160" height="40">';
  const run = script === "" ? "" : `<script>${script}</script>`;
  return page(
    "Vietcombank - Đăng nhập",
    `<header>${logo} Vietcombank Digibank</header><main>${form}</main><footer>© Vietcombank</footer>${run}`,
    head,
  );
}

/** The same with a threat and a one-time code: stopped. */
export function stealingPage(head = ""): Reply {
  return loginPage({
    head,
    form: `<p>Tài khoản Vietcombank của bạn sẽ bị khóa vĩnh viễn. Xác minh ngay trong vòng 24 giờ để tránh bị khóa!</p>
      <form action="/luu" method="post"><h2>Đăng nhập Vietcombank Digibank</h2>
      <label>Tên đăng nhập <input name="user"></label><label>Mật khẩu <input name="pass" type="password"></label>
      <label>Mã OTP <input name="otp"></label><button>Xác minh</button></form>`,
  });
}

export const LOGIN = `<form action="/luu" method="post"><h2>Đăng nhập Vietcombank Digibank</h2>
  <label>Tên đăng nhập <input name="user"></label><label>Mật khẩu <input name="pass" type="password"></label>
  <button>Đăng nhập</button></form>`;

/** An account of a private person, to be paid in advance, and an app past the stores; no borrowed name. */
export function prepayPage(): Reply {
  return page(
    "Combo Phú Quốc giá rẻ",
    `<p>Chỉ còn 6 suất, đóng lúc 22:00. Giữ chỗ bằng cách chuyển khoản trước 100%, không hoàn hủy, không xuất hóa đơn.</p>
    <p id="account">Techcombank – 0000 7531 2468 – PHAM NGOC ANH (kế toán)</p><button id="copy">Sao chép</button>
    <button id="icon" aria-label="Sao chép"><svg width="16" height="16"><rect width="9" height="9"/></svg></button>
    <p>Tư vấn Zalo: 0900 000 690</p><a id="app" href="/combo.apk">Tải ứng dụng</a>`,
  );
}

/** An alarm that fills the screen, makes noise, and asks before it is left. */
export function scarePage(): Reply {
  return page(
    "Cảnh báo bảo mật Windows",
    `<p>Máy tính của bạn đã bị nhiễm 5 virus. Không tắt máy. Gọi ngay hỗ trợ kỹ thuật 1900 0000.</p>
    <button id="full">Quét ngay</button>
    <script>full.onclick = () => document.documentElement.requestFullscreen(); onbeforeunload = () => "Ở lại";</script>`,
  );
}

/** An article that quotes scams word for word. */
export function articlePage(): Reply {
  const quote =
    "“Tài khoản Vietcombank của bạn sẽ bị khóa, hãy nhập mật khẩu và mã OTP trong 24 giờ”";
  return page(
    "Cảnh báo lừa đảo mạo danh Vietcombank",
    `<article><p>Ngày 3/11/2026, công an cho biết kẻ gian nhắn tin ${quote} rồi chiếm tiền. ${"Người dân cần bình tĩnh, không bấm vào đường link lạ và báo ngay cho ngân hàng. ".repeat(8)}</p></article>`,
  );
}
