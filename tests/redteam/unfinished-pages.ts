import { LOGIN, loginPage } from "../e2e/harness/asking-pages.ts";
import type { Handler, Reply } from "../e2e/harness/network.ts";
import { page, pages } from "../e2e/harness/replies.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const never = new Promise<never>(() => undefined);

/**
 * A page whose end never comes.
 *
 * @param more comes every 100 ms meanwhile
 */
function unfinished(given: Reply, more = ""): Reply {
  const whole = String(given.body).replace("</body></html>", "");
  return {
    ...given,
    body: (async function* () {
      yield bytes(whole);
      if (more === "") await never;
      for (;;) {
        await new Promise((next) => setTimeout(next, 100));
        yield bytes(more);
      }
    })(),
  };
}

/** A log-in that comes to its end only after the form, which a script or style sheet of its own hinders. */
const ended = (by: string): Reply => loginPage({ form: `${LOGIN}${by}` });

const writes = (form: string) =>
  `document.open(); document.write(${JSON.stringify(String(loginPage({ form }).body))});`;

/** Pages that ask for a password and see to it that the browser never calls them loaded, by how. */
export const UNFINISHED_PAGES: Record<string, () => Reply> = {
  "a response that never ends": () => unfinished(loginPage()),
  "a response that never ends and goes on": () => unfinished(loginPage(), "<p>Đang tải…</p>"),
  "a script at the end that never comes": () => ended('<script src="/hang.js"></script>'),
  "a style sheet and a script behind it that never come": () =>
    ended('<link rel="stylesheet" href="/hang.css"><script>let after;</script>'),
  "a deferred script that never comes": () =>
    loginPage({ head: '<script defer src="/hang.js"></script>' }),
  "a module that imports what never comes": () =>
    loginPage({ head: '<script type="module">import "/hang.js";</script>' }),
  "a document that is opened and never closed": () =>
    page("Đang tải", `<script>${writes(LOGIN)}</script>`),
  "a document that is opened after it was loaded, and never closed": () =>
    page("Đang tải", `<script>setTimeout(() => { ${writes(LOGIN)} }, 1500)</script>`),
  "a form that comes long after the rest": () =>
    unfinished(
      loginPage({
        form: `<div id="f"></div><script>setTimeout(() => { f.innerHTML = ${JSON.stringify(LOGIN)} }, 4000)</script>`,
      }),
    ),
};

/** Serves one of these, what hangs in it, and what its form sends to. */
export const unfinishedSite = (reply: () => Reply): Handler => {
  const site = pages({ "/luu": page("Đã nhận") });
  return (request) => {
    if (request.path.startsWith("/hang")) return "hang";
    return request.path === "/" ? reply() : site(request);
  };
};
