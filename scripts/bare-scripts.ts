import { minify } from "terser";
import type { Plugin } from "vite";

const WRAPPED = "virtual:wxt-unlisted-script-entrypoint?";

/**
 * Scripts that run most of their functions in every page, so that the browser compiles them all at once, and not each a
 * second time when it is called: https://v8.dev/blog/explicit-compile-hints (Chromium 136; to others a comment).
 */
const COMPILED_AT_ONCE = ["look.js"];
/** What every page carries. */
const MINIFIED_TWICE = ["guard.js", "look.js"];
const HINT = "//# allFunctionsCalledOnLoad\n";

/** For a second minifier: it puts in place what is used once, which makes look.js a twentieth smaller. */
const COMPRESS = { passes: 3, unsafe_arrows: true };

/** Scripts that pages wait for: they name what starts them, so that no object need be made for it. */
const STARTS_BY_MAIN = /\/(?:cleared|guard|language-\w+|lift)\.ts$/;

/**
 * Lets unlisted scripts start without WXT's wrapper, which only words what they throw: in every page and frame there is it
 * takes as long as half of the script that lifts the shield (0.08 ms, Chromium 156).
 */
export const bareScripts: Plugin = {
  name: "bare-scripts",
  load(id) {
    // What ours give it is always a function.
    if (id.endsWith("/define-unlisted-script.mjs"))
      return "export const defineUnlistedScript = (main) => ({ main });";
    if (!id.startsWith(`\0${WRAPPED}`)) return;
    const path = id.slice(WRAPPED.length + 1);
    const script = JSON.stringify(path);
    return STARTS_BY_MAIN.test(path)
      ? `import { main } from ${script}; main();`
      : `import definition from ${script}; definition.main();`;
  },
  generateBundle: {
    // After the last that takes comments away.
    order: "post",
    async handler(_options, bundle) {
      for (const [name, part] of Object.entries(bundle)) {
        if (part.type !== "chunk" || !MINIFIED_TWICE.includes(name)) continue;
        const { code } = await minify(part.code, {
          ecma: 2020,
          toplevel: true,
          compress: COMPRESS,
        });
        if (code === undefined) throw new Error(`${name} could not be minified`);
        part.code = COMPILED_AT_ONCE.includes(name) ? HINT + code : code;
      }
    },
  },
};
