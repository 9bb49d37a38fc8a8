import { stealingPage } from "../e2e/harness/asking-pages.ts";
import type { Handler } from "../e2e/harness/network.ts";
import { page, pages } from "../e2e/harness/replies.ts";

/** Where these pages note the address that they hear they are left for. */
export const HEARD_AT = "/nghe";

const NOTE = `globalThis.navigation?.addEventListener("navigate", ({ destination }) => {
  if (!destination.url.includes("${HEARD_AT}")) new Image().src = "${HEARD_AT}?" + encodeURIComponent(destination.url);
});`;
const CALL_OFF = `globalThis.navigation?.addEventListener("navigate", (event) => event.cancelable && event.preventDefault(), true);`;
const ASK = `addEventListener("beforeunload", (event) => { event.preventDefault(); return event.returnValue = "Ở lại"; }, true);`;
const REOPEN = `addEventListener("beforeunload", () => { const { outerHTML } = document.documentElement; document.open(); document.write(outerHTML); document.close(); });`;
const GO_BACK = `setInterval(() => { history.replaceState(null, "", "?" + Math.random()); window.stop(); }, 50);`;

/** What pages do so that nobody leaves them. */
export const STAYING: Record<string, string> = {
  "listens where people go": "",
  "calls off whatever leads away": CALL_OFF,
  "asks whether to leave": ASK,
  "calls off and asks": CALL_OFF + ASK,
  "opens its document anew": REOPEN,
  "stops all loading": GO_BACK,
};

/** A site whose page asks for secrets once somebody has pressed its button, and wants nobody to leave. */
export function stayingSite(how: string): Handler {
  const { body } = stealingPage();
  const later = `<button id="xem">Xem quà</button><script>${NOTE}${how}
xem.onclick = () => setTimeout(() => { xem.remove(); document.body.insertAdjacentHTML("beforeend", ${JSON.stringify(String(body).replace(/[\s\S]*<body>|<\/body>[\s\S]*/g, "")).replaceAll("</", "<\\/")}); }, 300);</script>`;
  return pages({
    "/": page("Quà tặng", later),
    "/luu": page("Đã nhận"),
    [HEARD_AT]: { status: 204 },
  });
}
