/**
 * Syllables and words that name what is offered, not who offers it: hosts and titles of scams and of honest sites are
 * made of them alike. From the hosts of the Vietnamese blocklists and the forms of scam.
 */
const COMMON = `
the and com net org www app web site page online shop store mobile portal group global world international service
center support help care update verify secure login account official express cargo post gift lucky win bonus event promo
free vip pro plus top new hot crypto coin exchange trade invest capital fund finance loan credit job task work mart bank
pay wallet card claim reward token viet nam vietnam vn dang nhap ky ngan hang cong ty tin tuc trang chu dich vu tra cuu
xac thuc minh nhan tien qua tang khuyen mai binh chon vay gia mien phi hoan thue phat nguoi dien thoai nang cap sim don
giao ho tro thanh toan tuyen dung viec lam combo thu hoi lua dao xo so kien thiet quoc te trung tam ho so he thong tiep
phan hoi cap nhat bao mat an toan tu dinh danh muc dan giai xu ly khieu nai bo phong ban chi nhanh van dai uy quyen
chinh hang re uu dai giam khach thong du lich ve may bay nuoc hoc truc tuyen tai chinh dau chung khoan vang bat san
nhiem vu thuong giai quay so kiem nhanh lo xe mo khoa the han moi ket noi quy tu thien gop ung sinh vien hoc sinh
ha noi sai gon hcm tphcm da nang nha trang phu quoc da lat sapa hue can tho ha long hai phong mien bac tay quy nhon vung
cskh dvc dvcqg tthc csgt gplx bhxh bhyt bhtn cccd cmnd cic tnhh ctcp otp kyc usd usdt nft id tv my me us uk go
canh bao khan cap loi may tinh virus windows ky thuat bao ve cuu
tau vi tra sau truoc huong khoan ngay hom nay trong cua va cho voi tai tu nam thang
`
  .trim()
  .split(/\s+/);
const COMMON_WORDS: ReadonlySet<string> = new Set(COMMON);

/** Whether a word, folded, is common; numbers are. */
export function isCommon(word: string): boolean {
  return COMMON_WORDS.has(word) || /^\d+$/.test(word);
}
