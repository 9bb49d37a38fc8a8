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
  "a popover over its words alone": { script: covers(["left:40px;top:2px;width:60%;height:52px"]) },
  "a popover over its buttons alone": { script: covers(["right:0;top:0;width:35%;height:60px"]) },
};
