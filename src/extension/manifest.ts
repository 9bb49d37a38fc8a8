import type { UserManifest } from "wxt";

/**
 * The public half of a key pair whose private half nobody has: it fixes the extension's id, which policies, redirect
 * rules and tests name. A store that signs the package with a key of its own replaces it.
 */
const PUBLIC_KEY =
  "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA0P0sYml+2vIN5OO5AIxUe+J9pG2ln35ztni5Sc4YrZqEmje3tMhPWqVxWTpShE4tJ1t2aDt9yy/9ZLZbtyseQoLH7fEj3SjJQrmtK0YL2y+N83nH6K5bIVgCCD5NY6kV3gqP/8DUusTdzk5YlhcS8AqVxHM7XT4PB8kVr6v/LrBG89ZM4oUAZH0fTB7KnVq0dNAKuVBhuJNizpRcnTkn1EBsLbPimpYOCr7mLcjmrrkatxW80Gf5ffg4vhAOJwDx3Y6ir2MZ7VzOFTbLWmK4oIgujIG8kK/a/JXvXo5rqwDUhODFeToQrXi/eXUoilw2FvHv1D2HG58LA/xRSKWf6wIDAQAB";

export const GECKO_ID = "{b915af93-0e75-404d-9027-07a6e11cca71}";

/** Ed25519 in Web Cryptography, by which the feed is verified: https://chromestatus.com/feature/4913922408710144 */
const MINIMUM_CHROMIUM = "137";

const SHARED_PERMISSIONS = [
  "storage",
  "unlimitedStorage",
  "alarms",
  // "Check this link", "check the selected text".
  "contextMenus",
  "tabs",
  "webNavigation",
  "scripting",
];
const CHROMIUM_PERMISSIONS = [
  ...SHARED_PERMISSIONS,
  "declarativeNetRequest",
  // Pages are judged in a worker that can be ended, which only a document can start.
  "offscreen",
];
const FIREFOX_PERMISSIONS = [...SHARED_PERMISSIONS, "webRequest", "webRequestBlocking"];

/** Asked for when a person wants to be notified of alerts; nobody has it before. */
const OPTIONAL_PERMISSIONS = ["notifications" as const];

/** What takes the place of listed pages, in tabs and in frames. */
const LED_TO = ["warning.html", "notice.html"];

const EVERYWHERE = {
  matches: ["<all_urls>"],
  all_frames: true,
  match_about_blank: true,
  // data:, blob: and about: documents that a page makes belong to it too.
  match_origin_as_fallback: true,
};

/**
 * What the extension asks of a browser. Permissions are pinned by a test: a new one is a reviewed change.
 *
 * @param connect origins of feed and hub that the build names, where they are not https
 */
export function manifestFor(
  browser: "chromium" | "firefox",
  connect: readonly string[],
): UserManifest {
  return {
    // From src/locales, see manifest-locales.ts.
    name: "__MSG_name__",
    description: "__MSG_description__",
    default_locale: "vi",
    host_permissions: ["<all_urls>"],
    optional_permissions: OPTIONAL_PERMISSIONS,
    options_ui: { page: "settings.html", open_in_tab: true },
    action: { default_title: "__MSG_action__" },
    content_scripts: [
      { js: ["guard.js"], run_at: "document_start", ...EVERYWHERE },
      { js: ["look.js"], run_at: "document_idle", ...EVERYWHERE },
    ],
    content_security_policy: {
      extension_pages: contentSecurityPolicy(connect),
      ...(browser === "chromium" ? { sandbox: SANDBOXED } : {}),
    },
    ...(browser === "chromium" ? chromiumKeys() : firefoxKeys()),
  };
}

/** The notice in frames: it draws, and that is all. */
const SANDBOXED = "sandbox allow-scripts; default-src 'none'; script-src 'self'; style-src 'self'";

function contentSecurityPolicy(connect: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    // A managed policy may name any https feed; the last one is the background's own probe of its rules.
    ["connect-src 'self' https:", ...connect, "http://*.tinhtao.localhost:1"].join(" "),
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

function chromiumKeys(): UserManifest {
  return {
    permissions: CHROMIUM_PERMISSIONS,
    minimum_chrome_version: MINIMUM_CHROMIUM,
    key: PUBLIC_KEY,
    // Chromium passes on only what this file names; src/core/policy says what each setting may be.
    storage: { managed_schema: "managed-schema.json" },
    web_accessible_resources: [
      // Rules may redirect to these pages, but no page can fetch it to find out who is installed.
      { resources: LED_TO, matches: ["<all_urls>"], use_dynamic_url: true },
    ],
  };
}

function firefoxKeys(): UserManifest {
  return {
    permissions: FIREFOX_PERMISSIONS,
    web_accessible_resources: [{ resources: LED_TO, matches: ["<all_urls>"] }],
    browser_specific_settings: {
      gecko: {
        id: GECKO_ID,
        strict_min_version: "140.0",
        data_collection_permissions: { required: ["none"] },
      },
    },
  };
}
