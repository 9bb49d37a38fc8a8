import { runCommandLine } from "./run-command-line.ts";

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // Whoever reads the answers has seen enough, as with "| head".
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

process.exitCode = await runCommandLine(process.argv.slice(2), {
  print: (line) => process.stdout.write(`${line}\n`),
  stderr: process.stderr,
  now: Date.now,
  elapsed: () => performance.now(),
  stopped: () =>
    new Promise((resolve) => {
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
    }),
});
