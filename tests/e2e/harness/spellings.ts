/** A host in every spelling that browsers take for it, with what the spelling is. */
export interface Spelling {
  what: string;
  /** The address that is visited. */
  url: string;
  /** The host as the warning page names it. */
  host: string;
}

/** Listed for these spellings: a domain, one with letters beyond ASCII, and an IPv4 address. */
export const SPELLED_DOMAIN = "vietcombank-xacthuc.example";
export const SPELLED_UNICODE = "xn--vietcmbank-icb.example";
export const SPELLED_ADDRESS = "203.0.113.7";

/** Spellings that are stopped before any request. */
export const SPELLINGS: readonly Spelling[] = [
  ...(
    [
      ["IPv4 in one decimal number", "3405803783"],
      ["IPv4 in one octal number", "031300070407"],
      ["IPv4 in one hexadecimal number", "0xCB007107"],
      ["IPv4 in octal parts", "0313.0.0161.07"],
      ["IPv4 in three parts", "203.0.28935"],
      ["IPv4 in two parts", "203.28935"],
      ["IPv4 in parts of several bases", "0xcb.0.0161.7"],
      ["IPv4 with a trailing dot", "203.0.113.7."],
      ["IPv4 in full-width digits", "２０３.０.１１３.７"],
      ["IPv4 with ideographic full stops", "203。0。113。7"],
      ["IPv4, percent-encoded", "%32%30%33.0.113.%37"],
      ["IPv4 on the scheme's own port", "203.0.113.7:80"],
      ["IPv4 after userinfo", "vietcombank.com.vn:443@203.0.113.7"],
      ["IPv4 mapped into IPv6", "[::ffff:203.0.113.7]"],
      ["IPv4 mapped into IPv6, in hexadecimal", "[0:0:0:0:0:FFFF:CB00:7107]"],
      ["IPv4 behind NAT64", "[64:ff9b::203.0.113.7]"],
      ["IPv4 behind NAT64, in hexadecimal", "[0064:FF9B:0:0:0:0:cb00:7107]"],
      ["IPv4 behind NAT64, with userinfo and port", "vietcombank.com.vn@[64:ff9b::cb00:7107]:8080"],
      ["6to4 prefix of IPv4", "[2002:cb00:7107::]"],
      ["first 6to4 address of IPv4", "[2002:cb00:7107::1]"],
      ["6to4 address of IPv4, as Windows forms it", "[2002:cb00:7107::cb00:7107]"],
    ] as const
  ).map(([what, written]) => ({ what, url: `http://${written}/dang-nhap`, host: SPELLED_ADDRESS })),
  ...(
    [
      ["a domain in upper case", "VietComBank-XacThuc.EXAMPLE"],
      ["a domain with a trailing dot", "vietcombank-xacthuc.example."],
      ["a domain with a trailing ideographic full stop", "vietcombank-xacthuc。example。"],
      ["a domain, percent-encoded", "%76ietcombank%2dxacthuc%2Eexample"],
      ["a domain in full-width letters", "ｖｉｅｔｃｏｍｂａｎｋ-xacthuc．example"],
      ["a domain with a soft hyphen", "vietcombank\u00ad-xacthuc.example"],
      ["a domain on the scheme's own port", "vietcombank-xacthuc.example:80"],
      ["a domain after userinfo", "www.vietcombank.com.vn%2Fdang-nhap@vietcombank-xacthuc.example"],
    ] as const
  ).map(([what, written]) => ({ what, url: `http://${written}/dang-nhap`, host: SPELLED_DOMAIN })),
  ...(
    [
      ["an A-label in upper case", "XN--VIETCMBANK-ICB.example"],
      ["a letter beyond ASCII in upper case", "VIETCÖMBANK.example"],
      ["a decomposed letter", "vietco\u0308mbank.example"],
      ["a percent-encoded letter beyond ASCII", "vietc%C3%B6mbank.example"],
    ] as const
  ).map(([what, written]) => ({ what, url: `http://${written}/dang-nhap`, host: "vietc" })),
];

/** Hosts as a server is asked for them, for all spellings. */
export const SPELLED_HOSTS: readonly string[] = [
  SPELLED_DOMAIN,
  SPELLED_UNICODE,
  SPELLED_ADDRESS,
  "[::ffff:cb00:7107]",
  "[64:ff9b::cb00:7107]",
  "[2002:cb00:7107::]",
  "[2002:cb00:7107::1]",
  "[2002:cb00:7107::cb00:7107]",
];
