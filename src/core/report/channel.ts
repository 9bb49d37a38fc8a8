/** How a scam reached somebody. */
export const CHANNELS = [
  "sms",
  "zalo",
  "facebook",
  "telegram",
  "tiktok",
  "call",
  "email",
  "advertisement",
  "search",
  "qr",
  "other",
] as const;

export type Channel = (typeof CHANNELS)[number];
