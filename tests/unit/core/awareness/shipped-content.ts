import { readContentFolder } from "../../../../src/node/read-content-folder.ts";

/** A day on which the content that ships is complete: the day it was written. */
export const WRITTEN = "2026-11-24";

export const CONTENT_FOLDER = "src/content/awareness";

const { content, problems } = await readContentFolder(CONTENT_FOLDER);

export const SHIPPED = content;
export const SHIPPED_PROBLEMS = problems;
