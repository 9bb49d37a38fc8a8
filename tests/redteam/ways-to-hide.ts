/** Runs as soon as the banner is there, and again and again. */
const always = (script: string) =>
  `setInterval(() => { const ours = document.querySelector("[popover]:not([data-evil])"); if (ours) { ${script} } }, 100)`;
/**
 * Lays these boxes over it, on top of everything, as often as it comes back.
 *
 * @param also what else is done to each `one`
 */
const covers = (boxes: string[], also = "") =>
  always(
    `for (const box of ${JSON.stringify(boxes)}) {
      const one = document.createElement("div"); one.popover = "manual"; one.dataset.evil = "";
      one.style.cssText = "position:fixed;margin:0;border:0;padding:0;background:#fff;" + box; ${also};
      document.documentElement.append(one); one.showPopover(); setTimeout(() => one.remove(), 300); }`,
  );

/** Puts a white box that no pointer can hit into a closed shadow tree. */
const inShadow = (css: string) =>
  `one.attachShadow({ mode: "closed" }).innerHTML = '<div style="pointer-events:none;background:#fff;${css}"></div>'`;

/** A box with small holes at 27 fixed points of a banner. */
function holes(): string {
  const columns = [0.02, 0.13, 0.25, 0.37, 0.5, 0.63, 0.75, 0.87, 0.98];
  const points = columns.flatMap((x) => [0.15, 0.5, 0.85].map((y) => [x * 1280, y * 57] as const));
  const box = "M0 0H1280V80H0Z";
  const cut = points.map(([x, y]) => `M${x - 2} ${y - 2}v4h4v-4Z`).join("");
  return `path(evenodd,"${box}${cut}")`;
}

/** Ways to have the banner there and keep people from reading it. */
export const WAYS_TO_HIDE: Record<string, { head?: string; script?: string }> = {
  "a zoom that makes it a line": { head: "<style>html{zoom:.01}body{zoom:100}</style>" },
  "a zoom that makes it small": { head: "<style>html{zoom:.2}body{zoom:5}</style>" },
  "popovers that leave slits where it might be looked at": {
    script: covers([
      "left:0;top:0;width:9%;height:60px",
      "left:11%;top:0;width:38%;height:60px",
      "left:51%;top:0;width:38%;height:60px",
      "left:91%;top:0;width:9%;height:60px",
    ]),
  },
  "a popover that no pointer can hit": {
    script: covers(["inset:0 0 auto;width:100%;height:80px;pointer-events:none!important"]),
  },
  "a hidden popover that shows what no pointer can hit": {
    script: covers(
      ["inset:0 0 auto;width:100%;height:80px;background:none;visibility:hidden"],
      inShadow("visibility:visible;height:80px"),
    ),
  },
  "a popover whose style makes it inert": {
    script: covers([
      "inset:0 0 auto;width:100%;height:80px;interactivity:inert;pointer-events:none",
    ]),
  },
  "a popover with holes where it was once looked at": {
    script: covers([`inset:0 0 auto;width:100%;height:80px;clip-path:${holes()}`]),
  },
  "taking it out before it opens": {
    script: `addEventListener("beforetoggle", (event) => event.target.remove(), true)`,
  },
  "a popover over its words alone": { script: covers(["left:40px;top:2px;width:60%;height:52px"]) },
  "a popover over its buttons alone": { script: covers(["right:0;top:0;width:35%;height:60px"]) },
};

/** Ways to paint over the banner with what no pointer can hit: nothing of it may be seen there. */
export const WAYS_TO_PAINT_OVER: Record<string, { head?: string; script?: string }> = {
  "the shadow of a popover beside it": {
    script: covers(["left:0;top:200px;width:100%;height:80px;box-shadow:0 -200px #fff"]),
  },
  "the drop shadow of a popover beside it": {
    script: covers([
      "left:0;top:200px;width:100%;height:80px;background:#fff;filter:drop-shadow(0 -200px #fff)",
    ]),
  },
  "the outline of a popover beside it": {
    script: covers(["left:100px;top:200px;width:1px;height:1px;outline:2000px solid #fff"]),
  },
  "the picture around the border of a popover beside it": {
    script: covers([
      `left:0;top:200px;width:100%;height:80px;border:1px solid;border-image:linear-gradient(#fff,#fff) 1 / 1px / 200px`,
    ]),
  },
  "what a popover beside it lets out over its edge": {
    script: covers(
      [
        "left:0;top:200px;width:100%;height:80px;background:none;overflow:visible;overflow-clip-margin:400px",
      ],
      inShadow("position:absolute;inset:-200px 0 0"),
    ),
  },
  "an inert popover": {
    script: covers(["inset:0 0 auto;width:100%;height:80px"], "one.inert = true"),
  },
  "a popover in the tree of what is inert": {
    script: always(
      `const one = document.createElement("div"); one.inert = true;
      const tree = one.attachShadow({ mode: "closed" });
      tree.innerHTML = '<div popover="manual" style="position:fixed;margin:0;border:0;inset:0 0 auto;width:100%;height:80px;background:#fff"></div>';
      document.documentElement.append(one); tree.firstChild.showPopover(); setTimeout(() => one.remove(), 300);`,
    ),
  },
  "a transition between two views": {
    head: "<style>::view-transition{background:#fff;pointer-events:none}::view-transition-group(root){animation-duration:60s;visibility:hidden;pointer-events:none}</style>",
    script: always(
      `if (!window.moved) { moved = 1; document.startViewTransition(() => undefined); }`,
    ),
  },
};
