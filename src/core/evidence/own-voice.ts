import { foldText } from "../lookalike/fold.ts";
import type { PageFacts } from "./page-facts.ts";

/** A heading above what others do or say: "4 dấu hiệu lừa đảo", "Cảnh giác", "Đọc nhiều"; or above conditions of use. */
const OF_OTHERS =
  /^(?:tin |bài viết |đọc |xem )(?:nhiều|liên quan|mới|khác|thêm|nổi bật)|^có thể bạn quan tâm|^(?:chính sách (?:bảo|quyền|đổi|vận|thanh|cookie)|điều khoản (?:sử|dịch|chung|và)|privacy|terms)|dấu hiệu|thủ đoạn|chiêu (?:trò|lừa)|cảnh giác|cảnh báo (?:lừa|giả|thủ)|nhận biết|phòng (?:tránh|ngừa)|kịch bản/u;
/** A sentence about what those who cheat do. */
const ABOUT_OTHERS =
  /(?:kẻ (?:gian|xấu|lừa đảo)|đối tượng|bọn chúng|chúng|nhóm lừa đảo) (?:\p{L}{1,20} ){0,2}(?:sẽ|thường|giả|mạo|gửi|gọi|yêu cầu|dụ|lừa|tự xưng|dùng|lập|tạo|đăng|hứa|bắt|nhắn|chiếm|lợi dụng|đòi|đánh cắp)(?!\p{L})|(?<!\p{L})(?:họ|nó|bên (?:đó|kia|ấy)|chúng nó|người ta|có (?:người|số lạ)) (?:bảo|nói|yêu cầu|hứa|bắt|đòi|gọi|gửi|nhắn|kêu|dụ)(?!\p{L})|thủ đoạn|chiêu (?:trò|lừa)|mạo danh|giả danh|giả mạo|tự xưng|(?:đều|đó|đây|này) là (?:trang |hành vi |dấu hiệu )?lừa|là giả(?!\p{L})|cảnh giác|đề phòng|lừa đảo lần|trang (?:giả|lừa)|tin nhắn (?:giả|lừa)|scammers?\b|fraudsters?\b|phishing/u;
/** What reports say of third persons; a page that threatens speaks to its reader. */
const REPORT =
  /khuyến cáo|triệt phá|nhóm này|khởi tố vụ án|nạn nhân (?:chị|anh|ông|bà|\p{L}\.)|(?:công an|cơ quan điều tra|ông|bà|đại diện [^.]{2,40}) cho (?:biết|hay)|theo (?:điều tra|cơ quan công an|công an)|vừa (?:bắt|khởi tố|bị bắt)/gu;
const LEAST_REPORTS = 2;
/** From so many characters on a line is a report's prose. */
const PROSE = 80;
/** "Bắt nhóm giả nhân viên điện lực, 6 giờ trước": a teaser of an article, or somebody's comment. */
const TEASER = /\d\s*(?:phút|giờ|ngày|tuần|minutes?|hours?|days?) (?:trước|ago)\W*$/;
/** From so many on they are a newspaper's or a forum's; fewer may be comments that a page has made up to lure. */
const LEAST_TEASERS = 8;
/** A clause that says what is not asked or done; "nếu không nộp" threatens. */
const DENIED =
  /(?<!nếu[^.;!?]{0,30}|thành công,? )(?:không(?: bao giờ| hề)?|chưa bao giờ|chẳng|đừng|never|do not|don't|does not) (?:\p{L}{1,20} ){0,2}?(?:(?:đóng|nộp|trả|mất|tốn|chuyển) (?:\p{L}{1,20} )?(?:phí|cọc|tiền)|thu|yêu cầu|đòi|hỏi|lấy|hứa|cam kết|bắt|bán|cho vay|xin|giữ hộ|nhận tiền|gọi điện|gửi (?:link|đường|tin|otp|mã|mật)|nhắn tin|cung cấp|nhập|bấm|chuyển tiền|chuyển khoản|đại diện|ask|require|request|charge)(?!\p{L})[^.;!?\n]{0,600}/gu;
const QUOTED = /[“"«][^“”"«»\n]{12,400}[”"»]/g;

/**
 * What a page says in its own voice: without quotations, without what it says of those who cheat, and without what it says
 * that it does not ask. Kits write to be read as they are; those who warn of them quote.
 *
 * @param headings as they stand among the lines of the text
 */
export function ownVoice({ text, headings }: Pick<PageFacts, "text" | "headings">): string {
  const isReport = new Set(text.toLowerCase().match(REPORT)).size >= LEAST_REPORTS;
  const lines = text.normalize("NFC").split("\n");
  const untimed = (line: string) => line.replace(TEASER, "").trim();
  const teasers = new Set(lines.filter((line) => TEASER.test(line)).map(untimed));
  const titles = new Set(headings.map((heading) => plain(heading)));
  const spoken: string[] = [];
  let isOthers = false;
  for (const line of lines) {
    if (teasers.size >= LEAST_TEASERS && teasers.has(untimed(line))) continue;
    const lower = line.toLowerCase();
    if (titles.has(plain(line))) isOthers = OF_OTHERS.test(lower);
    if (!isOthers && !(isReport && line.length >= PROSE)) spoken.push(lower);
  }
  return spoken
    .join("\n")
    .replace(QUOTED, (quote) => (quote.split(" ").length > 3 ? " … " : quote))
    .split(/\n|(?<=[.!?])\s/)
    .filter((sentence) => !ABOUT_OTHERS.test(sentence))
    .join("\n")
    .replace(DENIED, " ");
}

function plain(text: string): string {
  return foldText(text).replace(/\s+/g, " ").trim();
}
