/** What a build was told by environment variables (see wxt.config.ts). Each is null where the build names nothing. */
export interface BuildConfig {
  /** Base address of the feed, with a closing slash. Metadata below `metadata/`, artifacts below `targets/`. */
  feedUrl: string | null;
  /** The feed's root.json as text: the one thing that is trusted without proof. */
  trustedRoot: string | null;
  /** Where reports are posted. */
  reportUrl: string | null;
  /** Whether a page of welcome opens after the installation. */
  welcome: boolean;
}

// Replaced when the extension is bundled; absent where the code runs unbundled, in tests.
declare const __TINHTAO_BUILD_CONFIG__: BuildConfig | undefined;

export const buildConfig: BuildConfig =
  typeof __TINHTAO_BUILD_CONFIG__ === "undefined"
    ? { feedUrl: null, trustedRoot: null, reportUrl: null, welcome: false }
    : __TINHTAO_BUILD_CONFIG__;
