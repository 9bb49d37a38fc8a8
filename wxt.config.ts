import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "wxt";
import { bareScripts } from "./scripts/bare-scripts.ts";
import { sandboxedPage } from "./scripts/sandboxed-page.ts";
import { shippedLicences } from "./scripts/shipped-licences.ts";
import type { BuildConfig } from "./src/extension/build-config.ts";
import { manifestFor } from "./src/extension/manifest.ts";
import { manifestLocaleFiles } from "./src/extension/manifest-locales.ts";

const DEMO = "http://127.0.0.1:8787/";
const DEMO_ROOT = "demo-data/feed/metadata/1.root.json";

/** Weights of messages: read by the background when the first message is checked. */
const MESSAGE_MODEL = {
  absoluteSrc: join(import.meta.dirname, "src/content/message-model.json"),
  relativeDest: "message-model.json",
};

const config = readBuildConfig(process.env);
const licences = shippedLicences(import.meta.dirname);

export default defineConfig({
  srcDir: ".",
  entrypointsDir: "entrypoints",
  publicDir: "assets",
  outDir: ".output",
  imports: false,
  manifestVersion: 3,
  manifest: ({ browser }) =>
    manifestFor(browser === "firefox" ? "firefox" : "chromium", plainOrigins(config)),
  hooks: {
    "build:publicAssets": (_wxt, files) => {
      files.push(...manifestLocaleFiles(), MESSAGE_MODEL);
      files.push({
        relativeDest: "LICENSE.txt",
        contents: readFileSync(join(import.meta.dirname, "LICENSE"), "utf8"),
      });
    },
    "build:done": ({ config: { outDir } }) => {
      writeFileSync(join(outDir, "licences.json"), JSON.stringify(licences.libraries()));
    },
  },
  vite: () => ({
    plugins: [bareScripts, sandboxedPage, licences.plugin],
    define: { __TINHTAO_BUILD_CONFIG__: JSON.stringify(config) },
    build: {
      // A page that names its chunks in its head has them in half the time, measured; every browser knows such tags.
      modulePreload: { polyfill: false },
      // What the background imports when first needed must not be compiled at each of its starts.
      rolldownOptions: { optimization: { pifeForModuleWrappers: false } },
    },
  }),
});

/**
 * Environment → configuration. TINHTAO_FEED_URL and TINHTAO_REPORT_URL are addresses, TINHTAO_TRUSTED_ROOT is the path
 * of a root.json, TINHTAO_WELCOME=no leaves out the page that opens after the installation. Defaults serve the demo;
 * without its root the extension lives on the list in its package and says so.
 *
 * @throws Error if an address comes without its root: the build would never update, or would trust the demo's keys
 */
function readBuildConfig(env: NodeJS.ProcessEnv): BuildConfig {
  const feedUrl = address(env.TINHTAO_FEED_URL || DEMO, "TINHTAO_FEED_URL");
  const reportUrl = address(
    env.TINHTAO_REPORT_URL || new URL("v1/reports", feedUrl).href,
    "TINHTAO_REPORT_URL",
  );
  if (env.TINHTAO_FEED_URL && !env.TINHTAO_TRUSTED_ROOT) {
    throw new Error(
      "TINHTAO_FEED_URL needs TINHTAO_TRUSTED_ROOT: the path of that feed's root.json",
    );
  }
  const root = env.TINHTAO_TRUSTED_ROOT || (existsSync(DEMO_ROOT) ? DEMO_ROOT : null);
  const welcome = env.TINHTAO_WELCOME !== "no";
  if (root === null) return { feedUrl: null, trustedRoot: null, reportUrl, welcome };
  if (!existsSync(root)) throw new Error(`TINHTAO_TRUSTED_ROOT: there is no file ${root}`);
  const trustedRoot = readFileSync(root, "utf8");
  if (JSON.parse(trustedRoot)?.signed?._type !== "root") {
    throw new Error(`TINHTAO_TRUSTED_ROOT: ${root} is not the root of a TUF repository`);
  }
  return {
    feedUrl: feedUrl.endsWith("/") ? feedUrl : `${feedUrl}/`,
    trustedRoot,
    reportUrl,
    welcome,
  };
}

function address(given: string, name: string): string {
  if (!URL.canParse(given) || !/^https?:$/.test(new URL(given).protocol)) {
    throw new Error(`${name}: "${given}" is not a web address`);
  }
  return given;
}

/** Origins that the content security policy must name because they are not https. */
function plainOrigins({ feedUrl, reportUrl }: BuildConfig): string[] {
  const origins = [feedUrl, reportUrl].flatMap((url) =>
    url === null ? [] : [new URL(url).origin],
  );
  return [...new Set(origins.filter((origin) => origin.startsWith("http:")))];
}
