/**
 * How people write banks and wallets beside an account, folded and without blanks. Names in the sense of the brands
 * artifact; what is there as an alias for host names ("vcb") stands here as people say it.
 */
const NAMES: Readonly<Record<string, string>> = {
  Vietcombank: "vietcombank vietcom vcb nganhangngoaithuong",
  VietinBank: "vietinbank vietin vtb ctg nganhangcongthuong",
  BIDV: "bidv nganhangdautuvaphattrien nganhangdautu",
  Agribank: "agribank agri vbard nganhangnongnghiep",
  Techcombank: "techcombank techcom tcb nganhangkythuong",
  "MB Bank": "mb mbbank nganhangquandoi",
  VPBank: "vpbank vpb nganhangvietnamthinhvuong",
  ACB: "acb nganhangachau",
  Sacombank: "sacombank sacom stb nganhangsaigonthuongtin",
  HDBank: "hdbank hdb",
  VIB: "vib nganhangquocte",
  TPBank: "tpbank tpb tienphongbank nganhangtienphong",
  SHB: "shb nganhangsaigonhanoi",
  SeABank: "seabank nganhangdongnama",
  OCB: "ocb nganhangphuongdong",
  MSB: "msb maritimebank nganhanghanghai",
  LPBank: "lpbank lpb lienvietpostbank nganhanglocphat",
  Eximbank: "eximbank exim nganhangxuatnhapkhau",
  "Nam A Bank": "namabank nganhangnama",
  ABBANK: "abbank nganhanganbinh",
  "Bac A Bank": "bacabank nganhangbaca",
  PVcomBank: "pvcombank pvcom nganhangdaichung",
  SCB: "scb nganhangsaigon",
  VietBank: "vietbank nganhangvietnamthuongtin",
  KienlongBank: "kienlongbank kienlong nganhangkienlong",
  SaigonBank: "saigonbank nganhangsaigoncongthuong",
  "BaoViet Bank": "baovietbank nganhangbaoviet",
  VietABank: "vietabank nganhangvieta",
  NCB: "ncb nganhangquocdan",
  PGBank: "pgbank",
  "BVBank (Bản Việt)": "bvbank vietcapitalbank nganhangbanviet",
  "Vikki Bank (ex Đông Á)": "vikkibank vikki dongabank nganhangdonga",
  "MBV (ex OceanBank)": "mbv oceanbank",
  GPBank: "gpbank",
  "Ngân hàng Chính sách xã hội (VBSP)": "vbsp nganhangchinhsach nganhangchinhsachxahoi",
  "Co-opBank": "coopbank",
  "Shinhan Bank VN": "shinhan shinhanbank",
  "Woori Bank VN": "woori wooribank",
  "HSBC VN": "hsbc",
  "UOB VN": "uob",
  Timo: "timo",
  "Cake by VPBank": "cake cakebyvpbank",
  Ubank: "ubank",
  MoMo: "momo",
  ZaloPay: "zalopay",
  ShopeePay: "shopeepay",
  "Viettel Money": "viettelmoney viettelpay",
  "VNPT Money": "vnptmoney vnptpay",
};

const BY_NAME: ReadonlyMap<string, string> = new Map(
  Object.entries(NAMES).flatMap(([brand, names]) =>
    names.split(" ").map((name): [string, string] => [name, brand]),
  ),
);

/** Banks and wallets that are known by a name here, as the brands artifact calls them. */
export const NAMED_BANKS: readonly string[] = Object.keys(NAMES);

/**
 * The bank or wallet that goes by a name, or null.
 *
 * @param folded in letters of ASCII; blanks count for nothing: "mb bank", "ngan hang a chau"
 */
export function bankNamed(folded: string): string | null {
  return BY_NAME.get(folded.replaceAll(" ", "")) ?? null;
}
