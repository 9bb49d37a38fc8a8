import { parse } from "csv-parse/sync";
import type { Sender } from "../../core/message/features.ts";
import { readTextFile } from "../../node/read-text-file.ts";

/** A message of which it is known what it is. */
export interface LabelledMessage {
  scam: boolean;
  /** Null if the file does not say, or says something else. */
  sender: Sender | null;
  content: string;
}

const SENDERS: readonly Sender[] = ["brandname", "shortcode", "personal_number"];

/**
 * Reads a CSV (RFC 4180, plain or gzip) with the columns label (1 scam, 0 not), sender_type and content.
 *
 * @throws Error that names the file, and the message that has another label
 */
export async function readMessagesFile(path: string): Promise<LabelledMessage[]> {
  const rows: Record<string, string>[] = parse(await readTextFile(path), {
    columns: true,
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
  });
  if (rows[0] === undefined || !("label" in rows[0]) || !("content" in rows[0])) {
    throw new Error(`${path}: the columns label, sender_type and content are needed`);
  }
  return rows.map(({ label, sender_type, content = "" }, at) => {
    if (label !== "0" && label !== "1") {
      throw new Error(`${path}: message ${at + 1} has label "${label}", neither 0 nor 1`);
    }
    const sender = SENDERS.find((known) => known === sender_type) ?? null;
    return { scam: label === "1", sender, content };
  });
}
