import type { SyncProblem } from "../../../src/extension/messages.ts";
import type { Feed } from "./feed.ts";
import type { Answer } from "./network.ts";
import { page } from "./replies.ts";

type Interfere = Parameters<Feed["misbehave"]>[0];

/** Each way in which a feed can be bad: what stands between feed and browser, and what the popup must say. */
export const BAD_FEEDS: {
  what: string;
  interfere: Interfere;
  code: SyncProblem["code"][];
}[] = [
  {
    what: "forged (one byte of the timestamp is another)",
    interfere: change(/timestamp\.json$/, (bytes) =>
      edit(bytes, /"version": ?\d+/, '"version":999'),
    ),
    code: ["forged"],
  },
  {
    what: "forged (one byte of an artifact is another)",
    interfere: change(/\/targets\//, (bytes) => {
      const other = bytes.slice();
      const middle = Math.floor(other.length / 2);
      other[middle] = (other[middle] ?? 0) ^ 1;
      return other;
    }),
    code: ["forged", "damaged"],
  },
  {
    what: "signed by another key",
    interfere: change(/timestamp\.json$/, (bytes) =>
      edit(bytes, /"sig": ?"[0-9a-f]+"/, `"sig":"${"ab".repeat(64)}"`),
    ),
    code: ["forged"],
  },
  {
    what: "truncated (metadata)",
    interfere: change(/snapshot\.json$/, (bytes) => bytes.slice(0, bytes.length / 2)),
    code: ["damaged", "forged"],
  },
  {
    what: "truncated (artifact)",
    interfere: change(/\/targets\//, (bytes) => bytes.slice(0, bytes.length - 1)),
    code: ["damaged", "forged"],
  },
  {
    what: "larger than it may be",
    interfere: change(/timestamp\.json$/, () => new Uint8Array(1_000_000).fill(32)),
    code: ["too-large"],
  },
  {
    what: "endless",
    interfere: async (request, honest) =>
      request.path.includes("/targets/") ? { body: endless() } : honest(),
    code: ["too-large", "damaged"],
  },
  {
    what: "no feed at all but a page of a hotel's network",
    interfere: async () => page("Đăng nhập Wi-Fi"),
    code: ["damaged", "forged"],
  },
  { what: "an error of the server", interfere: async () => ({ status: 500 }), code: ["server"] },
  {
    what: "a closed connection",
    interfere: async (): Promise<Answer> => "drop",
    code: ["offline"],
  },
];

/** Changes the body of the answers to some paths. */
function change(path: RegExp, alter: (bytes: Uint8Array) => Uint8Array): Interfere {
  return async (request, honest) => {
    const reply = await honest();
    if (!path.test(request.path) || !(reply.body instanceof Uint8Array)) return reply;
    return { body: alter(reply.body) };
  };
}

function edit(bytes: Uint8Array, what: RegExp, by: string): Uint8Array {
  const text = new TextDecoder().decode(bytes);
  if (!what.test(text)) throw new Error(`nothing in the file matches ${what}`);
  return new TextEncoder().encode(text.replace(what, by));
}

async function* endless(): AsyncGenerator<Uint8Array> {
  for (;;) yield new Uint8Array(65_536);
}
