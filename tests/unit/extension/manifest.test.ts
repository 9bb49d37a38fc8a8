import { describe, expect, test } from "vitest";
import { manifestFor } from "../../../src/extension/manifest.ts";

const chromium = manifestFor("chromium", ["http://127.0.0.1:8787"]);
const firefox = manifestFor("firefox", []);

describe("the manifest", () => {
  test("asks for these permissions and no others: a new one is a reviewed change", () => {
    const shared = [
      "alarms",
      "contextMenus",
      "scripting",
      "storage",
      "tabs",
      "unlimitedStorage",
      "webNavigation",
    ];
    expect([...(chromium.permissions ?? [])].sort()).toEqual(
      [...shared, "declarativeNetRequest", "offscreen"].sort(),
    );
    expect([...(firefox.permissions ?? [])].sort()).toEqual(
      [...shared, "webRequest", "webRequestBlocking"].sort(),
    );
    for (const manifest of [chromium, firefox]) {
      expect(manifest.host_permissions).toEqual(["<all_urls>"]);
      // For who asks to be notified of alerts.
      expect(manifest.optional_permissions).toEqual(["notifications"]);
      expect(manifest).not.toHaveProperty("optional_host_permissions");
      expect(manifest).not.toHaveProperty("externally_connectable");
    }
  });

  test("runs nothing but scripts of the package, and connects to https, the build's servers and its own probe", () => {
    const policy = (manifest: typeof chromium) => manifest.content_security_policy;
    expect(policy(chromium)).toEqual({
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
        "connect-src 'self' https: http://127.0.0.1:8787 http://*.tinhtao.localhost:1; base-uri 'none'; form-action 'none'",
      sandbox: "sandbox allow-scripts; default-src 'none'; script-src 'self'; style-src 'self'",
    });
    expect(policy(firefox)).toEqual({
      extension_pages: expect.stringContaining(
        "connect-src 'self' https: http://*.tinhtao.localhost:1;",
      ),
    });
  });

  test("opens only what takes the place of pages to the web, in Chromium only to the extension's own redirects", () => {
    expect(chromium.web_accessible_resources).toEqual([
      {
        resources: ["warning.html", "notice.html"],
        matches: ["<all_urls>"],
        use_dynamic_url: true,
      },
    ]);
    expect(firefox.web_accessible_resources).toEqual([
      { resources: ["warning.html", "notice.html"], matches: ["<all_urls>"] },
    ]);
  });

  test("puts the guard into every page and frame before its first script", () => {
    const everywhere = {
      matches: ["<all_urls>"],
      all_frames: true,
      match_about_blank: true,
      match_origin_as_fallback: true,
    };
    expect(chromium.content_scripts).toEqual([
      { js: ["guard.js"], run_at: "document_start", ...everywhere },
      { js: ["look.js"], run_at: "document_idle", ...everywhere },
    ]);
  });

  test("tells Firefox that no data is collected", () => {
    expect(firefox.browser_specific_settings?.gecko).toMatchObject({
      strict_min_version: "140.0",
      data_collection_permissions: { required: ["none"] },
    });
  });
});
