// Words of host names, folded. Compiled from what Vietnamese scam hosts are made of in general, not from single hosts.

/** What a scam asks or promises: beside a brand's name nobody but the brand has a reason to write it. */
const VIETNAMESE_BAIT =
  `dangnhap xacthuc xacminh xacnhan kichhoat capnhat nangcap nanghang hanmuc nanghanmuc mokhoa khoathe huythe
baomat an-toan antoan ruttien rut rutvi naptien nap napthe naptheo napgame doithe dothe chuyentien chuyenkhoan
nhantien nhanthuong hoantien hoanphi hoan trian tri khachhang quatang nhanqua qua tangqua tang lixi
trungthuong trunggiai vongquay vongquaymayman quay mayman sukien khuyenmai khuyenmaicuoinam uudai mienphi
thuong phanthuong hotro cskh hotrokhachhang chamsoc chamsockhachhang tongdai vay vayvon vaytien vaynhanh
vayonline vaytinchap tinchap tindung thetindung mothe phathanh giaingan tuyendung vieclam congtacvien ctv
nhiemvu hoahong kiemtien dautu tructuyen giaodich taikhoan thanhvien hoivien vidientu taiapp taiungdung cai
caidat muc2 dinhdanh tracuu phatnguoi nopphat tiendien thanhtoan hoadon hoanthue vanchuyen giaohang buukien
buupham donhang nhanhang binhchon baucu sinhnhat chuongtrinh tet noel tichdiem doidiem doiqua diemthuong
camket dangky lienket xoano thunhap taixiu chanle clmm cltx vaythechap thechap tinthuong quet quetthe acc khoa
mokhoataikhoan trochoi quatet sinhloi loinhuan lai nhanthe tratruoc tuvan kiemtra giahan hoanthe thuhoi tralai
chiaqua phatqua trao traoqua tangthuong svip vvip`
    .split(/\s+/)
    .filter((word) => word !== "");

/** The same in English, where honest tools and clients of worldwide brands use some of it. */
const ENGLISH_BAIT =
  `login signin logon verify verification active activate update unlock security secure otp smartotp ebank ibank
ibanking ebanking digibank internetbanking digitalbanking smartbanking netbank banking onlinebanking refund
account accounts member members membership wallet restore recover recovery claim airdrop connect kyc support
download apk tracking order event events bonus reward rewards gift gifts voucher register minigame hack
giftcode`
    .split(/\s+/)
    .filter((word) => word !== "");

/** Words that honest partners and shops write as readily. */
const FILLER =
  `vn vnn viet vietnam the com net org gov edu info online web www site home my m id one new now get go top best
hot vip pro plus max app apps mobile mobi store shop mall mart sale sales deal ads live club team group official chinhthuc
chinhhang quocgia quocte global asia world center centre trungtam service services dichvu cong portal page link game games
gaming play code help hub bank nganhang digital card credit finance fintech money cash loan loans fund invest investment
trade trading trader exchange fx forex coin crypto token pay payment payments the24h pos check info mail
24h 247 365 cn cty congty tap doan tapdoan daily chinhanh chi nhanh hn hcm sg hanoi saigon danang mb mien nam bac trung
va cua cho tai tu nhan thang ngay moi voi gia tot nhat viec lam ho tro khach hang mb
mini sieu vua choi trum cashback dich vu tin dung uu tien taichinh tieudung cham soc thanhpho he thong hethong nhanh vnd cl tx dangcap sieuthi canhan
mobilevn skin skins quan nick acc acount accgame ob kimcuong kc usa us sea asean sell seller buy`
    .split(/\s+/)
    .filter((word) => word !== "");

export const LOCAL_BAIT: ReadonlySet<string> = new Set(VIETNAMESE_BAIT);
export const BAIT_WORDS: ReadonlySet<string> = new Set([...VIETNAMESE_BAIT, ...ENGLISH_BAIT]);
export const KNOWN_WORDS: ReadonlySet<string> = new Set([...BAIT_WORDS, ...FILLER]);

/** The bait among words that stand side by side, also where its syllables are apart: "nang", "hang". */
export function baitIn(words: readonly string[]): string[] {
  const found: string[] = [];
  for (let from = 0; from < words.length; from++) {
    let joined = "";
    for (const word of words.slice(from, from + MOST_SYLLABLES)) {
      joined += word;
      if (BAIT_WORDS.has(joined)) found.push(joined);
    }
  }
  return found;
}
const MOST_SYLLABLES = 4;

/**
 * Names and aliases that are words, given names or common abbreviations as well, so that honest hosts hold them by
 * chance: they say something only beside bait.
 */
export const COMMON_NAMES: ReadonlySet<string> = new Set(
  `meta apple aliexpress messenger outlook amazon grab cake moca timo aeon lotte best visa grabfood ipay evisa office word
congan dienluc tiendien buudien vetau thanhnien tuoitre dantri longchau phatnguoi dinhdanhdientu bantviet banviet chinhphu quochoi
infina eximbank ntrust mservice gmail boyte soyte airpay mic cic ubank abbank cbbank vrbank dstock vnnic ymail ups visa steam
discord ledger ledgerlive kraken phantom zing tether line zoom adobe prudential manulife uniswap opensea 
samsung adidas ikea ebay alibaba temu shein walmart twitter yahoo linkedin viber dropbox agoda airbnb
openai unicef katinat tima tamo pubg lienminh usps concung 
hotmail onedrive indovinabank techcom bambooairways ghn npc cpc spc ais nca mps mof moj moh hsc mbs vps ssi woori
oceanbank publicbank citibank hongleong steam onepay smartpay google office365 roblox
xuatnhapcanh militarybank nguyenkim vietbank seabank saigonbank messenger starbucks highlands
payoo trustwallet western starbuckscoffee coopbank co-opbank chotot muaban vexere batdongsan baokim nhandan
telegram tuoitre kenh14
minecraft fortnite epicgames blizzard battlenet nintendo playstation xbox supercell clashofclans brawlstars hoyolab
hoyoverse mihoyo genshinimpact valorant nike zara slack notion stripe canva github zoho wechat decathlon uniqlo lotteria
mcdonalds pizzahut circlek tether skrill wetransfer cainiao royalmail sfexpress hasaki`
    .split(/\s+/)
    .filter((word) => word !== ""),
);

const GENERIC_END =
  /(?:bank|pay|card|securities|credit|finance|service|telecom|express|trust|money|shop|mart|post|coffee|wallet|vietnam|vn|airlines|airways|coin|news)$/;

/** A name without the words at its end that many houses have: what is left must tell the brand. */
export function withoutGenericEnd(name: string): string {
  const shorter = name.replace(GENERIC_END, "");
  return shorter === name ? name : withoutGenericEnd(shorter);
}

/** Sectors whose names stand in honest hosts of all countries: sites about them, clients for them. */
export const WORLDWIDE: ReadonlySet<string> = new Set(
  "platform press media travel jobs crypto trading retail charity payment insurance".split(" "),
);
