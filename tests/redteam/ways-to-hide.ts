/** Runs as soon as the banner is there, and again and again. */
const always = (script: string) =>
  `setInterval(() => { const ours = document.querySelector("[popover]:not([data-evil])"); if (ours) { ${script} } }, 100)`;
/** Lays these boxes over it, on top of everything, as often as it comes back. */
const covers = (boxes: string[]) =>
  always(
    `for (const box of ${JSON.stringify(boxes)}) {
      const one = document.createElement("div"); one.popover = "manual"; one.dataset.evil = "";
      one.style.cssText = "position:fixed;margin:0;border:0;padding:0;background:#fff;" + box;
      document.documentElement.append(one); one.showPopover(); setTimeout(() => one.remove(), 300); }`,
  );

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
};
