import { CAPS, type PageFacts } from "../../../core/evidence/page-facts.ts";
import { hostOf, type Resolve } from "./addresses.ts";
import { attribute, has, textOf } from "./dom.ts";

const HANDLERS =
  "oncontextmenu onselectstart onkeydown onbeforeunload oncopy onclick onsubmit".split(" ");
/** Elements that are written to act on a click, a key or a submit. */
export const ACTING = `:is(a,body,button,form,html,input):is([${HANDLERS.join("],[")}])`;
const MOST_HANDLERS = 200;
const RUNS = /^(?:|module|(?:text|application)\/(?:x-)?(?:java|ecma)script)$/i;

/** Gathers what a page's scripts and mark-up say to do. */
export function collectCode(facts: PageFacts, resolve: Resolve) {
  let handlers = 0;

  function code(text: string): void {
    const room = CAPS.script - facts.script.length;
    if (room > 0) facts.script += `\n${text.slice(0, room)}`;
  }

  /** Where code and frames come from, without a scheme: no address that the page sends to. */
  function source(element: Element): void {
    const host = hostOf(resolve(attribute(element, "src", CAPS.address)));
    if (host !== "") code(`// from ${host}`);
  }

  return {
    code,
    source,
    script(element: Element): void {
      if (has(element, "src")) source(element);
      else if (RUNS.test(attribute(element, "type"))) code(textOf(element).slice(0, CAPS.script));
    },
    actions(element: Element): void {
      for (const handler of HANDLERS) {
        if (handlers >= MOST_HANDLERS) return;
        const action = attribute(element, handler, 300);
        if (action === "") continue;
        handlers++;
        code(`${handler}=${action}`);
      }
    },
  };
}
