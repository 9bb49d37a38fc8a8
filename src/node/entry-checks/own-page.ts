/**
 * First parts of paths under which a site has its own pages for everybody, whoever else writes on it. Of 128,864
 * listed addresses (August 2026), eight named such a page of a popular site, and nearly all eight were honest.
 */
const OWN_PARTS: ReadonlySet<string> = new Set([
  ...["login", "signin", "sign-in", "sign_in", "log-in", "logon", "logout", "signout"],
  ...["signup", "sign-up", "sign_up", "register", "registration", "account", "accounts"],
  ...["settings", "preferences", "password", "password_reset", "reset-password", "forgot-password"],
  ...["oauth", "oauth2", "auth", "authorize", "sso", "session", "sessions", "dashboard", "home"],
  ...["help", "support", "about", "about-us", "contact", "contact-us", "terms", "tos", "privacy"],
  ...["legal", "policy", "policies", "pricing", "search", "explore"],
  ...["dang-nhap", "dang-ky", "tai-khoan", "quen-mat-khau", "tro-giup", "lien-he", "tim-kiem"],
]);

/**
 * Whether a path entry names a page that a site itself writes for everybody: its sign-in, settings, search, help.
 *
 * @param name as in the lists: "github.com/login?x", "www.example.org/Search.php"
 */
export function isOwnPage(name: string): boolean {
  const first = /\/([^/?]*)/.exec(name)?.[1] ?? "";
  return OWN_PARTS.has(first.toLowerCase().replace(/\.(?:php|html?|aspx?|jsp)$/, ""));
}
