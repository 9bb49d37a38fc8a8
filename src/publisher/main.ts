import { printableOutput } from "../node/printable.ts";
import { ERASE_LINE } from "./progress.ts";
import { runCommandLine } from "./run-command-line.ts";

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // Whoever reads the answers has seen enough, as with "| head". The work goes on to its end, and to its exit status.
  if (error.code !== "EPIPE") throw error;
});

process.exitCode = await runCommandLine(process.argv.slice(2), {
  print: (line) => process.stdout.write(`${printableOutput(line)}\n`),
  // Warnings quote lines of lists that strangers write.
  stderr: {
    isTTY: process.stderr.isTTY,
    write: (text) => process.stderr.write(text === ERASE_LINE ? text : printableOutput(text)),
  },
  now: Date.now,
  elapsed: () => performance.now(),
  stopped: () =>
    new Promise((resolve) => {
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
    }),
});
