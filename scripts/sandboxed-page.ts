import type { Plugin } from "vite";

/**
 * Lets sandboxed pages load what belongs to them: they have no origin, so that the browser refuses them modules and whatever
 * else it would have to be allowed to share.
 */
export const sandboxedPage: Plugin = {
  name: "sandboxed-page",
  transformIndexHtml: {
    order: "post",
    handler(html, { filename, chunk }) {
      if (!/\.sandbox\/index\.html$/.test(filename)) return;
      if (chunk === undefined || chunk.imports.length + chunk.dynamicImports.length > 0)
        throw new Error(`${filename}: a sandboxed page must be one script without imports`);
      return html
        .replaceAll(/<script type="module" crossorigin /g, "<script defer ")
        .replaceAll(/ crossorigin(?= href)/g, "");
    },
  },
};
