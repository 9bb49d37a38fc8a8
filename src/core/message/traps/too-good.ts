import type { TrapShape } from "./trap.ts";

const MARKET =
  /\b(?:dau tu|san|lenh|co phieu|chung khoan|forex|xau|vang|coin|usdt|bitcoin|btc|crypto|tien (?:ao|so|dien tu)|ipo|trad(?:e|ing)|phai sinh|quy|gop von|du an|lo hong|gold|invest\w{0,20}|stocks?)\b/;
const JOIN =
  /\b(?:nap|inbox|vao (?:nhom|lenh|link|san)|vo (?:nhom|lenh)|nhom|tham gia|link|zalo|tele\w{0,20}|dang ky|von|app|rot|gop|huong dan|chuyen|\d{1,15} (?:tr|trieu|usd)|start|join|whatsapp|dm|message me|deposit)\b/;

/** Gains without loss, or by the day. */
export const SURE_PROFIT: readonly TrapShape[] = [
  {
    all: [
      /\b(?:cam ket (?:loi nhuan|lai|sinh|thang|hoan von|x\d|co lai|bao)|dam bao (?:loi nhuan|lai|thang|sinh|co lai|\d)|bao (?:lo\b|von|loi nhuan|chay|lai)|chac (?:chan )?(?:thang|lai|an)|(?:khong|khoi) (?:bao gio |so |co |lo )?(?:lo\b|rui ro|lo von)|lo (?:thi )?(?:cong ty|ben em|ben anh|thay|em|anh|toi|minh|san)?\s?(?:den|bu|chiu)|den (?:bu )?100|guaranteed?|risk free|no risk|zero risk|thang (?:\w{1,20} )?100)\b/,
      MARKET,
      JOIN,
    ],
    none: /\b(?:khong (?:ai )?(?:cam ket|dam bao)|khong (?:co )?cam ket|lai suat tiet kiem|gui tiet kiem|not guarantee\w*|no guarantee)\b/,
  },
  {
    all: [
      /\b(?:lai|loi nhuan|sinh loi|loi|an|ve|kiem)\b.{0,16}\b\d{1,15}(?: \d{1,15})?(?: phan tram| trieu| tr| k| usd)? (?:(?:moi|mot|1|tren|sau|trong|chi sau) ){0,2}(?:\d{1,15} )?(?:ngay|tuan|phien|lenh|gio)\b|\b(?:moi|mot|1) (?:ngay|tuan|phien|lenh) (?:\w{1,20} ){0,2}(?:lai|loi|ve|an) (?:\w{1,20} )?\d{1,15}/,
      MARKET,
      JOIN,
      /\b(?:chuyen gia|thay|co giao|keo lenh|doc lenh|tin hieu|noi bo|nap|rut|nhom|cam ket|admin|vip|copy)\b/,
    ],
    none: /\b(?:lai suat tiet kiem|gui tiet kiem|ngan hang nha nuoc|an toi|an trua|tien cong)\b/,
  },
  {
    all: [
      /\b(?:vao lenh|san|lo hong|tin noi bo|noi bo|keo lenh|doc lenh|tin hieu|dau tu|dat lenh)\b/,
      /\b(?:nap|rot|gop)\b.{0,12}\b(?:thu|truoc|vao|it|von|them|\d)\b/,
      /\brut (?:luc nao|bat cu|thoai mai|ve (?:lien|ngay)|duoc (?:lien|ngay)|khi nao|gio nao|lien)\b|\bbu (?:them |lo|cho)\b|\bchia se cach\b/,
    ],
  },
  {
    all: [
      /\b(?:gui|nap|chuyen|gop|dau tu|bo ra) \d{1,15} (?:k|tr|trieu|usd)\b.{0,12}\b(?:nhan|ve|thu|rut) (?:(?:lai|ve|duoc) ){0,2}\d{1,15}/,
      /\b(?:cam ket|co lai|sau \d|nhom|hoa hong|gap doi)\b/,
    ],
    none: /\b(?:giam gia|voucher|khuyen mai|the dien thoai|hoc phi)\b/,
  },
  {
    all: [
      /\b(?:teach|show|guide|help|mentor) (?:you|u)\b|\bmy (?:uncle|aunt|mentor|teacher|broker|cousin|team)\b/,
      /\b(?:gold|crypto\w*|bitcoin|trading|trade|forex|invest\w*|usdt|stocks?)\b/,
      /\b(?:made|mak(?:e|ing)|earn\w*|profit\w*|returns?|double)\b/,
      /\b(?:withdraw\w*|start (?:small|with)|any ?time|guarantee\w*|risk|telegram|whatsapp|deposit|usd|dollars?|daily)\b/,
    ],
  },
];

/** Who was robbed is robbed once more by those who would get it back. */
export const MONEY_BACK: readonly TrapShape[] = [
  {
    all: [
      /\b(?:lay lai|thu hoi|doi lai|truy hoi|lay ve|rut lai|recover\w*|get (?:it|your money|your funds|them) back|retriev\w*)\b/,
      /\b(?:bi (?:lua|treo|mat tien|sap san|san lua)|lua dao|san (?:lua|ao|sap)|nan nhan|mat tien|treo (?:tien|lenh)|scam\w*|stolen|lost|hacked)\b/,
      /\b(?:ben (?:em|minh|toi|anh)|chung toi|doi ngu|hacker|luat su|van phong luat|dich vu|nhan (?:ho tro|lay|thu|doi)|chuyen (?:lay|thu hoi|ho tro|gia|xu ly)|cam ket|we (?:can|help|recover)|recovery|experts?|(?:co|quen) (?:cach|ben|mot ben|anh) )/,
      /\b(?:inbox|lien he|zalo|tele\w*|phi|coc|truoc|thanh cong|nhan tin|whatsapp|contact|gmail|ket ban|100|ti le|fee|cung cap)\b/,
    ],
    none: /\b(?:canh giac|canh bao|khong (?:co|tin|nghe|bao gio)|dung (?:co )?(?:tin|nghe)|thu doan|chieu|trinh bao|beware)\b/,
  },
];

/** "Việc nhẹ lương cao" over the border. */
export const JOB_ABROAD: readonly TrapShape[] = [
  {
    all: [
      /\b(?:cam pu ?chia|campuchia|cambodia|(?:o|sang|ben|qua|di|tai) cam\b|ba ?vet|moc bai|poi ?pet|svay rieng|sihanouk\w{0,20}|phnom penh|phnompenh|nam vang|myanmar|mien dien|tam giac vang|golden triangle)\b/,
      /\b(?:viec|luong|tuyen|thu nhap|lam viec|di lam|job|salary|work)\b/,
      /\b(?:danh may|may tinh|casino|khong can|bao (?:an|ve|xe|visa)|viec nhe|luong cao|(?:nguoi|xe|don) (?:don|dua)|don tan|truc (?:page|web)|telesales?|cskh|cham soc khach|nuoi an|easy (?:job|work)|no (?:passport|experience)|free (?:food|visa|flight))\b/,
    ],
    none: /\b(?:du lich|tour|bi lua|giai cuu|canh|hoi thao)\b/,
  },
];

/** Accounts and papers that others are robbed with; who lends them answers for it. */
export const HIRE_ACCOUNT: readonly TrapShape[] = [
  {
    all: [
      /\b(?:thue|mua|thu mua|ban|can thue|can mua) (?:(?:lai|mot|cac|loai|gap|so luong|nhieu|\d{1,15}|cai) ){0,3}(?:tai khoan|app) (?:ngan hang|bank\w{0,20}|vi|momo|vietcombank|vcb|mb|techcombank|tcb|acb|bidv|vietinbank|agribank|tpbank|sacombank|cty|cong ty|doanh nghiep)\b|\b(?:co|du|thua)\b.{0,12}\btai khoan (?:ngan hang|bank|vietcombank|vcb|mb|techcombank|tcb|acb|bidv|vietinbank|agribank|tpbank)\b.{0,40}\bcho (?:em|anh|minh|toi|ben \w{1,20}) (?:thue|muon)\b|\b(?:rent|buy|sell)(?:ing)? (?:your |out |an? )*bank accounts?\b|\bbank accounts? (?:for (?:rent|sale)|rental)\b/,
      /\b(?:\d+ (?:k|tr|trieu|usd)|luong|tra (?:tien |ngay )?|gia|thang|ngay|inbox|lien he|zalo|tele\w*|month\w*|pay\w*|day)\b/,
    ],
    none: /\b(?:nop thue|tien thue|dong thue|co quan thue|chi cuc|tong cuc|tien nha|thue nha)\b/,
  },
  {
    all: [
      /\b(?:mo|lam|dang ky)\b.{0,20}\b(?:tai khoan|the|app) ?(?:ngan hang|bank|atm)?\b.{0,60}\b(?:ban lai|giao (?:lai )?(?:the|sim|app|tai khoan|cho)|ban giao|dua (?:lai )?(?:the|sim|app)|cho (?:ben )?(?:em|anh|minh) thue|kem sim)\b/,
      /\b(?:\d+ (?:k|tr|trieu)|tra|cong|luong|nhan (?:ngay|tien))\b/,
    ],
    none: /\b(?:chi nhanh|quy khach|giao the tan)\b/,
  },
  {
    all: [
      /\b(?:cho muon|muon|nho|cho thue)\b.{0,12}\btai khoan\b.{0,40}\b(?:nhan (?:tien|ho)|rut (?:ho|tien)|chuyen (?:lai|tiep))\b/,
      /\b(?:hoa hong|phan tram|giu lai|duoc \d|cong \d|boi duong|tra cong|gui (?:em|anh|chi|ban) \d|moi (?:lan|giao dich|ngay))\b/,
    ],
  },
  {
    all: [
      /\b(?:cho thue|thue|thu mua|mua) (?:lai )?(?:cccd|can cuoc|cmnd)\b|\bdung ten\b.{0,24}\b(?:vay|tra gop|mo cong ty|mo the|mua xe)\b|\b(?:cho )?muon (?:cccd|can cuoc|cmnd)\b.{0,40}\b(?:vay|mo the|mo tai khoan|tra gop)\b/,
      /\b(?:\d+ (?:k|tr|trieu)|hoa hong|tra cong|boi duong|nhan ngay|khong phai tra)\b/,
    ],
    none: /\b(?:vo chong|so hong|so do|luat su)\b/,
  },
];
