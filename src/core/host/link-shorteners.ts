/** Hosts that hide where a link leads. */
export const LINK_SHORTENERS: ReadonlySet<string> = new Set(
  "bit.ly t.ly tinyurl.com goo.gl is.gd cutt.ly rb.gy s.id shorturl.at rebrand.ly tiny.cc ow.ly j.gs t.co v.gd sourl.cn qr.ae by.com.vn onelink.to".split(
    " ",
  ),
);
