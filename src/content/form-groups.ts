/** The forms of scam by who or what the scammer plays, so that one among many is soon found; each in one group. */
export const FORM_GROUPS = [
  {
    id: "office",
    forms: [
      "fake-police-court",
      "fake-vneid-apk",
      "fake-tax-officer",
      "fake-traffic-fine",
      "fake-welfare-gift",
      "merger-data-update",
      "land-book-cleanup",
      "fake-agency-website",
      "fake-charity",
    ],
  },
  {
    id: "bank",
    forms: [
      "fake-bank-biometric",
      "sms-brandname-spoof",
      "fake-lender-bank",
      "stolen-id-loan",
      "cic-incident",
      "mistaken-transfer",
      "fake-transfer-receipt",
      "qr-swap",
    ],
  },
  {
    id: "service",
    forms: ["fake-evn", "fake-shipper", "fake-toll-app", "sim-lock-threat", "esim-swap"],
  },
  {
    id: "people",
    forms: [
      "deepfake-video-call",
      "fake-teacher-medic-emergency",
      "online-kidnapping",
      "social-account-takeover",
      "telegram-otp-theft",
      "romance-gift",
      "wrong-number-chat",
    ],
  },
  {
    id: "money",
    forms: [
      "online-task-job",
      "overseas-job",
      "child-model-recruitment",
      "fake-investment",
      "gambling-black-credit-links",
      "lottery-number-tip",
      "game-gift-phishing",
    ],
  },
  {
    id: "trade",
    forms: [
      "counterfeit-goods-marketplace",
      "cheap-travel-combo",
      "fake-ticket",
      "fake-bulk-order",
      "fake-boss-invoice",
      "fake-school-admission",
    ],
  },
  {
    id: "device",
    forms: [
      "remote-control-app",
      "malicious-archive-file",
      "phishing-link-dirty-ads",
      "money-recovery-service",
      "facebook-recovery-service",
      "flashai-call-rumor",
    ],
  },
] as const;
