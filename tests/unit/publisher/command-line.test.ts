import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { runCommandLine } from "../../../src/publisher/run-command-line.ts";
import { contentOf, DAY, manyHosts, publisherDesk, START } from "./feed-command.ts";

const COMMANDS = [
  "keygen",
  "build",
  "verify",
  "inspect",
  "serve",
  "refresh-timestamp",
  "rotate-root",
  "snapshot",
];

describe("the publisher's command line", { timeout: 30_000 }, () => {
  it("explains each command", async () => {
    const desk = await publisherDesk();
    expect((await desk.run(["--help"])).status).toBe(0);
    for (const command of COMMANDS) {
      expect((await desk.run(["--help"])).out).toContain(command);
      const { status, out } = await desk.run([command, "--help"]);
      expect(status).toBe(0);
      expect(out).toContain(`feed ${command}`);
    }
  });

  it.each([
    [[], ""],
    [["publish"], 'there is no command "publish"'],
    [["build", "--wrong"], "Unknown option '--wrong'"],
    [["build", "--out", "x"], "--keys is needed"],
    [["build", "--out", "x", "--keys", "y", "z"], '"z" is one word too many'],
    [["build", "--out", "x", "--keys", "y", "--max-malformed", "2"], "a share from 0 to 1"],
    [["build", "--out", "x", "--keys", "y", "--now", "soon"], "ISO 8601"],
    [["verify"], "name FEED"],
    [["serve", "x", "--port", "http"], "a whole number from 0 to 65535"],
    [["keygen", "--out", "x", "--threshold", "2"], "a threshold of 2 takes as many root keys"],
  ])("calls %j wrong, with exit status 2", async (args, problem) => {
    const desk = await publisherDesk();
    const { status, err } = await desk.run(args);
    expect(status).toBe(2);
    expect(err).toContain(problem);
  });

  it("never writes over a key", async () => {
    const desk = await publisherDesk();
    const before = contentOf(desk.keys);
    const { status, err } = await desk.run(["keygen", "--out", desk.keys]);
    expect(status).toBe(1);
    expect(err).toContain("holds keys already");
    expect(contentOf(desk.keys)).toEqual(before);
  });

  it("takes as many root keys for a root as were asked for", async () => {
    const desk = await publisherDesk();
    const keys = path.join(desk.folder, "three");
    await desk.run(["keygen", "--out", keys, "--root-keys", "3", "--threshold", "2"]);
    await desk.build({ list: ["evil.example"], args: ["--keys", keys] });
    const root = JSON.parse(readFileSync(path.join(desk.feed, "metadata/1.root.json"), "utf8"));
    expect(root.signed.roles.root).toMatchObject({ threshold: 2 });
    expect(root.signed.roles.root.keyids).toHaveLength(3);
  });

  it("sets how long metadata is good for", async () => {
    const desk = await publisherDesk();
    await desk.build({ list: ["evil.example"], args: ["--expires", "timestamp=2,root=700"] });
    const { out } = await desk.run(["inspect", desk.feed, "--json"]);
    expect(JSON.parse(out).expires).toBe("2026-09-03T08:00:00.000Z");
  });
});

describe("feed verify", { timeout: 30_000 }, () => {
  it.each([
    ["a list", "targets/blocklist", /targets\/blocklist\/\w+\.scam\.ttb\.gz is damaged/],
    [
      "a delta",
      "targets/deltas/blocklist/scam.ttb",
      /targets\/deltas\/blocklist\/scam\.ttb\/\S+ is damaged/,
    ],
    ["metadata", "metadata", /snapshot/],
  ])("finds a changed byte in %s", async (_, folder, reason) => {
    const desk = await publisherDesk();
    await desk.build({ list: manyHosts(500) });
    await desk.build({ list: manyHosts(501) });
    const wanted =
      folder === "metadata" ? (name: string) => name === "2.snapshot.json" : () => true;
    for (const name of readdirSync(path.join(desk.feed, folder)).filter(wanted)) {
      const file = path.join(desk.feed, folder, name);
      const bytes = readFileSync(file);
      const at = bytes.length - 30;
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      writeFileSync(file, bytes);
    }
    const { status, err } = await desk.run(["verify", desk.feed]);
    expect(status).toBe(1);
    expect(err).toMatch(reason);
  });

  it("says so when browsers will call the feed expired, or trust another root", async () => {
    const desk = await publisherDesk();
    await desk.build({ list: ["evil.example"] });
    const late = await desk.run(["verify", desk.feed], START + 30 * DAY);
    expect(late.status).toBe(1);
    expect(late.err).toContain("expired");
    const inspected = await desk.run(["inspect", desk.feed], START + 30 * DAY);
    expect(inspected.out).toContain("browsers refuse it");
    const other = await publisherDesk();
    await other.build({ list: ["evil.example"] });
    const root = path.join(other.feed, "metadata/1.root.json");
    const strange = await desk.run(["verify", desk.feed, "--root", root]);
    expect(strange.status).toBe(1);
    expect(strange.err).toContain("forged");
  });

  it.each([
    ["a list of an older version", "targets/blocklist"],
    ["an older snapshot", "metadata/1.snapshot.json"],
    ["older targets metadata", "metadata/1.targets.json"],
    ["an older root", "metadata/1.root.json"],
  ])("finds a changed byte in %s", async (_, place) => {
    const desk = await publisherDesk();
    await desk.build({ list: manyHosts(500) });
    const [old = ""] = readdirSync(path.join(desk.feed, "targets/blocklist"));
    await desk.build({ list: manyHosts(501) });
    await desk.run(["rotate-root", desk.feed, "--keys", desk.keys]);
    expect((await desk.run(["verify", desk.feed])).status).toBe(0);
    const name = place.startsWith("targets") ? `${place}/${old}` : place;
    const file = path.join(desk.feed, name);
    const bytes = readFileSync(file);
    const at = bytes.indexOf("2026") > 0 ? bytes.indexOf("2026") + 3 : bytes.length - 30;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    // What a browser trusts is another matter: here the folder is checked whole.
    const { status, err } = await desk.run(["verify", desk.feed]);
    expect(status).toBe(1);
    expect(err).toContain(path.basename(name));
    expect(err).not.toContain("is gone");
  });

  it("tells a file that is gone from one that is damaged", async () => {
    const desk = await publisherDesk();
    await desk.build({ list: manyHosts(500) });
    const [list = ""] = readdirSync(path.join(desk.feed, "targets/blocklist"));
    rmSync(path.join(desk.feed, "targets/blocklist", list));
    const { status, err } = await desk.run(["verify", desk.feed]);
    expect(status).toBe(1);
    expect(err).toContain(`targets/blocklist/${list} is gone`);
  });

  it("wants root.json to be the newest root", async () => {
    const desk = await publisherDesk();
    await desk.build({ list: ["evil.example"] });
    await desk.run(["rotate-root", desk.feed, "--keys", desk.keys]);
    const metadata = path.join(desk.feed, "metadata");
    writeFileSync(
      path.join(metadata, "root.json"),
      readFileSync(path.join(metadata, "1.root.json")),
    );
    const { status, err } = await desk.run(["verify", desk.feed]);
    expect(status).toBe(1);
    expect(err).toContain("metadata/root.json is another file than the newest root, 2.root.json");
  });

  it("names what is no feed", async () => {
    const desk = await publisherDesk();
    expect((await desk.run(["verify", desk.folder])).err).toContain("is no published feed");
    expect((await desk.run(["inspect", desk.folder])).err).toContain("is no published feed");
    expect((await desk.run(["serve", desk.folder])).err).toContain("is no published feed");
  });
});

describe("feed in a pipe", () => {
  it("ends quietly when its reader has seen enough", { timeout: 30_000 }, () => {
    // "true" reads nothing and is gone before the first line comes.
    const { stderr } = spawnSync(
      "sh",
      ["-c", '"$0" src/publisher/main.ts build --help | true', process.execPath],
      { encoding: "utf8" },
    );
    expect(stderr).toBe("");
  });

  it("ends with 1 after a refusal that nobody reads to its end", async () => {
    const desk = await publisherDesk();
    await desk.write("list.txt", "com.vn\n");
    const sources = path.join(desk.folder, "sources.json");
    const command =
      '{ "$0" src/publisher/main.ts build --keys "$1" --out "$2" --sources "$3" 2>/dev/null; echo "$?" >&2; } | true';
    const { stderr } = spawnSync(
      "sh",
      ["-c", command, process.execPath, desk.keys, desk.feed, sources],
      { encoding: "utf8" },
    );
    expect(stderr).toBe("1\n");
  });
});

describe("feed serve", () => {
  it("lets browsers keep what never changes and ask again for the rest", async () => {
    const desk = await publisherDesk();
    await desk.build({ list: ["evil.example"] });
    const answers: Response[] = [];
    let url = "";
    const status = await runCommandLine(["serve", desk.feed, "--port", "0", "--json"], {
      print: (line) => {
        url = JSON.parse(line).url;
      },
      stderr: { write: () => undefined },
      now: () => START,
      elapsed: () => 0,
      stopped: async () => {
        const first = await fetch(`${url}/metadata/timestamp.json`);
        const etag = first.headers.get("etag") ?? "";
        answers.push(
          first,
          await fetch(`${url}/metadata/timestamp.json`, { headers: { "If-None-Match": etag } }),
          await fetch(`${url}/metadata/1.root.json`),
          await fetch(`${url}/build-report.json`),
          await fetch(url, { method: "POST" }),
        );
      },
    });
    expect(status).toBe(0);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(answers.map((answer) => answer.status)).toEqual([200, 304, 200, 404, 405]);
    expect(answers[0]?.headers.get("cache-control")).toBe("no-cache");
    expect(answers[2]?.headers.get("cache-control")).toContain("immutable");
  });
});
