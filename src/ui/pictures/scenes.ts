import * as part from "./parts.ts";
import {
  at,
  box,
  bubble,
  disc,
  ink,
  line,
  mark,
  type Picture,
  paper,
  solid,
  tint,
  wash,
} from "./pen.ts";

/** A soft ground behind what stands there. */
const ground = (x: number, y: number, w: number, h: number) =>
  wash(
    `M${x} ${y + h * 0.5}c0-${h * 0.35} ${w * 0.2}-${h * 0.5} ${w * 0.5}-${h * 0.5}s${w * 0.5} ${h * 0.2} ${w * 0.5} ${h * 0.55}s-${w * 0.2} ${h * 0.45}-${w * 0.55} ${h * 0.45}s-${w * 0.45}-${h * 0.2}-${w * 0.45}-${h * 0.5}z`,
  );

/** One picture a form of scam, by its id. Drawn for this project. */
export const SCENES: Readonly<Record<string, Picture>> = {
  // A beach, and a price that is too good.
  "cheap-travel-combo": [
    ground(6, 8, 108, 76),
    solid(disc(88, 20, 8)),
    line("M36 74c3-15 1-27-3-36"),
    tint("M33 38c-7-7-16-7-23 0c8-1 16-1 23 0z"),
    tint("M33 38c3-10 12-14 22-10c-9 1-16 4-22 10z"),
    tint("M33 38c-2-11-8-16-17-17c6 5 12 10 17 17z"),
    tint("M33 38c9-3 18 1 20 9c-7-5-13-8-20-9z"),
    line("M12 74h96"),
    mark("M54 69q5-3 10 0t10 0 10 0 10 0 10 0"),
    paper("M62 46l14-14h18v18L80 64z"),
    line(disc(88.5, 37.5, 2)),
    mark(`M74 53l10-14${disc(75, 44, 2)}${disc(83, 48, 2)}`),
  ],
  // A face on the screen, half of it made by a machine.
  "deepfake-video-call": [
    ground(10, 10, 100, 72),
    paper(box(24, 14, 72, 54, 5)),
    line("M38 67c2-12 10-17 22-17s20 5 22 17"),
    paper(disc(60, 37, 14)),
    line("M51 35v2M54 44q3 2.5 6 2.5"),
    mark("M60 23v28M60 30h12M60 37h14M60 44h12M67 25v24"),
    line("M54 75h12"),
    solid(disc(60, 75, 3)),
  ],
  // A SIM card behind a lock.
  "sim-lock-threat": [
    ground(12, 8, 96, 76),
    tint("M34 12h28l14 14v48a4 4 0 0 1-4 4H34a4 4 0 0 1-4-4V16a4 4 0 0 1 4-4z"),
    paper(box(38, 38, 30, 28, 4)),
    line("M38 48h9v8h-9M68 48h-9v8h9M53 38v8M53 66v-8"),
    ...at(84, 50, part.padlock, 1.5),
    ...at(93, 26, part.alarm, 1.6),
  ],
  // A receipt that a pencil has mended.
  "fake-transfer-receipt": [
    ground(8, 10, 104, 72),
    ...at(24, 18, part.phone),
    mark("M31 32h16M31 40h10"),
    paper("M60 14h38v56l-6.3-5-6.3 5-6.3-5-6.3 5-6.3-5-6.5 5z"),
    mark("M70 30l6 6 12-12"),
    line("M68 46h22M68 54h12"),
    solid("M86 62l18-18 5 5-18 18-7 2z"),
    line("M100 48l5 5"),
  ],
  // An ambulance, and a false voice that tells of it.
  "fake-teacher-medic-emergency": [
    ground(8, 14, 104, 68),
    paper("M18 66V34a3 3 0 0 1 3-3h47v35z"),
    tint("M68 41h14l14 13v12H68z"),
    line("M74 46h7l8 8H74z"),
    ...at(43, 48, part.cross, 1.5),
    solid(box(38, 25, 12, 6)),
    paper(`${disc(36, 67, 7)}${disc(80, 67, 7)}`),
    paper(bubble(74, 6, 36, 24)),
    ...at(92, 18, part.mask, 1.05),
  ],
  // A camera before a child.
  "child-model-recruitment": [
    ground(8, 10, 104, 74),
    line("M38 52L26 78M38 52l12 26M38 52v26"),
    paper(box(18, 28, 40, 26, 4)),
    tint("M28 28l3-6h14l3 6z"),
    tint(disc(38, 41, 8)),
    line(disc(38, 41, 3.5)),
    line("M82 72v8M92 72v8"),
    tint("M87 46l-14 27h28z"),
    paper(disc(87, 38, 9)),
    solid("M87 28l-7-4v8zM87 28l7-4v8z"),
    line("M84 37v1M90 37v1M84 42q3 2.5 6 0"),
    ...at(66, 20, part.star),
  ],
  // A bank whose face is a mask.
  "fake-lender-bank": [
    ground(10, 8, 100, 76),
    tint("M22 34l38-20 38 20z"),
    paper(
      `${box(30, 36, 8, 28, 1)}${box(46, 36, 8, 28, 1)}${box(66, 36, 8, 28, 1)}${box(82, 36, 8, 28, 1)}`,
    ),
    paper(box(22, 65, 76, 8, 2)),
    ...at(60, 49, part.mask, 1.9),
  ],
  // Dice on a chain.
  "gambling-black-credit-links": [
    ground(10, 10, 100, 74),
    tint("M22 38l22-10 22 10-22 10z"),
    paper("M22 38l22 10v28L22 66zM66 38L44 48v28l22-10z"),
    ink(
      `${disc(44, 38, 2.5)}${disc(29, 50, 2.3)}${disc(37, 64, 2.3)}${disc(50, 56, 2.3)}${disc(55, 61, 2.3)}${disc(60, 56, 2.3)}`,
    ),
    tint(`M78 70v-7a11 4 0 0 1 22 0v7a11 4 0 0 1-22 0z`),
    tint(`M78 61v-7a11 4 0 0 1 22 0v7a11 4 0 0 1-22 0z`),
    line("M78 54a11 4 0 0 0 22 0"),
    ...at(82, 30, part.chain, 1.2),
  ],
  // A web page that holds a mask before itself.
  "fake-agency-website": [
    ground(8, 8, 104, 76),
    ...at(22, 16, part.browser, 1.15),
    ...at(59, 42, part.star, 1.3),
    line("M40 60h38M46 66h26"),
    ...at(90, 54, part.mask, 1.5),
    line("M90 62v18"),
  ],
  // A message in the bank's own thread, on a hook.
  "sms-brandname-spoof": [
    ground(10, 8, 100, 76),
    ...at(38, 10, part.phone, 1.3),
    tint(bubble(43, 22, 24, 14)),
    line("M48 29h13"),
    paper(bubble(47, 46, 46, 18)),
    mark("M54 55h24"),
    ...at(98, 30, part.hook, 1.3),
    line("M98 30V10"),
  ],
  // A curve that rises, and what comes then.
  "fake-investment": [
    ground(8, 10, 104, 74),
    line("M22 14v60h80"),
    mark("M28 64l14-14 10 6 16-22 12-14M71 20h9v9"),
    line("M82 24l4 10M88 39l4 10M94 54l4 10"),
    ...at(42, 30, part.coin),
    ...at(98, 66, part.coin, 0.8),
  ],
  // Tasks that pay, at first.
  "online-task-job": [
    ground(6, 12, 108, 70),
    ...at(12, 22, part.laptop, 1.15),
    mark("M30 34l3 3 6-6M30 46l3 3 6-6"),
    line("M46 34h28M46 46h20"),
    ...at(92, 30, part.coin, 0.9),
    ...at(100, 50, part.coin, 1.1),
    ...at(98, 70, part.coin, 1.3),
  ],
  // Somebody else's face on one's own account.
  "social-account-takeover": [
    ground(8, 8, 104, 76),
    paper(disc(50, 45, 30)),
    tint("M28 65c2-9 10-14 22-14s20 5 22 14c-6 7-13 10-22 10s-16-3-22-10z"),
    paper(disc(50, 38, 12)),
    ...at(50, 37, part.mask, 1.1),
    mark(disc(88, 34, 7)),
    mark("M88 41v26M88 58h7M88 66h7"),
  ],
  // A policeman on the phone, who is none.
  "fake-police-court": [
    ground(8, 6, 104, 78),
    paper(box(34, 8, 52, 74, 7)),
    line("M54 14h12"),
    tint("M42 70c1-12 8-17 18-17s17 5 18 17z"),
    paper(disc(60, 41, 11)),
    ...at(60, 41, part.policeCap, 1.15),
    ...at(60, 42, part.mask, 0.9),
    solid(disc(60, 76, 3)),
    mark("M22 36q-6 9 0 18M14 30q-10 15 0 30M98 36q6 9 0 18M106 30q10 15 0 30"),
  ],
  // A bag and its price.
  "counterfeit-goods-marketplace": [
    ground(10, 8, 100, 76),
    line("M42 36c0-24 28-24 28 0"),
    tint("M32 36h48l6 40H26z"),
    line("M42 36v6M70 36v6"),
    mark("M48 54l16 12M64 54L48 66"),
    paper("M80 40l10-12h16v16L96 56z"),
    line("M72 34q10 8 28 0"),
    line(disc(101, 33, 1.5)),
    mark(`M91 48l8-10${disc(91, 41, 1.6)}${disc(99, 45, 1.6)}`),
  ],
  // A pulled card with one's face.
  "stolen-id-loan": [
    ground(8, 10, 104, 74),
    ...at(70, 56, part.banknote, 1.3),
    ...at(64, 50, part.banknote, 1.3),
    paper(box(16, 22, 62, 42, 5)),
    tint("M23 56c0-7 4-10 10-10s10 3 10 10z"),
    paper(disc(33, 39, 6)),
    line("M50 34h20M50 42h14"),
    mark("M50 52h20"),
    ...at(92, 26, part.hook, 1.2),
    line("M92 26V10"),
  ],
  // Money that comes, and is asked back.
  "mistaken-transfer": [
    ground(8, 12, 104, 70),
    ...at(24, 44, part.person),
    ...at(96, 44, part.person),
    ...at(46, 14, part.banknote),
    ...at(53, 40, part.arrow),
    mark("M67 56H53m5-5l-5 5 5 5"),
    ...at(60, 72, part.question, 1.2),
  ],
  // A fee goes to a masked helper; the money never comes back.
  "money-recovery-service": [
    ground(6, 10, 108, 72),
    ...at(24, 40, part.person, 1.05),
    ...at(96, 40, part.person, 1.05),
    ...at(96, 41, part.mask, 0.85),
    ...at(52, 26, part.coin, 1.05),
    ...at(63, 26, part.arrow, 0.8),
    mark(
      "M48 50h4M56 50h4M64 50h4M48 68h4M56 68h4M64 68h4M46 52v4M46 62v4M73 52v4M73 62v4M70 50h3v1M46 50v1M46 68h1M73 68h-1",
    ),
    ...at(59.5, 58, part.question, 1.1),
  ],
  // A paper plane flies off with a code.
  "telegram-otp-theft": [
    ground(8, 6, 104, 76),
    tint("M24 34L84 10 70 56 54 43z"),
    paper("M54 43l-8 12V40l38-30z"),
    line("M46 55l9-8"),
    paper(
      `${box(26, 64, 15, 17, 3)}${box(45, 64, 15, 17, 3)}${box(64, 64, 15, 17, 3)}${box(83, 64, 15, 17, 3)}`,
    ),
    ink(`${disc(33.5, 72.5, 2.2)}${disc(52.5, 72.5, 2.2)}${disc(71.5, 72.5, 2.2)}`),
    mark("M90.5 68v9"),
    line("M106 22v20"),
    ...at(106, 42, part.hook, 1.5),
  ],
  // A call that strikes like lightning: crossed out, for it is a rumour.
  "flashai-call-rumor": [
    ground(10, 6, 100, 78),
    ...at(44, 14, part.phone, 1.15),
    ...at(61, 43, part.bolt, 1.6),
    mark(disc(61, 45, 37)),
    mark("M35 71l52-52"),
  ],
  // A lifebelt that costs money first.
  "facebook-recovery-service": [
    ground(8, 8, 104, 76),
    tint(disc(52, 45, 32)),
    solid(
      "M46 13.5a32 32 0 0 1 12 0L56 28a18 18 0 0 0-8 0zM46 76.5a32 32 0 0 0 12 0L56 62a18 18 0 0 1-8 0zM20.5 39a32 32 0 0 0 0 12L35 49a18 18 0 0 1 0-8zM83.5 39a32 32 0 0 1 0 12L69 49a18 18 0 0 0 0-8z",
    ),
    paper(disc(52, 45, 18)),
    ...at(52, 41, part.person, 0.62),
    ...at(96, 66, part.coin, 1.4),
  ],
  // A parcel with a heart, from far away.
  "romance-gift": [
    ground(8, 8, 104, 76),
    ...at(30, 46, part.parcel, 1.3),
    ...at(48, 30, part.heart, 1.4),
    mark("M92 34q0 8-4 12M84 52q-4 4-10 6"),
    ...at(92, 24, part.aeroplane, 0.8),
    ...at(90, 66, part.heart, 0.7),
  ],
  // A clip that makes curious; its link hangs on a hook.
  "phishing-link-dirty-ads": [
    ground(8, 6, 104, 78),
    ...at(12, 20, part.browser, 1.2),
    tint(box(20, 40, 30, 30, 3)),
    solid("M31 48l11 7-11 7z"),
    line("M56 44h24M56 52h16"),
    mark("M104 4v22"),
    ...at(104, 26, part.hook, 1.9),
    ...at(77, 66, part.chain, 0.9),
    ...at(34, 56, part.cursor, 1.3),
  ],
  // Numbers that nobody knows beforehand.
  "lottery-number-tip": [
    ground(8, 10, 104, 74),
    tint(disc(36, 56, 18)),
    line("M31 50h10l-7 13"),
    paper(disc(64, 34, 18)),
    line(`${disc(64, 29.5, 3.7)}${disc(64, 38, 4.7)}`),
    tint(disc(88, 62, 16)),
    ...at(88, 62, part.mask, 1.05),
  ],
  // An app from outside the store, with something inside.
  "fake-vneid-apk": [
    ground(8, 6, 104, 78),
    ...at(22, 14, part.phone, 1.15),
    mark("M39 30v20M31 43l8 8 8-8M30 60h18"),
    tint("M68 40l18-8 18 8v22l-18 8-18-8z"),
    line("M68 40l18 8 18-8M86 48v22"),
    ...at(86, 26, part.bug, 1.1),
  ],
  // Two provinces become one on the map, and a false message says so.
  "merger-data-update": [
    ground(8, 8, 104, 76),
    tint("M22 30l20-8 16 10-4 14 8 14-16 16-18-6-10-18z"),
    paper("M64 30l18-10 18 8-2 22 4 14-20 12-14-12-8-16 6-8z"),
    ...at(60, 48, part.mapPin, 1.3),
    line("M32 40h8M36 54h10M80 56h10"),
    paper(bubble(80, 6, 34, 22)),
    ...at(97, 17, part.mask, 0.95),
  ],
  // A camera over a car, and a false message about a fine.
  "fake-traffic-fine": [
    ground(8, 8, 104, 76),
    line("M94 78V22M94 22H74"),
    paper("M52 12l24 6-3 14-24-6z"),
    tint(disc(51, 22, 5)),
    mark("M46 30L34 42M52 34l-6 14M42 26L26 32"),
    ...at(10, 56, part.car, 1.2),
    paper(bubble(60, 44, 46, 26)),
    ...at(83, 57, part.mask, 1.2),
    line("M8 80h104"),
  ],
  // A barrier, and a false message to who waits before it.
  "fake-toll-app": [
    ground(8, 8, 104, 76),
    paper(box(78, 32, 22, 44, 2)),
    tint("M74 32l6-12h18l6 12z"),
    line("M84 40h10v10H84z"),
    solid("M14 42h62v6H14z"),
    line("M26 42l-6 6M42 42l-6 6M58 42l-6 6M74 42l-6 6"),
    ...at(18, 54, part.car, 1.15),
    paper(bubble(26, 8, 38, 24)),
    ...at(45, 20, part.mask, 1.05),
    line("M8 78h104"),
  ],
  // A courier on his scooter.
  "fake-shipper": [
    ground(6, 8, 108, 76),
    tint(box(18, 28, 28, 24, 2)),
    line("M32 28v8"),
    paper(`${disc(34, 70, 9)}${disc(90, 70, 9)}`),
    tint(
      "M24 60c2-6 8-8 14-8h22c4 0 4 10 10 10 6 0 8-16 8-22h6c-1 10 0 16 6 21-6 1-9 4-10 9H44c-1-6-5-9-10-9z",
    ),
    line("M74 40h12"),
    paper("M50 52l4-18c1-4 4-6 8-6l12 10-3 4-9-4-1 14z"),
    paper(disc(62, 20, 8)),
    solid("M53.5 20a8.5 8.5 0 0 1 17 0z"),
    line("M70 20h4"),
  ],
  // A false electrician with a helmet, and the lamp that he will put out.
  "fake-evn": [
    ground(8, 8, 104, 76),
    ...at(40, 42, part.person, 1.25),
    tint("M27 37a13 13 0 0 1 26 0z"),
    line("M23 37h34"),
    ...at(40, 30, part.bolt, 0.55),
    ...at(40, 44, part.mask, 0.95),
    tint("M88 20a15 15 0 0 1 9 27c-1.5 1.5-2 3-2 6H81c0-3-.5-4.5-2-6a15 15 0 0 1 9-27z"),
    paper(box(82, 53, 12, 8, 2)),
    line("M85 65h6"),
    mark("M70 22l36 38"),
  ],
  // A face in the scanner's frame, and a card.
  "fake-bank-biometric": [
    ground(8, 8, 104, 76),
    mark("M20 28V18h10M66 18h10v10M76 62v10H66M30 72H20V62"),
    paper("M48 24c10 0 15 7 15 17 0 12-7 22-15 22s-15-10-15-22c0-10 5-17 15-17z"),
    line("M41 40v2M55 40v2M43 53q5 3 10 0"),
    mark("M16 47h64"),
    ...at(74, 54, part.bankCard, 1.2),
  ],
  // A masked officer, and what his letter is to cost.
  "fake-tax-officer": [
    ground(8, 8, 104, 76),
    ...at(36, 36, part.person, 1.4),
    line("M26 56l10 9 10-9"),
    ...at(36, 37, part.mask, 1.05),
    ...at(66, 18, part.sheet, 1.75),
    mark(`M78 54l14-18${disc(79, 40, 3.2)}${disc(91, 50, 3.2)}`),
    line("M76 62h20"),
    solid(disc(104, 66, 8)),
    ...at(104, 66, [paper("M-4 0l3 3 5-6")]),
  ],
  // A present that hangs on a hook.
  "fake-welfare-gift": [
    ground(10, 8, 100, 76),
    tint(box(30, 48, 52, 30, 2)),
    paper(box(26, 38, 60, 12, 2)),
    solid("M51 38h10v40H51z"),
    mark("M56 38c-6-16-22-14-20-5 1 4 10 5 20 5 10 0 19-1 20-5 2-9-14-11-20 5"),
    ...at(101, 18, part.hook, 1.3),
    line("M101 18V6"),
  ],
  // Somebody behind bars that hang on a call.
  "online-kidnapping": [
    ground(8, 8, 104, 76),
    ...at(12, 16, part.laptop, 1.33),
    tint("M44 66c0-10 6-15 16-15s16 5 16 15z"),
    paper(disc(60, 40, 9)),
    line("M57 39v1M63 39v1M57 45q3-2 6 0"),
    mark("M32 18v48M44 18v48M76 18v48M88 18v48"),
    ink(disc(60, 21, 1.6)),
  ],
  // A box for gifts, in the rain.
  "fake-charity": [
    ground(10, 8, 100, 76),
    mark("M18 14l-4 10M34 10l-4 10M84 10l-4 10M100 16l-4 10M106 34l-4 10M20 36l-4 10"),
    ...at(59, 20, part.coin, 1.1),
    tint(box(32, 40, 54, 38, 3)),
    paper(box(28, 32, 62, 10, 2)),
    ink("M50 36h18v2H50z"),
    ...at(59, 54, part.mask, 1.5),
    ...at(59, 69, part.heart, 0.6),
  ],
  // A second code stuck over the first.
  "qr-swap": [
    ground(8, 8, 104, 76),
    ...at(20, 12, part.qrCode, 2.1),
    paper("M52 34h48v34l-12 12H52z"),
    line("M58 40h10v10H58zM84 40h10v10H84zM58 64h10v10H58z"),
    ink("M74 40h4v6h-4zM74 52h8v4h-8zM58 54h6v4h-6zM68 56h4v4h-4zM74 62h4v8h-4zM86 56h8v4h-8z"),
    tint("M100 68H88v12z"),
  ],
  // A cap for graduates, and a letter on a hook.
  "fake-school-admission": [
    ground(8, 8, 104, 76),
    line("M38 38v14c10 9 30 9 40 0V38"),
    tint("M58 14l40 16-40 16-40-16z"),
    mark("M18 30v20M15 50h6l2 9H13z"),
    ...at(46, 54, part.envelope, 1.25),
    line("M101 34v14"),
    ...at(101, 48, part.hook, 1.4),
  ],
  // A large order from men in uniform.
  "fake-bulk-order": [
    ground(8, 8, 104, 76),
    ...at(30, 42, part.person, 1.1),
    tint("M19 38c0-10 4-16 11-16s11 6 11 16l3 2H16z"),
    ...at(30, 31, part.star, 0.6),
    ...at(30, 45, part.mask, 0.8),
    ...at(56, 54, part.parcel),
    ...at(84, 54, part.parcel),
    ...at(70, 30, part.parcel),
    ...at(74, 12, part.parcel, 0.75),
    line("M52 78h62"),
  ],
  // The boss writes: another account.
  "fake-boss-invoice": [
    ground(8, 8, 104, 76),
    ...at(36, 30, part.person, 1.5),
    solid("M33 49h6l2 4-2 16h-6l-2-16z"),
    ...at(36, 30, part.mask, 0.9),
    ...at(70, 16, part.sheet, 1.7),
    line("M76 38h26M76 46h26"),
    mark("M74 38h30M77 54h22"),
    ...at(82, 61, part.arrow, 0.8),
  ],
  // A zipped folder with something inside.
  "malicious-archive-file": [
    ground(10, 8, 100, 76),
    tint("M24 24a3 3 0 0 1 3-3h18l6 8h36a3 3 0 0 1 3 3v40a3 3 0 0 1-3 3H27a3 3 0 0 1-3-3z"),
    line("M40 29v4h5v4h-5v4h5v4h-5v4"),
    paper(box(37, 50, 11, 14, 3)),
    ...at(76, 54, part.bug, 1.7),
  ],
  // A false message about one’s credit, and its fee.
  "cic-incident": [
    ground(8, 6, 104, 78),
    ...at(22, 10, part.phone, 1.3),
    tint("M27 48a14.5 14.5 0 0 1 29 0z"),
    mark("M41.5 48L32 40"),
    ink(disc(41.5, 48, 2)),
    line("M30 58h23M30 65h15"),
    paper(bubble(62, 14, 46, 28)),
    ...at(85, 28, part.mask, 1.25),
    ...at(91, 64, part.coin, 1.2),
    ...at(66, 64, part.arrow, 0.85),
  ],
  // A suitcase on a chain.
  "overseas-job": [
    ground(8, 8, 104, 76),
    ...at(86, 22, part.aeroplane, 1.2),
    line("M40 34v-8a4 4 0 0 1 4-4h14a4 4 0 0 1 4 4v8"),
    tint(box(22, 34, 58, 42, 5)),
    line("M34 34v42M68 34v42"),
    ...at(51, 52, part.padlock, 0.9),
    ...at(97, 70, part.chain, 0.8),
  ],
  // Two strangers' bubbles.
  "wrong-number-chat": [
    ground(8, 8, 104, 76),
    paper(bubble(14, 12, 56, 26)),
    ...at(42, 25, part.question, 1.5),
    tint("M54 48h46a5 5 0 0 1 5 5v14a5 5 0 0 1-5 5h-2v8l-8-8H54a5 5 0 0 1-5-5V53a5 5 0 0 1 5-5z"),
    line("M64 57v2M74 57v2M63 64q6 4 12 0"),
    ...at(92, 60, part.heart, 0.7),
  ],
  // A gamepad, and a jewel as bait.
  "game-gift-phishing": [
    ground(8, 8, 104, 76),
    tint("M30 44h44c10 0 14 10 16 20s-8 16-14 8l-6-8H34l-6 8c-6 8-16 2-14-8s6-20 16-20z"),
    line("M34 50v10M29 55h10"),
    ink(`${disc(66, 52, 2)}${disc(72, 57, 2)}`),
    line("M94 4v8"),
    ...at(94, 12, part.hook, 1.3),
    solid("M60 12h16l6 8-14 16-14-16z"),
    { tone: "paper", d: "M54 20h28M63 20l5 16 5-16-5-8z" },
  ],
  // A train, and a ticket.
  "fake-ticket": [
    ground(8, 8, 104, 76),
    tint("M26 66V26c0-8 6-12 18-12s18 4 18 12v40a4 4 0 0 1-4 4H30a4 4 0 0 1-4-4z"),
    paper(box(32, 26, 24, 16, 3)),
    line("M38 19h12M32 70l-6 10M56 70l6 10M28 76h32"),
    solid(`${disc(34, 56, 3)}${disc(54, 56, 3)}`),
    paper("M66 42h40v10a5 5 0 0 0 0 10v10H66V62a5 5 0 0 0 0-10z"),
    line("M76 42v30"),
    ...at(91, 57, part.mask, 1.05),
  ],
  // A house on its plot, and the book that says whose it is.
  "land-book-cleanup": [
    ground(8, 8, 104, 76),
    line("M12 66l24-14h44l-20 26H24z"),
    paper("M26 44l20-16 20 16v22H26z"),
    tint("M20 46l26-22 26 22-4 4-22-19-22 19z"),
    line("M42 66V54h9v12"),
    tint(box(76, 26, 30, 40, 3)),
    line("M82 26v40"),
    ...at(94, 42, part.star, 1.1),
    line("M88 56h12"),
    line("M114 4v6"),
    ...at(114, 10, part.hook, 1.45),
  ],
  // A stranger's hand on one's own screen.
  "remote-control-app": [
    ground(8, 8, 104, 76),
    ...at(8, 26, part.laptop, 1.05),
    ...at(38, 36, part.cursor, 1.7),
    mark("M66 18q14-12 30 2M72 22q8-6 18 2"),
    ...at(84, 30, part.phone, 0.95),
    ...at(98, 54, part.mask, 0.9),
  ],
  // One's own SIM, on another phone.
  "esim-swap": [
    ground(8, 8, 104, 76),
    ...at(12, 18, part.phone),
    line("M20 50v-4M26 50v-9M32 50V36"),
    mark("M18 34l18 18"),
    ...at(78, 18, part.phone),
    ...at(93, 46, part.mask, 0.9),
    tint("M50 32h10l8 8v18H50z"),
    paper(box(54, 44, 9, 9, 2)),
    mark("M44 70h30M68 64l6 6-6 6"),
  ],
};
