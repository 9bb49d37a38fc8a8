/** How a scam reached somebody. */
export const CHANNELS = [
  "sms",
  "zalo",
  "facebook",
  "telegram",
  "call",
  "email",
  "advertisement",
  "search",
] as const;

export type Channel = (typeof CHANNELS)[number];
