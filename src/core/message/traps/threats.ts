import type { TrapShape } from "./trap.ts";

/** Pictures, contacts and shame as the price. */
export const BLACKMAIL: readonly TrapShape[] = [
  {
    all: [
      /\b(?:hinh ghep|(?:ghep|cat ghep) (?:mat|anh|hinh|clip)|(?:hinh|anh|clip|video) (?:nhay cam|nong|khoa than|sex|rieng tu|noi y)|clip (?:cua )?(?:anh|chi|ong|may|chu|mi)|cao pho|danh ba|boi nho|tung (?:clip|anh|hinh|video|het|len)|phat tan|naked|nudes?|masturbat\w{0,20}|webcam|intimate|adult (?:site|video)|your (?:\w{1,20} )?(?:videos?|photos|pictures))\b/,
      /\b(?:tung|phat tan|(?:dang|up|post)(?: het| toan bo)? (?:len|tai|khap|cong khai|het)|gui (?:\w{1,20} ){0,4}(?:cho|ve|het|toi|den|khap)|len (?:mang|facebook|fb|zalo|tiktok|khap)|cong khai|boi nho|bao ve|send (?:\w{1,20} ){0,4}to|publish|leak|post (?:it|them|on)|spread|will (?:see|know))\b/,
      /\b(?:neu (?:khong|ong|anh|chi|may)|khong (?:thi|tra|chuyen|thanh toan|nop|hop tac|muon)|khong (?:la )?(?:tao|toi|bon|tui)|dung trach|truoc \d|trong (?:vong )?\d|unless|if (?:you|i|we)|or (?:i|we|everyone)|within|you have \d)\b/,
      /\b(?:tra|chuyen|thanh toan|nop|tien|no\b|vay|pay|send|bitcoin|btc|usd|usdt|\d+ (?:tr|trieu|k|cu)\b)/,
    ],
  },
  {
    all: [
      /\b(?:con|vo|chong|me|bo|chau) (?:trai |gai )?(?:may|mi|ong|ba|anh|chi|chung may)\b.{0,24}\b(?:trong tay|bat coc|bi giu|dang (?:bi )?(?:giu|o cho)|tao)\b/,
      /\b(?:chuyen|chuan bi|nop|tien|\d+ (?:tr|trieu|ty))\b/,
      /\b(?:dung|khong duoc|cam|bao cong an|neu khong|khong thi|tinh mang|chat|giet|truoc \d|trong \d)\b/,
    ],
  },
];

/** "Don't hang up, tell nobody": the police do nothing so. */
export const CUT_OFF_ALONE: readonly TrapShape[] = [
  {
    all: [
      /\b(?:giu (?:may|bi mat|kin)|(?:khong|cam|dung|tuyet doi)(?: duoc| khong)? (?:noi|ke|tiet lo|cup may|tat may|tat camera|lien lac|de lo|cho ai)|o mot minh|(?:ra|vao|thue) (?:mot )?(?:khach san|nha nghi|phong)|phong kin|noi kin|cach ly|not (?:tell|hang up)|don (?:tell|hang up)|stay on the line)\b/,
      /\b(?:cong an|dieu tra|canh sat|kiem sat|rua tien|vu an|chuyen an|ma tuy|lenh bat|toa an|police|warrant|laundering|officer)\b/,
      /\b(?:chuyen (?:tien|khoan|toan|het|so|vao|\d)|nop|chung minh|so du|tien|bao cao|quay|camera|zoom|telegram|zalo|vay|transfer|money|bail|pay|kiem tra)\b/,
    ],
  },
];

/** Money to a private account, or bad luck. */
export const CURSED_CHARITY: readonly TrapShape[] = [
  {
    all: [
      /\b(?:ung ho|cong duc|quyen gop|cuu (?:giup|be|chau)|tu thien|phat tam|cung duong|lam phuoc|chua (?:benh|tri)|mo tim|lam le|giai han|cung (?:sao|giai)|donat\w{0,20}|charity)\b/,
      /\b(?:chuyen|gui|ung ho|so tai khoan|tai khoan|momo|transfer|send|\d+ (?:k|tr|trieu))\b/,
      /\b(?:xui|xui xeo|van den|vong theo|dai nan|van xui|dai hoa|tai hoa|hoa lon|gap (?:han|nan|hoa|xui)|tai uong|bat hanh|mat loc|qua bao|bao ung|nghiep (?:bao|nang)|tai nan|bad luck|curse\w{0,20}|misfortune)\b/,
      /\b(?:neu|khong (?:chia se|gui|chuyen|lam|giai|cung|tin)|luot qua|bo qua|lo di|tho o|se (?:gap|bi|mat|nhan|co)|keo|if you|ignore\w*)\b/,
    ],
    none: /\bnan nhan\b/,
  },
];
