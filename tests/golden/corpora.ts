import { createReadStream, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createGunzip } from "node:zlib";

const ROOT = join(import.meta.dirname, "../..");
const CONTENT = join(ROOT, "src/content");
/** Data for measuring that the repository does not contain; most machines lack it. */
const SHARED = join(ROOT, "../shared/data");

/** Addresses in the repository's data, and look-alikes derived from them. */
export function shippedAddresses(): string[] {
  const brands = readFileSync(join(CONTENT, "brands.tsv"), "utf8").split("\n").slice(1);
  const official = brands.flatMap((line) => (line.split("\t")[2] ?? "").split(/[,; ]+/));
  const places = ["well-known-hosts.txt", "shared-hosts.txt"].flatMap((name) =>
    readFileSync(join(CONTENT, name), "utf8").split("\n"),
  );
  const hosts = [...official, ...places]
    .map((line) => line.replace(/#.*/, "").trim())
    .filter((host) => /^[a-z0-9.-]+\.[a-z]+(?:\/\S*)?$/.test(host));
  return [...new Set([...hosts, ...official.filter(Boolean).flatMap(lookAlikes)])].sort();
}

function lookAlikes(domain: string): string[] {
  const label = domain.split(".")[0] ?? "";
  if (label.length < 5) return [];
  return [
    `${label}-xacthuc.top`,
    `dang-nhap-${label}.com`,
    `${label.replace("o", "0").replace("l", "1")}.vip`,
    `${label.slice(0, 3)}${label.slice(2)}.net`,
    `${domain}.khachhang.site`,
  ];
}

/** Texts in the repository's content; many of them quote scam messages. */
export function shippedTexts(): string[] {
  const folder = join(CONTENT, "awareness");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".json"),
  );
  const texts = files.flatMap((name) =>
    textsIn(JSON.parse(readFileSync(join(folder, name), "utf8"))),
  );
  return [...new Set(texts)].filter((text) => text.length >= 20).sort();
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

/** Bytes of a shared corpus, or null if this machine lacks it. */
export function sharedLines(name: string): AsyncIterable<Uint8Array> | null {
  const file = join(SHARED, name);
  if (!existsSync(file)) return null;
  const bytes = createReadStream(file);
  return name.endsWith(".gz") ? bytes.pipe(createGunzip()) : bytes;
}
