import { readFile } from "node:fs/promises";
import { openMessageModel } from "../core/message/message-model.ts";

const FILE = new URL("../content/message-model.json", import.meta.url);

/** The model of messages that ships. */
export async function readMessageModel(): Promise<ReturnType<typeof openMessageModel>> {
  return openMessageModel(JSON.parse(await readFile(FILE, "utf8")));
}
