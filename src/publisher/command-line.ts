import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { OperatorError } from "../node/operator-error.ts";
import type { ProgressOutput } from "./progress.ts";

/** What a command is given besides its arguments. */
export interface CommandNeeds {
  /** Results: for people or, with --json, for programs. */
  print(line: string): void;
  /** Progress and warnings. */
  stderr: ProgressOutput;
  /** Milliseconds since the epoch. */
  now(): number;
  /** Milliseconds of a steady clock. */
  elapsed(): number;
  /** Ends when the person stops the command (Ctrl-C). */
  stopped(): Promise<void>;
}

export interface Command {
  name: string;
  /** One line for the list of commands. */
  summary: string;
  /** Text for --help: how to call it and what its options do. */
  help: string;
  /** @returns the exit status */
  run(args: readonly string[], needs: CommandNeeds): Promise<number>;
}

/**
 * Reads a command's options and its other words.
 *
 * @param words names of the words that the command takes; "[name]" may be left out
 * @throws OperatorError (exit status 2) that says what was wrong in the call
 */
export function readArguments<T extends ParseArgsOptionsConfig>(
  command: string,
  args: readonly string[],
  options: T,
  words: readonly string[] = [],
) {
  try {
    const parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    const least = words.filter((word) => !word.startsWith("[")).length;
    if (parsed.positionals.length < least) {
      throw new OperatorError(`name ${words[parsed.positionals.length]} after "${command}"`);
    }
    const extra = parsed.positionals[words.length];
    if (extra !== undefined) throw new OperatorError(`"${extra}" is one word too many`);
    return parsed;
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    const reason = cause.message.split(/\. To specify|\. This command/)[0] ?? cause.message;
    throw new OperatorError(`${reason} (feed ${command} --help shows how to call it)`, {
      exitCode: 2,
      cause,
    });
  }
}

/** @throws OperatorError (exit status 2) if the option was not given */
export function required(command: string, option: string, value: string | undefined): string {
  if (value !== undefined && value !== "") return value;
  throw usage(command, `--${option} is needed`);
}

/** @throws OperatorError (exit status 2) if the value is no whole number in this range */
export function wholeNumber(
  command: string,
  option: string,
  value: string,
  least: number,
  most: number,
): number {
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= least && number <= most) return number;
  throw usage(command, `--${option} takes a whole number from ${least} to ${most}, not "${value}"`);
}

/** A wrong call, told with the way to its help. */
export function usage(command: string, problem: string): OperatorError {
  return new OperatorError(`${problem} (feed ${command} --help shows how to call it)`, {
    exitCode: 2,
  });
}
