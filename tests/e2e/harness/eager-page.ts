import type { Network, Reply } from "./network.ts";
import { page } from "./replies.ts";

/**
 * A page that wants to be read and typed into from its first moment, and tells what it achieved.
 *
 * @param witness the host that it tells, by requests for "/host/script", "/host/readable", "/host/typed", and "/host/back"
 *   when it comes out of the back/forward cache; what they bring is the page's age in milliseconds
 * @param head HTML
 */
export function eagerPage(witness: string, head = ""): Reply {
  return page(
    "Nhập mật khẩu",
    `<input id="field" autofocus>
  <script>
    const tell = (what) => navigator.sendBeacon("http://${witness}/" + location.hostname + "/" + what, performance.now());
    const once = new Set();
    const tellOnce = (what) => { if (!once.has(what)) { once.add(what); tell(what); } };
    tellOnce("script");
    const heading = document.querySelector("h1");
    const field = document.getElementById("field");
    const shown = (element) => {
      const { left, top } = element.getBoundingClientRect();
      return element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
        && document.elementFromPoint(left + 4, top + 4) === element;
    };
    const look = () => {
      if (shown(heading)) tellOnce("readable");
      if (field.value !== "") tellOnce("typed");
      requestAnimationFrame(look);
    };
    look();
    for (const type of ["keydown", "input"]) addEventListener(type, () => tellOnce("typed"), true);
    addEventListener("pageshow", ({ persisted }) => { if (persisted) tellOnce("back"); });
    setInterval(() => field.focus(), 5);
  </script>`,
    head,
  );
}

/** What the eager page of a host told the witness. */
export function achievedBy(host: string, network: Network, witness: string): string[] {
  return network
    .at(witness)
    .filter(({ path }) => path.startsWith(`/${host}/`))
    .map(({ path }) => path.slice(host.length + 2));
}
