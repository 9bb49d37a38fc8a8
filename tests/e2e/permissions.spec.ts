import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { readJson, runFolder } from "./harness/run.ts";

interface Manifest {
  permissions: string[];
  host_permissions: string[];
  optional_permissions?: string[];
  optional_host_permissions?: string[];
  content_scripts: { matches: string[]; js: string[]; run_at: string; all_frames: boolean }[];
  web_accessible_resources: { resources: string[] }[];
  externally_connectable?: unknown;
  content_security_policy: { extension_pages: string };
}

// A permission that is not here is a reviewed change: say in CONTRIBUTING what it is for, then pin it.
for (const [build, permissions] of [
  [
    "chrome-mv3",
    [
      "alarms",
      "contextMenus",
      "declarativeNetRequest",
      "offscreen",
      "scripting",
      "storage",
      "tabs",
      "unlimitedStorage",
      "webNavigation",
    ],
  ],
  [
    "firefox-mv3",
    [
      "alarms",
      "contextMenus",
      "scripting",
      "storage",
      "tabs",
      "unlimitedStorage",
      "webNavigation",
      "webRequest",
      "webRequestBlocking",
    ],
  ],
] as const) {
  test(`${build} asks for these permissions and no others`, () => {
    const manifest = readJson(join(runFolder(build), "manifest.json")) as Manifest;
    expect([...manifest.permissions].sort()).toEqual(permissions);
    expect(manifest.host_permissions).toEqual(["<all_urls>"]);
    expect(manifest.optional_permissions).toEqual(["notifications"]);
    expect(manifest.optional_host_permissions ?? []).toEqual([]);
    expect(manifest.externally_connectable).toBeUndefined();
  });

  test(`${build} opens only what takes the place of pages to the web`, () => {
    const manifest = readJson(join(runFolder(build), "manifest.json")) as Manifest;
    expect(manifest.web_accessible_resources.flatMap(({ resources }) => resources)).toEqual([
      "warning.html",
      "notice.html",
    ]);
  });

  test(`${build} runs scripts of the package alone`, () => {
    const manifest = readJson(join(runFolder(build), "manifest.json")) as Manifest;
    const policy = manifest.content_security_policy.extension_pages;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/unsafe-(inline|eval)/);
  });
}
