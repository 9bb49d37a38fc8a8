import { printable } from "../node/printable.ts";
import { readArguments, UsageError } from "./command/read-arguments.ts";
import { runCommand } from "./command/run-command.ts";

function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    process.once("SIGINT", () => resolve());
    process.once("SIGTERM", () => resolve());
  });
}

// "hub reports | head" closes our output early: that is the reader's wish and no failure, and no end of a server either.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

try {
  process.exitCode = await runCommand(readArguments(process.argv.slice(2), Date.now()), {
    out: (line) => process.stdout.write(`${line}\n`),
    err: (line) => process.stderr.write(`${line}\n`),
    now: Date.now,
    untilStopped,
  });
} catch (error) {
  if (error instanceof UsageError) {
    process.stderr.write(`hub: ${printable(error.message)}\nSee: npm run -s hub -- --help\n`);
    process.exitCode = 2;
  } else {
    process.stderr.write(`hub: ${printable(plain(error))}\n`);
    process.exitCode = 1;
  }
}

function plain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") return "the port is taken: choose another with --port N";
  if (code === "EACCES") return `not allowed: ${error.message}`;
  if (code === "EADDRNOTAVAIL") return "this machine has no such address: see --host";
  return error.message;
}
