import * as z from "zod/mini";
import type { SessionMemory } from "../../platform/session-memory.ts";
import type { Store, StoredReport } from "../store/store.ts";

type Reports = Store["reports"];

const MEMORY_KEY = "private-reports";
/** Most that reports of private windows take of session memory with their pictures, in characters. */
const MAX_LENGTH = 4_000_000;

const keptSchema = z.array(
  z.object({
    report: z.custom<StoredReport>((value) => typeof value === "object" && value !== null),
    screenshot: z.nullable(z.string()),
  }),
);
type Kept = z.infer<typeof keptSchema>[number];

/**
 * Reports on this machine: those written in private windows in session memory, which never reaches the disk and ends
 * with the browser, all others in the database.
 */
export function createReportStore(needs: { stored: Reports; memory: SessionMemory }): Reports {
  const { stored, memory } = needs;
  let last: Promise<unknown> = Promise.resolve();

  async function read(): Promise<Kept[]> {
    const kept = keptSchema.safeParse((await memory.get(MEMORY_KEY)) ?? []);
    return kept.success ? kept.data : [];
  }

  const find = async (id: string) => (await read()).find(({ report }) => report.report.id === id);

  /** Changes run one after the other: each reads what the one before has written. */
  function change(work: (kept: Kept[]) => Kept[]): Promise<void> {
    const turn = async () => {
      const next = work(await read());
      if (JSON.stringify(next).length > MAX_LENGTH) {
        throw new DOMException("no room for reports of private windows", "QuotaExceededError");
      }
      await memory.set(MEMORY_KEY, next.length === 0 ? undefined : next);
    };
    const done = last.then(turn, turn);
    last = done.catch(() => undefined);
    return done;
  }

  return {
    all: async () => [...(await stored.all()), ...(await read()).map(({ report }) => report)],
    async put(report, screenshot = null) {
      if (!report.isPrivate) return stored.put(report, screenshot);
      const { id } = report.report;
      await change((kept) => {
        const before = kept.find((one) => one.report.report.id === id)?.screenshot ?? null;
        const picture = report.status === "waiting" ? (screenshot ?? before) : null;
        return [
          ...kept.filter((one) => one.report.report.id !== id),
          { report, screenshot: picture },
        ];
      });
    },
    screenshot: async (id) => (await find(id))?.screenshot ?? (await stored.screenshot(id)),
    async delete(id) {
      if (await find(id))
        await change((kept) => kept.filter(({ report }) => report.report.id !== id));
      else await stored.delete(id);
    },
    tryRoom: () => stored.tryRoom(),
  };
}
