import { OperatorError } from "../node/operator-error.ts";
import type { Command, CommandNeeds } from "./command-line.ts";
import { build } from "./commands/build.ts";
import { channels } from "./commands/channels.ts";
import { delegate } from "./commands/delegate.ts";
import { inspect } from "./commands/inspect.ts";
import { keygen } from "./commands/keygen.ts";
import { publishUnit } from "./commands/publish-unit.ts";
import { refreshTimestamp } from "./commands/refresh-timestamp.ts";
import { rotateRoot } from "./commands/rotate-root.ts";
import { serve } from "./commands/serve.ts";
import { signUnit } from "./commands/sign-unit.ts";
import { snapshot } from "./commands/snapshot.ts";
import { verify } from "./commands/verify.ts";
import { withdraw } from "./commands/withdraw.ts";

const COMMANDS: readonly Command[] = [
  keygen,
  build,
  verify,
  inspect,
  serve,
  refreshTimestamp,
  rotateRoot,
  delegate,
  signUnit,
  publishUnit,
  withdraw,
  snapshot,
  channels,
];

/**
 * Runs one command of the publisher.
 *
 * @param args as after "feed": the command's name, then its own arguments
 * @returns exit status: 0 done, 1 refused or failed, 2 called wrongly
 */
export async function runCommandLine(
  args: readonly string[],
  needs: CommandNeeds,
): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    needs.print(overview());
    return name === undefined ? 2 : 0;
  }
  const command = COMMANDS.find((known) => known.name === name);
  if (command === undefined) {
    needs.stderr.write(`feed: there is no command "${name}"\n\n${overview()}\n`);
    return 2;
  }
  if (rest.includes("--help") || rest.includes("-h")) {
    needs.print(command.help);
    return 0;
  }
  try {
    return await command.run(rest, needs);
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    needs.stderr.write(`feed ${name}: ${error.message}\n`);
    return error.exitCode;
  }
}

function overview(): string {
  const lines = COMMANDS.map(({ name, summary }) => `  ${name.padEnd(18)} ${summary}`);
  return `feed COMMAND [options]\n\n${lines.join("\n")}\n\nfeed COMMAND --help tells more.`;
}
