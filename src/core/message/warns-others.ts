/** Said by those who have heard of a scam and tell of it; who robs says none of it. */
const WARNING =
  /\b(?:canh giac|coi chung|can than (?:voi|keo|nhe|nha|lua)|de phong|chieu (?:tro|lua|thuc)|thu doan|ke (?:gian|xau|lua)|(?:moi|vua|suyt|tung) bi (?:no |chung |tui no )?lua|bi lua (?:mat )?\d{1,15}|lua (?:day|do|dao day|dao do|dao nha|dao nhe)|toan lua|(?<!tin )dung (?:co |ai |voi )?(?:tin|mac bay|mac lua|lam theo)\b|khong bao gio (?:tu |yeu cau|goi|hoi|gui|doi|lam)|khong (?:goi dien|yeu cau (?:chuyen|cung cap|khach)|phat hanh tep|gui (?:tin nhan|link|duong dan|tep))|khong (?:co )?ai (?:phai nop|cam ket)|(?:tin nhan|website|trang web|link|cuoc goi|app|ung dung|thuong hieu|doi tuong) gia mao|gia mao (?:ngan hang|cong an|can bo|co quan|nhan vien|thuong hieu)|lat tay|trinh bao|chua bao gio yeu cau|la lua dao|mao danh|tuyen truyen|khuyen cao (?:nha|nguoi|khach|quy|ba con|moi|khong)|canh bao (?:lua|thu|chieu|gia|cac|ve|moi nguoi|ba con|nguoi dan|toi pham|hinh thuc|tinh trang)|scam alert|beware|(?:it s|is|its) a scam|never asks?|will never)\b/;

/** Whether a message tells its reader of a scam, so that the words of one in it are a quotation. */
export function warnsOthers(plain: string): boolean {
  return WARNING.test(plain);
}
