import type { TrapShape } from "./trap.ts";

const SUM =
  "\\d{1,15} (?:k|tr|trieu|cu|nghin|ngan|ty|d|dong|vnd|usd|usdt|do|lit|chai)\\b|\\d{1,3}(?: 000){1,4}\\b";
const FEE =
  "(?:phi (?:ship|van chuyen|ho so|thue|bao hiem|xac (?:minh|thuc|nhan)|lam|dam bao|bao dam|hai quan|kich hoat|duy tri|giai ngan|giao|nhan|thu tuc|dich vu|chuyen)|tien (?:ship|van chuyen|ky quy|bao dam|dam bao|bao hiem|dat coc|coc)|thue (?:tncn|thu nhap|nhan|truoc|\\d)|le phi|ky quy|bao chung)";
const PAY = "(?:nap|dong|nop|chuyen(?: khoan)?|thanh toan|ky quy|dat coc|coc|tra)";

/** Whoever is to get money, a prize or a loan pays for it first. */
export const PAY_TO_RECEIVE: readonly TrapShape[] = [
  {
    all: [
      new RegExp(
        `\\b${PAY}\\b.{0,40}\\b(?:${FEE}|them|dao han|dong bang|xac (?:minh|thuc)|\\d{1,15} (?:phan tram|so du|gia tri|tong))`,
      ),
      /\b(?:rut (?:duoc|thoai mai|lan dau|toan|het|tien|ve|so|ca|goc|lai|von|usdt)|lenh rut|mo (?:khoa )?rut|bi (?:treo|giu|dong bang)|dong bang)\b/,
      /\b(?:moi|phai|can|yeu cau|theo quy dinh|truoc|sau do|xong|sau khi|de)\b/,
    ],
    none: /\b(?:atm|so du toi thieu|mien phi rut|cay rut|phong giao dich)\b/,
  },
  {
    all: [
      /\b(?:muon|de) (?:duoc )?rut\b.{0,24}\b(?:phai|can|thi)\b.{0,16}\b(?:nap|dong|nop|chuyen)\b(?! (?:cccd|can cuoc|giay|don|ho so))/,
    ],
  },
  {
    all: [
      /\b(?:(?:tien|khoan) thuong|nguoi may man|khach hang may man|trung (?:thuong|giai|xe|iphone|sh|vang|\d)|giai (?:thuong|nhat|nhi|ba|dac biet)|phan qua|qua tang|tri an|tang (?:mien phi|ban|chi|anh|quy khach|ngay)|duoc (?:tang|chon)|0 (?:dong|d))\b/,
      new RegExp(`\\b${PAY}\\b.{0,20}\\b(?:${FEE}|ship (?:\\d|truoc))`),
      /\b(?:truoc|(?:de|moi|la|thi|se) (?:duoc )?(?:nhan|lanh|giao|gui|lam)|nhan (?:qua|giai|thuong|xe)|ve tan nha)\b/,
    ],
    none: /\b(?:khong thu|khi nhan hang|tai (?:cua hang|quay|chi nhanh|showroom)|hoc phi)\b/,
  },
  {
    all: [
      /\b(?:vay|giai ngan|khoan vay|ho so vay|duyet vay)\b/,
      new RegExp(
        `\\b${PAY}\\b.{0,24}\\b(?:${FEE}|phi|truoc)\\b|\\b(?:chuyen khoan|chuyen|nop|dong)\\b.{0,16}(?:${SUM}).{0,8}\\b(?:de|moi|thi|la|roi)\\b.{0,30}\\bgiai ngan\\b`,
      ),
      /\b(?:giai ngan|nhan (?:tien|duoc tien|von)|co tien|tien ve|(?:tien )?ve tai khoan|da (?:duoc )?duyet|sai so tai khoan)\b/,
    ],
    none: /\b(?:den han|ky han|tra gop hang thang|du no|phong giao dich|chi nhanh|tat toan|khong (?:thu|mat|ton|can) (?:bat ky |truoc )?phi)\b/,
  },
  {
    all: [
      /\b(?:vay|rut|dong bang|khoan tien)\b/,
      /\b(?:nop|dong|nap|chuyen)\b.{0,40}\bde (?:mo (?:bang|khoa|tai khoan|lenh)|go|giai toa|sua|chinh)\b/,
    ],
    none: /\b(?:chi nhanh|phong giao dich|tai quay)\b/,
  },
  {
    all: [
      /\b(?:hoan (?:tien|phi|thue|hoc phi|lai)|refund)\b/,
      new RegExp(
        `\\b${PAY}\\b.{0,30}\\b(?:truoc|xac (?:minh|thuc|nhan)|doi ung|bao chung|${FEE}|${SUM})`,
      ),
      /\b(?:de|moi) (?:duoc )?(?:nhan (?:lai )?(?:tien )?hoan|nhan lai|hoan|he thong)|\bhe thong (?:se )?(?:tu )?(?:hoan|tra)\b/,
    ],
    none: /\b(?:phong|homestay|huy (?:truoc|tour)|doi tra)\b/,
  },
  {
    all: [
      /\b(?:won|winner|prize|lottery|inherit\w*|loan|withdraw\w*|grant|refund|compensation|payout|funds?)\b/,
      /\b(?:pay|send|deposit|transfer)\b.{0,30}\b(?:fee|fees|tax|taxes|charge|charges|deposit|insurance|usd|dollars?)\b/,
      /\b(?:before|first|to (?:release|receive|claim|unlock|withdraw|get)|in order|so that|then)\b/,
    ],
    none: /\b(?:never|no fee|not pay|without (?:any )?fee)\b/,
  },
];

/** A gift or a parcel from afar that customs or an airport holds until somebody pays. */
export const HELD_PARCEL: readonly TrapShape[] = [
  {
    all: [
      /\b(?:qua|buu (?:pham|kien)|kien hang|thung (?:hang|do)|goi hang|hop hang|package|parcel|gift|box)\b/,
      /\b(?:hai quan|san bay|cua khau|tan son nhat|noi bai|customs|airport)\b/,
      /\b(?:dong|nop|chuyen|thanh toan|tra|pay|fee|fees|phi|thue)\b/,
      /\b(?:(?:bi|dang|ho|lai|tam) (?:tam )?(?:giu|giam|ket|chan)|ket (?:o|tai|lai)|giu (?:lai|o|vi|do|hang|qua)|hai quan (?:\w{1,20} )?(?:giu|giam)|tich thu|phat hien|moi (?:cho |duoc |giao |nhan |lay )|(?:roi|xong|thi|la) (?:ho |ben \w{1,20} )?(?:giao|tra|gui)|held|holds?|stuck|detained|release|clear\w{0,20})\b/,
      /\b(?:qua|usd|do la|dola|do|dollars?|tien mat|ngoai te|vang|trang suc|iphone|nuoc ngoai|ben (?:my|uc|anh|duc|nhat|han|phap)|giup|dum|gift|gold|cash|tich thu|phat)\b/,
    ],
    none: /\b(?:khai bao|chi cuc hai quan|logistics|forwarder|lo hang|to khai|bill|awb|invoice)\b/,
  },
  {
    all: [
      /\b(?:qua|kien|thung|goi|hang|va ?li)\b/,
      /\b(?:ben|o|tu) (?:my|uc|anh|duc|nhat|han|phap|nuoc ngoai|canada|london)\b|\bquoc te\b/,
      /\b(?:dong|nop|tra)\b.{0,12}\b(?:phi|thue)\b/,
      /\b(?:vang|usd|do la|dola|ngoai te|tien mat|tien do)\b/,
    ],
    none: /\b(?:gia vang|ty gia|ngan hang|hoc phi)\b/,
  },
  {
    all: [
      /\b(?:bac si|quan (?:nhan|doi|y)|linh|si quan|dai (?:uy|ta)|ky su|phi cong|thuyen truong|gian khoan|doctor|soldier|army|general|captain|engineer|widow\w{0,20}|oil rig|navy)\b/,
      /\b(?:my|syria|yemen|ukraine|afghanistan|gaza|iraq|lien hop quoc|nato|hoa ky|nuoc ngoai|usa|us|un|uk|dubai)\b/,
      /\b(?:gui|chuyen|dong|tra|giu|nhan|send|pay|help|receive|keep)\b.{0,50}\b(?:qua|phi|tien|trieu|vang|usd|do la|thung|kien|va li|vali|box|fee|fees|money|gift|cards?|funds?|package|gold)\b/,
      /\b(?:em|anh yeu|yeu|honey|dear|darling|love|babe|baby|sweetheart)\b/,
      /\b(?:phi|fee|fees|giup|ho|help|pay|chuyen cho|gift cards?|steam|itunes)\b/,
    ],
    none: /\b(?:benh vien|phong kham|kham|tai kham|hoi thao|webinar)\b/,
  },
];

/** Work that costs a deposit. */
export const JOB_DEPOSIT: readonly TrapShape[] = [
  {
    all: [
      /\b(?:viec|ctv|cong tac vien|danh may|nhap lieu|xau (?:hat|vong|chuoi)|gap (?:bao|hop|phong bi|tui|giay)|dan (?:hop|tem|tui|bao)|gia cong|lam them|tuyen|nhiem vu|chot don|hat dieu|lam\b.{0,24}\btai nha|job)\b/,
      /\b(?:coc|dat coc|the chan|(?:dong|nap|ung|chuyen(?: khoan)?|nop) (?:truoc|phi|tien|von|\d)|(?:phi|tien) (?:ho so|dong phuc|tai lieu|dao tao|giu cho|vat lieu|dung cu|nguyen lieu|hang mau)|ung von|deposit)\b/,
      /\b(?:hoan|tra lai|nhan lai|hoa hong|luong|thu nhap|refund\w*|\d+ k|\d+ (?:tr|trieu))\b/,
      /\b(?:tai nha|online|me bim|moi (?:trang|don|nhiem vu|san pham)|tan (?:nha|noi)|hoa hong|danh may|nhap lieu|xau|gap bao|nhan hang ve|gia cong|dan|phong bi|hat dieu|nhiem vu|at home|remote)\b/,
    ],
    none: /\bkhong (?:can |phai |thu |yeu cau |mat |nhan )*(?:bat ky )?(?:dat |dong |tien )?(?:coc|phi|von|om|nap)\b|\bgia su\b|\bhoc phi\b|\bkhong bao gio\b/,
  },
  {
    all: [
      /\b(?:nhiem vu|don)\b/,
      /\b(?:ung|nap) (?:truoc |von )?\d+ (?:k|tr|trieu)\b/,
      /\b(?:ca goc|goc (?:lan|va)|hoan (?:von|goc)|lai \d+|hoa hong)\b/,
    ],
  },
  {
    all: [
      /\b(?:nhiem vu|don (?:hang)?|hoa hong|lenh|goi \d|task)\b/,
      /\b(?:nap|ung|chuyen khoan|thanh toan)\b.{0,24}\b\d{1,15} (?:k|tr|trieu|\d{3}).{0,40}\b(?:nhan (?:lai|ve|ngay)|hoan (?:lai|ve)|rut ve|ve lai|thu ve)\b.{0,16}\b\d{1,15}/,
    ],
    none: /\b(?:giam gia|voucher|khuyen mai|the dien thoai|shopee xu)\b/,
  },
  {
    all: [
      /\b(?:mau (?:anh )?nhi|dien vien nhi|nguoi mau (?:anh )?nhi|model nhi|casting)\b/,
      /\b(?:coc|dong|nap|nop|chuyen)\b.{0,24}\b(?:coc|phi|truoc|tien|\d{1,15} (?:k|tr|trieu))/,
      /\b(?:hoan|tra lai|trung tuyen|da (?:duoc )?chon|dat vong|cat xe|nhiem vu|truoc)\b/,
    ],
  },
];

/** A room that nobody may see before he has paid, and tickets and tours far below their price. */
export const PAY_UNSEEN: readonly TrapShape[] = [
  {
    all: [
      /\b(?:phong|nha|can ho|chung cu|studio|room|apartment)\b/,
      /\b(?:coc|chuyen(?: khoan)?)\b.{0,30}\b(?:giu lich|lich xem|truoc khi (?:xem|den)|(?:roi|moi) (?:minh |em |anh |chi |duoc |cho |dan |gui )*(?:xem|dia chi))|\bxem (?:phong|nha)\b (?:truoc )?(?:thi |phai |can |vui long |ban |chi |anh |em )*(?:dat |chuyen )?coc\b|\bcoc (?:truoc )?(?:moi|de) (?:duoc )?xem\b|\bkhong (?:thue|ung|lay|thich) (?:thi )?(?:\w{1,20} )?(?:tra|hoan)(?: lai)?\b|\bdeposit\b.{0,30}\bbefore (?:viewing|you (?:see|view)|the viewing)\b/,
      /\b(?:coc|chuyen|deposit)\b/,
    ],
    none: /\bkhong (?:can |phai |nhan )*coc\b/,
  },
  {
    all: [
      /\b(?:ve (?:may bay|tau|tet|concert|bong|da|xem|live|show|fan\w{0,20}|cung|chung ket|vip|khu hoi|blackpink)|concert|combo|tour|resort|voucher (?:du lich|khach san|nghi))\b/,
      /\b(?:nua gia|re (?:hon|bang|mot nua)|re (?:nhat|vo dich)|giam (?:\d\d|soc|sau)|gia (?:soc|noi bo|re|huy dien)|chi (?:con |tu )?\d|thanh ly|xa)\b/,
      /\b(?:chuyen khoan|coc|chuyen|thanh toan)\b.{0,24}\b(?:truoc|full|100|het|toan bo|ngay|giu|du|coc)\b/,
      /\b(?:nhieu nguoi|dong nguoi|gap|nhanh|suat cuoi|con (?:\d|mot|hai|dung) |trong (?:hom nay|\d)|ai (?:chuyen|coc)|khong giu|truoc \d|hom nay)/,
    ],
    none: /\b(?:tai (?:quay|van phong|rap)|website|tren app)\b/,
  },
  {
    all: [
      /\b(?:hang (?:hai quan|tron thue|thanh ly)|hai quan thanh ly|thanh ly (?:hai quan|kho)|khong giay to|tron thue)\b/,
      /\b(?:coc|chuyen khoan|chuyen)\b.{0,30}\b(?:\d{1,15} (?:k|tr|trieu)|truoc|so tai khoan)\b/,
      /\b(?:ship|giao|gui|khong (?:\w{1,20} ){0,3}xem|lien he|inbox|zalo)\b/,
    ],
  },
];

/** A meeting with somebody that wants a card, a fee or a deposit. */
export const DATING_FEE: readonly TrapShape[] = [
  {
    all: [
      /\b(?:gap (?:duoc )?(?:em|gai|mat|nhau|be)|hen ho|ghep doi|qua dem|di dem|gai|bao nuoi|sugar|dating)\b/,
      /\b(?:the (?:thanh vien|hoi vien|vip)|(?:phi|goi) (?:thanh vien|hoi vien|gia nhap|tham gia|kich hoat|ket noi|dam bao)|(?:coc|phi) (?:dam bao|bao dam|danh tinh|an toan|giu cho)|dam bao (?:danh tinh|an toan)|membership)\b/,
      /\b(?:coc|phi|nap|dong|mua|chuyen|pay|deposit)\b/,
    ],
  },
];
