import { readFileSync } from "node:fs";
import { readContentArtifact } from "../../src/core/awareness/content-artifacts.ts";
import { formTold } from "../../src/core/awareness/form-told.ts";
import { indexForms } from "../../src/core/awareness/search-forms.ts";
import { termSought } from "../../src/core/awareness/term-sought.ts";
import { BlocklistError } from "../../src/core/blocklist/blocklist-error.ts";
import { buildBlocklist } from "../../src/core/blocklist/build-blocklist.ts";
import { sealWithChecksum } from "../../src/core/blocklist/checksum.ts";
import { diffBlocklists, patchBlocklist } from "../../src/core/blocklist/delta.ts";
import { keyText } from "../../src/core/blocklist/key.ts";
import { readLayout } from "../../src/core/blocklist/layout.ts";
import { buildIndex, readIndex } from "../../src/core/blocklist/list-index.ts";
import { openBlocklist } from "../../src/core/blocklist/open-blocklist.ts";
import { checkMessage } from "../../src/core/check/check-message.ts";
import { whatIsThis } from "../../src/core/check/what-is-this.ts";
import { isCardNumber, readAccount } from "../../src/core/contact/account.ts";
import { openContacts, writeContacts } from "../../src/core/contact/contact-list.ts";
import { isEmergencyNumber } from "../../src/core/contact/emergency-number.ts";
import { mayBeIdentityNumber } from "../../src/core/contact/identity-number.ts";
import { type ContactKnowledge, judgeContact } from "../../src/core/contact/judge-contact.ts";
import { officialNumbers } from "../../src/core/contact/official-numbers.ts";
import { readPhone } from "../../src/core/contact/phone.ts";
import { splitPhones } from "../../src/core/contact/split-phones.ts";
import { hostFacts } from "../../src/core/evidence/host-facts.ts";
import { isAsking } from "../../src/core/evidence/is-asking.ts";
import { createPageJudge } from "../../src/core/evidence/judge-page.ts";
import { CAPS } from "../../src/core/evidence/page-facts.ts";
import { pageModelSchema } from "../../src/core/evidence/page-model.ts";
import { unpackScript } from "../../src/core/evidence/unpack-script.ts";
import { withConstants } from "../../src/core/evidence/with-constants.ts";
import { readArtifact } from "../../src/core/feed/artifacts.ts";
import { canonicalJson } from "../../src/core/feed/canonical-json.ts";
import { fromDerSignature } from "../../src/core/feed/ecdsa-signature.ts";
import { FeedError } from "../../src/core/feed/feed-error.ts";
import { fromHex, toHex } from "../../src/core/feed/hex.ts";
import { parseMetadata } from "../../src/core/feed/metadata.ts";
import { matchesPattern } from "../../src/core/feed/path-pattern.ts";
import { snapshotIndexSchema } from "../../src/core/feed/snapshot.ts";
import { parseAddress } from "../../src/core/host/address.ts";
import { addressParts } from "../../src/core/host/address-parts.ts";
import { capitalI } from "../../src/core/host/capital-i.ts";
import { findDisguised } from "../../src/core/host/disguised-name.ts";
import {
  isPublicSuffix,
  isRegistrableName,
  registrableDomain,
} from "../../src/core/host/domain.ts";
import { refanged } from "../../src/core/host/refanged.ts";
import { brandsSchema, indexBrands } from "../../src/core/lookalike/brands.ts";
import { foldLabel, foldText, leetReadings } from "../../src/core/lookalike/fold.ts";
import { guessedSite } from "../../src/core/lookalike/guessed-site.ts";
import { createLookalikes } from "../../src/core/lookalike/lookalike.ts";
import { distance } from "../../src/core/lookalike/slips.ts";
import { createMessageJudge } from "../../src/core/message/judge-message.ts";
import { openMessageModel } from "../../src/core/message/message-model.ts";
import { hostOfPath } from "../../src/core/path-plan/host-of-path.ts";
import { pathConditions } from "../../src/core/path-plan/path-conditions.ts";
import { planPaths } from "../../src/core/path-plan/path-plan.ts";
import { DEFAULT_POLICY, parsePolicy } from "../../src/core/policy/policy.ts";
import { crc16 } from "../../src/core/qr/emv.ts";
import { readPayment } from "../../src/core/qr/payment.ts";
import { readDecisions } from "../../src/core/report/decisions.ts";
import { formOfName } from "../../src/core/report/form-of-name.ts";
import { isSameAddress } from "../../src/core/report/is-same-address.ts";
import { readAmount } from "../../src/core/report/read-amount.ts";
import { readJpeg } from "../../src/core/report/read-jpeg.ts";
import { readPhones } from "../../src/core/report/read-phones.ts";
import { readReport, receiptSchema } from "../../src/core/report/report.ts";
import { parseAppearance } from "../../src/core/settings/appearance.ts";
import { DEFAULT_SETTINGS } from "../../src/core/settings/settings.ts";
import { readSettingsFile, settingsFile } from "../../src/core/settings/settings-file.ts";
import { judge } from "../../src/core/verdict/judge.ts";
import { KnowledgeError, openKnowledge } from "../../src/core/verdict/knowledge.ts";
import { pageFactsSchema } from "../../src/extension/page-facts-schema.ts";
import { clientKey } from "../../src/hub/limits/client-key.ts";
import { readReceiptCode } from "../../src/hub/reports/receipt-code.ts";
import { readName } from "../../src/hub/review/name-to-list.ts";
import { readBrandsFile } from "../../src/node/brands-file.ts";
import { canonicalEntry } from "../../src/node/entry-checks/canonical-entry.ts";
import { guardFormulas, unguardFormulas } from "../../src/node/formula-guard.ts";
import { readContentFolder } from "../../src/node/read-content-folder.ts";
import { parseAdblock } from "../../src/publisher/sources/parse-adblock.ts";
import { parseHostsFile } from "../../src/publisher/sources/parse-hosts-file.ts";
import { parsePlain } from "../../src/publisher/sources/parse-plain.ts";
import { aReport } from "../unit/a-report.ts";
import { damaged, hostileFacts, overwritten } from "./samples.ts";

/** A reader of what others write, as the fuzzer feeds it. */
export interface Reader {
  /** Longest text that it is given, in UTF-16 code units: its cap, or more than it ever gets. */
  longest: number;
  /** Milliseconds of processor time that the longest text may take. */
  limit: number;
  /** @param variant chooses which part of a structure the text takes; free for a reader of plain text */
  read(text: string, variant: number): void;
  /** Errors that it documents; every other is a finding. */
  throws?: (error: unknown) => boolean;
}

const json = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));
const brandList = await readBrandsFile("src/content/brands.tsv");
const brands = indexBrands(brandList);
const lookalikes = createLookalikes(brands);
const pageModel = pageModelSchema.parse(json("src/content/page-model.json"));
const pageJudge = createPageJudge(brands, pageModel);
const SETTINGS = { feedVersion: 0, policy: DEFAULT_POLICY, overriddenUntil: () => null };
const knowledge = openKnowledge([], SETTINGS);
const whole = { ...knowledge, brands };
const messageModel = openMessageModel(json("src/content/message-model.json"));
const messageJudge = createMessageJudge(whole, messageModel);
const { content } = await readContentFolder("src/content/awareness");
const searchForms = indexForms(content.forms);

const LISTING = { form: null, brand: null, source: "s", since: 20_000 };
const SOURCES = [{ id: "s", name: "S", licence: "MIT" }];
const names = Array.from(
  { length: 300 },
  (_, at) => `evil-${(at * 7919) % 1000}.example${at % 3 ? "" : `/p/${at}`}`,
);
const list = buildBlocklist(
  [...new Set(names)].map((name) => ({ name, ...LISTING })),
  { sources: SOURCES },
);
const next = buildBlocklist(
  [...new Set(names.slice(20))].map((name) => ({ name, ...LISTING })),
  { sources: SOURCES },
);
const index = buildIndex(list);
const delta = diffBlocklists(list, next);
const contacts = openContacts(
  writeContacts([
    { kind: "phone", number: "0912345678", ...LISTING, since: null, source: "s", note: "" },
  ]),
);

const contactKnowledge: ContactKnowledge = {
  list: contacts,
  official: officialNumbers(content.hotlines),
};

/** With the checksum made right, so that what lies behind it is read as well. */
const sealed = (bytes: Uint8Array<ArrayBuffer>, variant: number) => {
  if (variant % 2 === 0) sealWithChecksum(bytes);
  return bytes;
};
const bytesOf = (value: unknown) =>
  new TextEncoder().encode(typeof value === "string" ? value : JSON.stringify(value));
const isBlocklistError = (error: unknown) => error instanceof BlocklistError;
const isFeedError = (error: unknown) => error instanceof FeedError;
/** What says in words where an artifact differs from its shape, and what JSON.parse and TextDecoder say. */
const isPlainError = (error: unknown) =>
  error instanceof Error && (error.constructor === Error || error instanceof SyntaxError);

const LINE = 16_384;
const ANY = 65_536;
const FILE = 20_000;
const text = (read: (text: string) => void, longest = ANY, limit = 200): Reader => ({
  longest,
  limit,
  read,
});
/** A reader of JSON: of the text itself, and of a sample that is damaged with it. */
const structure = (
  sample: unknown,
  read: (value: unknown) => void,
  throws: Reader["throws"] = () => false,
): Reader => ({
  longest: FILE,
  limit: 1_000,
  read: (given, variant) => read(variant % 16 === 0 ? given : damaged(sample, variant, given)),
  throws,
});

const KEY = "a".repeat(64);
const SIGNATURES = [{ keyid: KEY, sig: "00".repeat(64) }];
const HEAD = { spec_version: "1.0.31", version: 3, expires: "2027-01-01T00:00:00Z" };
const TARGET = { length: 3, hashes: { sha256: KEY } };
const ROLE = { keyids: [KEY], threshold: 1 };
const DELEGATIONS = {
  keys: { [KEY]: { keytype: "ed25519", scheme: "ed25519", keyval: { public: KEY } } },
  roles: [{ name: "hue", ...ROLE, terminating: true, paths: ["local/hue/*"] }],
};
const METADATA = {
  root: {
    _type: "root",
    ...HEAD,
    consistent_snapshot: true,
    keys: DELEGATIONS.keys,
    roles: { root: ROLE, timestamp: ROLE, snapshot: ROLE, targets: ROLE },
  },
  timestamp: { _type: "timestamp", ...HEAD, meta: { "snapshot.json": { version: 1, ...TARGET } } },
  snapshot: { _type: "snapshot", ...HEAD, meta: { "targets.json": { version: 1 } } },
  targets: {
    _type: "targets",
    ...HEAD,
    targets: { "brands.json.gz": TARGET },
    delegations: DELEGATIONS,
  },
} as const;
const RAW = { length: 10, sha256: KEY };
const metadata = (type: keyof typeof METADATA): Reader =>
  structure(
    { signed: METADATA[type], signatures: SIGNATURES },
    (value) => parseMetadata(type, bytesOf(value)),
    isFeedError,
  );
const artifact = (kind: Parameters<typeof readContentArtifact>[0], sample: unknown): Reader =>
  structure(sample, (value) => readContentArtifact(kind, bytesOf(value)), isPlainError);

const ALERTS = {
  version: 1,
  alerts: content.alerts.slice(0, 2),
  sources: content.sources.slice(0, 2),
};

/** Every reader of hostile input. What of src/core they do not reach, reach.ts names. */
export const READERS: Readonly<Record<string, Reader>> = {
  "page-judge": {
    longest: CAPS.script,
    limit: 1_000,
    read(given, variant) {
      const facts = hostileFacts(given, variant);
      const parsed = parseAddress(facts.address);
      if (!parsed.ok) throw new Error("The sample's address is none.");
      const site = registrableDomain(parsed.address.host);
      pageJudge.judge(facts, hostFacts(parsed.address, site, { brands, lookalikes }));
    },
  },
  "page-facts-schema": structure(hostileFacts("Đăng nhập", 1), (value) =>
    pageFactsSchema.safeParse(value),
  ),
  "page-asks": {
    longest: CAPS.script,
    limit: 200,
    read: (given, variant) => isAsking(hostileFacts(given, variant)),
  },
  "page-scripts": text((given) => unpackScript(withConstants(given)), CAPS.script),
  message: text((given) => checkMessage(given, messageJudge, contactKnowledge), 100_000, 300),
  "pasted-text": {
    longest: ANY,
    limit: 300,
    read: (given, variant) =>
      whatIsThis(given, ([null, "address", "phone", "account", "message"] as const)[variant % 5]),
  },
  "pasted-number": {
    longest: 60,
    limit: 20,
    read(given, variant) {
      const start = ["", "0", "+", "+855", "079", "11", "1900", "9704"][variant % 8];
      const { subject } = whatIsThis(`${start}${given.replace(/\D/g, "").slice(0, variant % 20)}`);
      mayBeIdentityNumber(given);
      isEmergencyNumber(given);
      if (subject.kind === "phone") {
        judgeContact({ kind: "phone", number: subject.phone.number }, contactKnowledge);
      }
    },
  },
  "pasted-line": {
    longest: 4_096,
    limit: 100,
    read: (given, variant) =>
      whatIsThis(given, ([null, "address", "phone", "account", "message"] as const)[variant % 5]),
  },
  address: text((given) => {
    const parsed = parseAddress(given);
    if (parsed.ok) {
      judge(parsed.address, whole);
      const site = registrableDomain(parsed.address.host);
      addressParts(
        parsed.address,
        site,
        brandList.slice(0, 5).flatMap(({ aliases }) => aliases),
      );
    }
    const path = parseAddress(`https://a.example/${given}`);
    if (path.ok) judge(path.address, whole);
    isSameAddress(given, "https://a.example/?a=b");
    capitalI(given, "a.example");
    refanged(given);
  }, LINE),
  host: text(
    (given) => {
      const host = `${given
        .toLowerCase()
        .replace(/[^a-z0-9.-]/g, "")
        .slice(0, 248)}.com`;
      const parsed = parseAddress(`http://${host}/`);
      if (parsed.ok) judge(parsed.address, whole);
      isRegistrableName(host);
      isPublicSuffix(host);
      foldLabel(`xn--${host}`);
      guessedSite(given.slice(0, 300));
    },
    2_000,
    100,
  ),
  "look-alike": {
    longest: 60,
    limit: 20,
    read(given, variant) {
      const { aliases } = brandList[variant % brandList.length] ?? { aliases: [] };
      const alias = (aliases[0] ?? "bank").replace(/[^a-z0-9]/g, "");
      const label = given.toLowerCase().replace(/[^a-z0-9-]/g, "") || "vn";
      const at = variant % alias.length;
      const hosts = [
        `${alias}-${label}.top`,
        `${label}${alias}.com`,
        `${alias.slice(0, at)}${label.charAt(0)}${alias.slice(at + 1)}.vn`,
        `${alias}.dang-nhap.${label}.xyz`,
      ];
      for (const host of hosts) {
        const parsed = parseAddress(`https://${host}/`);
        if (parsed.ok) lookalikes.of(parsed.address.host, registrableDomain(parsed.address.host));
      }
      findDisguised(given.toLowerCase(), alias);
      distance(label, alias);
    },
  },
  folding: text((given) => leetReadings(foldText(given))),
  phone: text(
    (given) => {
      readPhone(given);
      splitPhones(given);
      readPhones(given);
    },
    LINE,
    100,
  ),
  account: text(
    (given) => {
      readAccount(given);
      isCardNumber(given);
    },
    LINE,
    20,
  ),
  contact: text(
    (given) => judgeContact({ kind: "phone", number: given }, contactKnowledge),
    LINE,
    20,
  ),
  "contact-list": structure(
    {
      version: 1,
      contacts: [
        {
          kind: "account",
          number: "123456",
          bank: null,
          form: null,
          since: null,
          source: "s",
          note: "",
        },
      ],
    },
    (value) => openContacts(bytesOf(value)),
    isPlainError,
  ),
  payment: {
    longest: LINE,
    limit: 20,
    read(given, variant) {
      const field = (id: string, value: string) => {
        const cut = value.slice(0, 99);
        return `${id}${String(cut.length).padStart(2, "0")}${cut}`;
      };
      const account = field("00", "970436") + field("01", given.slice(0, 19));
      const house = field("00", "A000000727") + field("01", account) + field("02", "QRIBFTTA");
      const codes = [
        given,
        `000201${given}`,
        `000201${field("38", house)}${field("62", field("08", given))}6304`,
      ];
      const code = codes[variant % codes.length] ?? "";
      readPayment(code.endsWith("6304") ? code + crc16(code).toString(16).padStart(4, "0") : code);
    },
  },
  amount: text((given) => readAmount(given), LINE, 20),
  report: structure(aReport({ kind: "scam" }), readReport),
  receipt: structure({ code: "TT-4F7K-9Q2M" }, (value) => receiptSchema.safeParse(value)),
  "receipt-code": text((given) => readReceiptCode(given), LINE, 20),
  decisions: structure(
    {
      version: 1,
      since: "2026-01-01",
      decisions: [{ key: "0".repeat(32), outcome: "confirmed", on: "2026-01-01" }],
    },
    (value) => readDecisions(bytesOf(value)),
    isPlainError,
  ),
  "form-of-name": text((given) => formOfName(given), LINE, 50),
  "form-search": text(
    (given) => {
      searchForms(given);
      formTold(searchForms, given);
      termSought(content.glossary, given);
    },
    4_096,
    300,
  ),
  "settings-file": {
    longest: ANY,
    limit: 200,
    read: (given, variant) =>
      readSettingsFile(
        variant % 4 === 0
          ? given
          : JSON.stringify(
              damaged(JSON.parse(settingsFile(DEFAULT_SETTINGS)), variant, given.slice(0, FILE)),
            ),
      ),
  },
  appearance: structure({ textSize: "large", theme: "dark", language: "vi" }, parseAppearance),
  policy: structure({ ...DEFAULT_POLICY, deny: ["a.example"] }, parsePolicy, () => true),
  jpeg: {
    longest: ANY,
    limit: 20,
    read: (given, variant) => {
      const marker = [0xe0, 0xe2, 0xdb, 0xc4, 0xc0, 0xda, 0xd9, 0x00][variant % 8] ?? 0;
      const part = [...bytesOf(given.slice(0, variant % 600))];
      const segment = [0xff, marker, part.length >> 8, (part.length + 2) & 0xff, ...part];
      const count = 1 + (variant % 40);
      readJpeg(Uint8Array.from([0xff, 0xd8, ...Array(count).fill(segment).flat()]));
      readJpeg(Uint8Array.from([0xff, 0xd8, ...bytesOf(given)]));
    },
  },
  "blocklist-open": {
    longest: 200,
    limit: 100,
    throws: isBlocklistError,
    read(given, variant) {
      const opened = openBlocklist(sealed(overwritten(list, variant, given), variant));
      for (const name of opened.names()) opened.get(name);
    },
  },
  "blocklist-index": {
    longest: 200,
    limit: 50,
    throws: isBlocklistError,
    read: (given, variant) => {
      readIndex(sealed(overwritten(index, variant, given), variant), readLayout(list));
      buildIndex(sealed(overwritten(list, variant, given), variant));
    },
  },
  "blocklist-delta": {
    longest: 200,
    limit: 100,
    throws: isBlocklistError,
    read: (given, variant) => {
      patchBlocklist(list, sealed(overwritten(delta, variant, given), variant));
    },
  },
  "blocklist-any": {
    longest: ANY,
    limit: 50,
    throws: isBlocklistError,
    read: (given) => {
      openBlocklist(bytesOf(given));
    },
  },
  "feed-root": metadata("root"),
  "feed-timestamp": metadata("timestamp"),
  "feed-snapshot": metadata("snapshot"),
  "feed-targets": metadata("targets"),
  "feed-artifact": structure(
    { kind: "blocklist", category: "scam", raw: RAW, count: 3, made: "2026-01-01T00:00:00Z" },
    (custom) =>
      readArtifact({ path: "blocklist/scam.ttb.gz", length: 3, hashes: {}, custom } as never),
    isFeedError,
  ),
  "feed-signature": {
    longest: LINE,
    limit: 20,
    read: (given) => fromDerSignature(bytesOf(given), 32),
  },
  "feed-hex": text(
    (given) => {
      fromHex(given);
      fromHex(toHex(bytesOf(given)));
    },
    ANY,
    50,
  ),
  "feed-canonical": structure(
    { a: [1, { b: "c" }] },
    canonicalJson,
    (error) => error instanceof RangeError,
  ),
  "feed-pattern": {
    longest: 4_096,
    limit: 100,
    read: (given, variant) =>
      matchesPattern(
        variant % 2 ? given : `local/hue/${given}`,
        variant % 3 ? given : "*a*b*c*d*e*f*g*h*",
      ),
  },
  "packaged-snapshot": structure({ version: 1, sources: [], artifacts: [] }, (value) =>
    snapshotIndexSchema.safeParse(value),
  ),
  "message-model": structure(messageModel.facts, openMessageModel, isPlainError),
  "page-model": structure(pageModel, (value) => pageModelSchema.safeParse(value)),
  brands: structure({ version: 1, brands: brandList.slice(0, 3) }, (value) => {
    const parsed = brandsSchema.safeParse(value);
    if (parsed.success) createLookalikes(indexBrands(parsed.data.brands));
  }),
  knowledge: structure(
    { version: 1, brands: brandList.slice(0, 3) },
    (value) =>
      openKnowledge(
        [{ path: "brands.json.gz", kind: "brands", category: null, bytes: bytesOf(value) }],
        SETTINGS,
      ),
    (error) => error instanceof KnowledgeError,
  ),
  alerts: artifact("alerts", ALERTS),
  "path-plan": {
    longest: LINE,
    limit: 400,
    throws: isBlocklistError,
    read(given) {
      const names = Array.from(
        { length: 2_000 },
        (_, at) => `h${at % 997}.example/${at}/${given.slice(at, at + 40)}`,
      );
      planPaths(names);
      const name = `h.example/${given}`;
      hostOfPath(name);
      pathConditions(name);
      keyText(name);
    },
  },
  "client-address": text((given) => clientKey(given), LINE, 20),
  spreadsheet: text((given) => unguardFormulas(guardFormulas(given)), ANY, 50),
  "source-plain": text((given) => {
    for (const line of given.split("\n")) parsePlain(line);
  }),
  "source-hosts": text((given) => {
    for (const line of given.split("\n")) parseHostsFile(line);
  }),
  "source-adblock": text((given) => {
    for (const line of given.split("\n")) parseAdblock(line);
  }),
  "source-entry": text((given) => {
    canonicalEntry(given, "auto");
    readName(given);
  }, LINE),
};
