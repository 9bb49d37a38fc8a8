import { browser } from "wxt/browser";

/** Any call of an extension API starts the 30 idle seconds anew (Chromium since 110). */
const INTERVAL = 20_000;

/** See `Platform.stayAwake`. */
export async function stayAwake<T>(work: Promise<T>): Promise<T> {
  const timer = setInterval(() => void browser.runtime.getPlatformInfo(), INTERVAL);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}
