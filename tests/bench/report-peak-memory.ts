// Preloaded into a measured process: leaves its peak resident memory, in kilobytes, in the file PEAK_MEMORY_FILE.
import { writeFileSync } from "node:fs";

process.on("exit", () => {
  const file = process.env.PEAK_MEMORY_FILE;
  if (file !== undefined) writeFileSync(file, String(process.resourceUsage().maxRSS));
});
