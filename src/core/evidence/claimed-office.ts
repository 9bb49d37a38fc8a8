import { foldText } from "../lookalike/fold.ts";
import { type ClaimPlace, type Identity, strengthOf } from "./claim.ts";
import type { PageFacts } from "./page-facts.ts";
import { phrases } from "./phrases.ts";

/**
 * Offices of the state that the brands do not list. In a head, a title or a seal they say who speaks; such pages stand
 * under .gov.vn (Decree on names of state offices), which is never judged.
 */
const AUTHORITY = phrases([
  // "Câu lạc bộ Tài chính" is no ministry.
  "(?<!lac )(bo|van phong bo) (cong an|tai chinh|tu phap|y te|cong thuong|quoc phong|noi vu|xay dung|ngoai giao|thong tin va truyen thong|khoa hoc va cong nghe|giao duc|lao dong|tai nguyen|nong nghiep|van hoa|giao thong)",
  "(?<!bao )cong an (tinh|thanh pho|tp|nhan dan|huyen|quan|xa|phuong)",
  "co quan (canh sat )?(dieu tra|an ninh dieu tra)",
  "(phong |cuc )?(canh sat|csgt) (giao thong|hinh su|kinh te|qlhc|quan ly|dieu tra|phong chong|bao ve)",
  "vien kiem sat( nhan dan)?( toi cao)?",
  "toa an( nhan dan)?( toi cao| tinh| thanh pho)?",
  "tong cuc [a-z]{1,20}",
  "cuc (thue|canh sat|csgt|an toan thong tin|an ninh|an ninh mang|vien thong|hang khong|hai quan|quan ly|dang kiem|thi hanh an|viec lam|so huu tri tue|quan ly canh tranh|phong chong)",
  "chi cuc (thue|hai quan|thi hanh an)",
  "(thue|hai quan) (viet nam|tinh [a-z]{1,20}|thanh pho [a-z]{1,20}|co so [a-z0-9]{1,20})",
  "ngan hang nha nuoc",
  "kho bac nha nuoc",
  "bao hiem (xa hoi( viet nam)?|that nghiep)",
  "(uy ban nhan dan|ubnd)",
  "van phong (chinh phu|dang ky dat dai)",
  "(cong|he thong) (dich vu cong|thong tin dien tu chinh phu)",
  "dinh danh dien tu",
  "thanh tra (chinh phu|bo)",
  "so (thong tin|lao dong|y te|tu phap|tai nguyen|giao duc|nong nghiep|ngoai vu)",
  "(trung tam du lieu|co so du lieu) quoc gia",
  "trung tam (phuc vu )?hanh chinh cong",
  "(uy ban|so giao dich) chung khoan",
  "(tong cong ty|tap doan|cong ty) dien luc",
  "(bo tu lenh|bo chi huy) [a-z]{1,20}",
  "(dai su quan|lanh su quan|interpol|lien hop quoc)",
]);

const MOST_BESIDE = 12;
/** "Cục Thuế – Bộ Tài chính", "Bộ Công an. Cơ quan cảnh sát điều tra": an office under the one above it. */
const MOST_BETWEEN = 3;
/** What stands under offices as well and is none: schools, hospitals, the press. */
const UNDER_OFFICES =
  /\b(?:(?<!thi |moi )truong|phong (?:gd|giao duc)|trung tam|tram|vien|bao|tap chi|hoi|cong doan|doan|clb|cau lac bo)\b/;

/** Who names the office above in the same breath: "Trường THPT Nguyễn Du. Sở Giáo dục và Đào tạo". */
const INSTITUTION =
  /\b(?:thpt|thcs|tieu hoc|mam non|dai hoc|cao dang|hoc vien|benh vien|thu vien|tram y te)\b/;

/** Whether a head begins with an office and the one above or below it, as only their own heads do. */
function isOfficesHead(folded: string, hits: readonly RegExpExecArray[]): boolean {
  const [first, second] = hits;
  if (first === undefined || second === undefined || first.index > MOST_BETWEEN) return false;
  const end = first.index + first[0].length;
  const rest = folded.slice(0, second.index) + folded.slice(second.index + second[0].length);
  return second.index - end <= MOST_BETWEEN && !UNDER_OFFICES.test(rest);
}

/** "Đã thông báo Bộ Công Thương", "Giấy phép số … do Sở … cấp": an office that a site answers to. */
const ANSWERS_TO =
  /(?:thong bao|dang ky|giay phep|giay chung nhan|gpkd|gcn|\bgp\b|\bmst\b|\bmsdn\b|ma so|quyet dinh|cap phep|duoc cap|chung nhan|\bdo|theo|bao cao|noi cap)/;

/** What offices do: beside a picture or a link, "Cục Thuế cảnh báo giả mạo eTax Mobile" is no seal. */
const HEADLINE =
  /(?<!\p{L})(?:cảnh báo|khuyến cáo|lưu ý|khởi tố|bắt|triệt phá|truy tìm|xử phạt|thông tin về|nói gì|nói về|lên tiếng|đề nghị|đề xuất|yêu cầu|hướng dẫn|tổ chức|công bố|ban hành|phối hợp|ra quân|vào cuộc|điều tra vụ|làm việc|cho biết|kêu gọi)(?!\p{L})/iu;

/** Whether what stands before an office's name makes it the one that registered the site. */
function isNotice(folded: string, at: number): boolean {
  const before = folded.slice(Math.max(0, at - 90), at);
  return ANSWERS_TO.test(before.split(/[.©|]/).at(-1) ?? "");
}

/** The office of the state whose name the page bears; null if none. */
export function claimedOffice(facts: PageFacts): Identity | null {
  const places = new Set<ClaimPlace>();
  let name = "";
  const look = (text: string, place: ClaimPlace, longest: number) => {
    const folded = foldText(text).replace(/\s+/g, " ");
    const hits = [...folded.matchAll(AUTHORITY)];
    const hit = hits.find(
      ({ index }) => (place !== "logo" && place !== "closing") || !isNotice(folded, index),
    );
    // An office's own head is short; a headline about it is a sentence.
    if (hit === undefined || folded.length > longest || INSTITUTION.test(folded)) return;
    // Nothing beside the office's name: the page bears it.
    const isAlone =
      folded.length - hit[0].length <= MOST_BESIDE ||
      (place === "banner" && isOfficesHead(folded, hits));
    const alone: Partial<Record<ClaimPlace, ClaimPlace>> = {
      "title-mention": "title",
      banner: "logo",
    };
    places.add((isAlone ? alone[place] : undefined) ?? place);
    if (name === "") name = officeAsWritten(text, hit.index, hit[0].length);
  };
  look(facts.banner, "banner", 120);
  for (const part of facts.title.split(/\s[-–—|·:]\s|[|–—:]/)) look(part, "title-mention", 60);
  look(facts.closing, "closing", 160);
  for (const { text, linksTo, inFoot } of facts.marks) {
    // A seal in the foot, or one that leads to the office itself, is not the site's own.
    if (inFoot === true || /(?:^|\.)gov\.vn$/.test(linksTo)) continue;
    look(text, HEADLINE.test(text.normalize("NFC")) ? "heading" : "logo", 80);
  }
  for (const heading of facts.headings.slice(0, 4)) look(heading, "heading", 60);
  if (places.size === 0) return null;
  return { brand: null, name, places, strength: strengthOf(places) };
}

/** Folding keeps lengths in Vietnamese except for unseen characters: good enough to quote by, or the folded name. */
function officeAsWritten(text: string, from: number, length: number): string {
  const plain = text
    .normalize("NFC")
    .replace(/\p{Cf}/gu, "")
    .replace(/\s+/g, " ");
  return plain.slice(from, from + length).trim();
}
