import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findBrowser } from "../../../scripts/browsers.mjs";
import { browserPolicy } from "./browser-policy.ts";
import { type Cdp, connectCdp } from "./cdp.ts";
import { debuggingAddress, netLogFlag, networkFlags, QUIET_FLAGS } from "./chromium.ts";
import { extensionId } from "./extension-id.ts";
import type { Network } from "./network.ts";
import { profileFolder } from "./run.ts";
import { until } from "./until.ts";

/** Chromium started as a person starts it, with the extension installed by policy: nothing attached, nothing loaded late. */
export interface InstalledChromium {
  readonly cdp: Cdp;
  /** Closes the browser in order, so that the profile is whole on disk. */
  close(): Promise<void>;
}

/** A packed extension and the policy that installs it. */
export interface Installation {
  readonly extensionId: string;
  readonly profile: string;
  /**
   * Starts the browser.
   *
   * @param address the page it opens with
   * @param flags further ones
   */
  start(address: string, ...flags: string[]): Promise<InstalledChromium>;
  /** Starts a browser without the extension, to compare with. */
  startBare(address: string): Promise<InstalledChromium>;
  /** Makes a newer version of the same extension available, for browsers that ask. */
  offer(version: string): void;
  /** Takes the policy away, and a browser that a failed test left running. */
  remove(): void;
}

const UPDATE_HOST = "kho-tien-ich.example";

/** Packs the built extension, makes it available on the test network, and writes the policy that installs it. */
export async function installByPolicy(network: Network, extension: string): Promise<Installation> {
  const program = (await findBrowser("chromium")) ?? "";
  const profile = profileFolder("installed");
  const pack = packer(program, extension, `${profile}-packed`);
  const { id } = pack;
  let { version, crx } = pack.version(null);
  network.serve(UPDATE_HOST, ({ path }) =>
    path.startsWith("/updates.xml")
      ? {
          headers: { "content-type": "text/xml" },
          body: `<?xml version="1.0"?><gupdate xmlns="http://www.google.com/update2/response" protocol="2.0"><app appid="${id}"><updatecheck codebase="http://${UPDATE_HOST}/tinhtao.crx" version="${version}"/></app></gupdate>`,
        }
      : { headers: { "content-type": "application/x-chrome-extension" }, body: crx },
  );
  const running = new Set<ChildProcess>();
  const policy = await browserPolicy({
    ExtensionSettings: {
      [id]: {
        installation_mode: "force_installed",
        update_url: `http://${UPDATE_HOST}/updates.xml`,
        // The package names no place of its own to ask for newer versions.
        override_update_url: true,
      },
    },
    // 1: force-installed extensions may be looked into as well.
    DeveloperToolsAvailability: 1,
  });
  const start = async (command: string, folder: string, address: string, more: string[]) => {
    const flags = [
      "--headless=new",
      "--remote-debugging-port=0",
      `--user-data-dir=${folder}`,
      ...QUIET_FLAGS.filter((flag) => flag !== "--disable-background-networking"),
      ...networkFlags(network),
      netLogFlag(),
      "--lang=vi",
      "--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable",
      ...more,
      address,
    ];
    rmSync(join(folder, "DevToolsActivePort"), { force: true });
    const env = { ...process.env, LANGUAGE: "vi" };
    const child = spawn(command, flags, { stdio: "ignore", env });
    running.add(child);
    child.once("exit", () => running.delete(child));
    const cdp = await connectCdp(await debuggingAddress(folder));
    return { cdp, close: () => closeInOrder(cdp, child) };
  };
  const bare = profileFolder("bare");
  return {
    extensionId: id,
    profile,
    start: (address, ...more) => start(policy.program, profile, address, more),
    startBare: (address) => start(program, bare, address, []),
    offer(newer) {
      ({ version, crx } = pack.version(newer));
    },
    remove() {
      for (const child of running) child.kill();
      policy.remove();
    },
  };
}

async function closeInOrder(cdp: Cdp, child: ChildProcess): Promise<void> {
  const gone = new Promise<void>((done) => {
    if (child.exitCode !== null) done();
    child.once("exit", () => done());
  });
  // The answer to this call is lost with the connection.
  await Promise.race([cdp.send("Browser.close").catch(() => null), gone]);
  await gone;
}

/** Packs under a key of this run: the private half of the manifest's own key is nobody's. */
function packer(program: string, extension: string, folder: string) {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return {
    id: extensionId(publicKey.export({ type: "spki", format: "der" })),
    /** @param newer the version that the package says it is; null for the built one */
    version(newer: string | null): { version: string; crx: Buffer } {
      const source = join(folder, newer ?? "built");
      cpSync(extension, source, { recursive: true });
      const manifestFile = join(source, "manifest.json");
      const { key: _, ...built } = JSON.parse(readFileSync(manifestFile, "utf8"));
      const manifest = { ...built, ...(newer === null ? {} : { version: newer }) };
      writeFileSync(manifestFile, JSON.stringify(manifest));
      const keyFile = join(folder, "key.pem");
      writeFileSync(keyFile, privateKey.export({ type: "pkcs8", format: "pem" }));
      execFileSync(program, [
        "--headless=new",
        "--no-sandbox",
        `--user-data-dir=${join(folder, "profile")}`,
        `--pack-extension=${source}`,
        `--pack-extension-key=${keyFile}`,
      ]);
      return { version: manifest.version, crx: readFileSync(`${source}.crx`) };
    },
  };
}

/** A target of the browser, once there is one that fits. */
export async function targetOf(
  cdp: Cdp,
  what: string,
  fits: (target: { targetId: string; type: string; url: string }) => boolean,
): Promise<{ targetId: string; url: string }> {
  let seen: string[] = [];
  return await until(
    what,
    async () => {
      const { targetInfos } = await cdp.send("Target.getTargets");
      seen = targetInfos.map(({ type, url }: { type: string; url: string }) => `${type} ${url}`);
      return targetInfos.find(fits);
    },
    15_000,
    () => seen,
  );
}

/** @returns session of a new tab */
export async function openTab(cdp: Cdp, url: string): Promise<string> {
  const { targetId } = await cdp.send("Target.createTarget", { url });
  const { sessionId } = await cdp.send("Target.attachToTarget", { targetId, flatten: true });
  return sessionId;
}

/** Result of an expression in a page, promises awaited. */
export async function evaluate(cdp: Cdp, sessionId: string, expression: string) {
  const { result, exceptionDetails } = await cdp.send(
    "Runtime.evaluate",
    { expression, awaitPromise: true, returnByValue: true },
    sessionId,
  );
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description);
  return result.value;
}
