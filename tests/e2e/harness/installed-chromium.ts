import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { createHash, generateKeyPairSync } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { findBrowser } from "../../../scripts/browsers.mjs";
import { type Cdp, connectCdp } from "./cdp.ts";
import { debuggingAddress, netLogFlag, networkFlags, QUIET_FLAGS } from "./chromium.ts";
import type { Network } from "./network.ts";
import { profileFolder, runFolder } from "./run.ts";
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
  /** Starts the browser; `address` is the page it opens with. */
  start(address: string): Promise<InstalledChromium>;
  /** Takes the policy away, and a browser that a failed test left running. */
  remove(): void;
}

const UPDATE_HOST = "kho-tien-ich.example";
const POLICY_FILE = "/etc/chromium/policies/managed/tinhtao-test.json";

/** Why no extension can be installed by policy here, or null if it can. */
export async function whyNotInstallable(): Promise<string | null> {
  if (process.platform !== "linux") return "the policy folder is known for Linux alone";
  if (process.getuid?.() !== 0) return "writing a browser policy needs root";
  const program = await findBrowser("chromium");
  // Other builds look for policies elsewhere (/etc/opt/chrome, snap).
  if (!program?.startsWith("/usr/lib/chromium"))
    return "only Debian's Chromium reads /etc/chromium";
  return null;
}

/** Packs the built extension, makes it available on the test network, and writes the policy that installs it. */
export async function installByPolicy(network: Network, extension: string): Promise<Installation> {
  const program = (await findBrowser("chromium")) ?? "";
  const profile = profileFolder("installed");
  const { id, crx } = pack(program, extension, `${profile}-packed`);
  const { version } = JSON.parse(readFileSync(join(extension, "manifest.json"), "utf8"));
  network.serve(UPDATE_HOST, ({ path }) =>
    path.startsWith("/updates.xml")
      ? {
          headers: { "content-type": "text/xml" },
          body: `<?xml version="1.0"?><gupdate xmlns="http://www.google.com/update2/response" protocol="2.0"><app appid="${id}"><updatecheck codebase="http://${UPDATE_HOST}/tinhtao.crx" version="${version}"/></app></gupdate>`,
        }
      : { headers: { "content-type": "application/x-chrome-extension" }, body: crx },
  );
  const running = new Set<ChildProcess>();
  const policy = policyFolder({
    ExtensionSettings: {
      [id]: {
        installation_mode: "force_installed",
        update_url: `http://${UPDATE_HOST}/updates.xml`,
      },
    },
    // 1: force-installed extensions may be looked into as well.
    DeveloperToolsAvailability: 1,
  });
  return {
    extensionId: id,
    profile,
    async start(address) {
      const flags = [
        "--headless=new",
        "--remote-debugging-port=0",
        `--user-data-dir=${profile}`,
        ...QUIET_FLAGS.filter((flag) => flag !== "--disable-background-networking"),
        ...networkFlags(network),
        netLogFlag(),
        "--lang=vi",
        "--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable",
        address,
      ];
      rmSync(join(profile, "DevToolsActivePort"), { force: true });
      const child = policy.spawn(program, flags);
      running.add(child);
      child.once("exit", () => running.delete(child));
      const cdp = await connectCdp(await debuggingAddress(profile));
      return { cdp, close: () => closeInOrder(cdp, child) };
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

/**
 * Gives a browser its policy without touching the machine's: in a mount namespace of its own where the system lets us,
 * otherwise as a file that is removed again.
 */
function policyFolder(policy: object): {
  spawn(program: string, flags: string[]): ChildProcess;
  remove(): void;
} {
  const content = JSON.stringify(policy);
  const own = join(runFolder(), "etc-chromium");
  mkdirSync(join(own, "policies", "managed"), { recursive: true });
  writeFileSync(join(own, "policies", "managed", "tinhtao-test.json"), content);
  const mount = ["--mount", "sh", "-c", `mount --bind "${own}" /etc/chromium && exec "$@"`, "sh"];
  const options = { stdio: "ignore", env: { ...process.env, LANGUAGE: "vi" } } as const;
  if (existsSync("/etc/chromium") && spawnSync("unshare", [...mount, "true"]).status === 0) {
    return {
      spawn: (program, flags) => spawn("unshare", [...mount, program, ...flags], options),
      remove: () => undefined,
    };
  }
  const remove = () => rmSync(POLICY_FILE, { force: true });
  mkdirSync(dirname(POLICY_FILE), { recursive: true });
  process.once("exit", remove);
  writeFileSync(POLICY_FILE, content);
  return { spawn: (program, flags) => spawn(program, flags, options), remove };
}

/** Packs under a key of this run: the private half of the manifest's own key is nobody's. */
function pack(program: string, extension: string, folder: string): { id: string; crx: Buffer } {
  const source = join(folder, "tinhtao");
  cpSync(extension, source, { recursive: true });
  const manifestFile = join(source, "manifest.json");
  const { key: _, ...manifest } = JSON.parse(readFileSync(manifestFile, "utf8"));
  writeFileSync(manifestFile, JSON.stringify(manifest));
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const keyFile = join(folder, "key.pem");
  writeFileSync(keyFile, privateKey.export({ type: "pkcs8", format: "pem" }));
  execFileSync(program, [
    "--headless=new",
    "--no-sandbox",
    `--user-data-dir=${join(folder, "profile")}`,
    `--pack-extension=${source}`,
    `--pack-extension-key=${keyFile}`,
  ]);
  return {
    id: extensionId(publicKey.export({ type: "spki", format: "der" })),
    crx: readFileSync(`${source}.crx`),
  };
}

/** An extension's id: the first half of its public key's SHA-256, with the letters a to p for hex digits. */
function extensionId(publicKey: Buffer): string {
  const hex = createHash("sha256").update(publicKey).digest("hex").slice(0, 32);
  return hex.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
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
