import * as z from "zod/mini";

/** Who tells people, as it was typed for messages and posters. */
export interface TypedSender {
  /** Null while nobody has typed: then the agency's policy gives the name, and the number. */
  agency: string | null;
  phone: string | null;
  /** Where the QR code is to lead. */
  url: string;
}

/** The sender that was typed last, on this machine alone. */
export interface SenderMemory {
  /** Null if nothing was kept. */
  read(): TypedSender | null;
  /** @returns false if the browser keeps nothing, so that the person can be told */
  keep(sender: TypedSender): boolean;
}

const KEY = "share-sender";
const typedSchema = z.object({
  agency: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  url: z.string(),
});

/** The pages' own storage, out of reach of web pages. */
export function browserSenderMemory(): SenderMemory {
  return {
    read() {
      try {
        const parsed = typedSchema.safeParse(JSON.parse(localStorage.getItem(KEY) ?? "null"));
        return parsed.success ? parsed.data : null;
      } catch {
        // Storage that is forbidden or damaged: everything is typed anew.
        return null;
      }
    },
    keep(sender) {
      try {
        localStorage.setItem(KEY, JSON.stringify(sender));
        return true;
      } catch {
        return false;
      }
    },
  };
}
