import { browser } from "wxt/browser";

/** What the extension knows of itself and its package. */
export interface OwnPackage {
  version: string;
  /** Address of a packaged file: "/warning.html". */
  url(path: string): string;
  /** Reads a packaged file. @throws Error if the package has none of this name */
  read(path: string): Promise<Uint8Array<ArrayBuffer>>;
}

export function ownPackage(): OwnPackage {
  const url = (path: string) => new URL(path, browser.runtime.getURL("/")).href;
  return {
    version: browser.runtime.getManifest().version,
    url,
    async read(path) {
      try {
        return new Uint8Array(await (await fetch(url(path))).arrayBuffer());
      } catch (cause) {
        throw new Error(`the package has no ${path}`, { cause });
      }
    },
  };
}
