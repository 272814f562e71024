/** What the verbs have in common: they refuse what they do not know, and ask. */
import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { ConfigError } from "../config.ts";
import { UnusableDatabase } from "../store/database/database.ts";

/** The variables of the process. */
export type Env = Readonly<Record<string, string | undefined>>;

interface Usage {
  /** How it is called, and what it does. */
  help: string;
  /** How many words it takes beside its flags. */
  words: number;
}

/** Why a command does not do it, as a sentence. */
class Refused extends Error {
  readonly exitCode: number;

  constructor(sentence: string, exitCode: number) {
    super(sentence);
    this.exitCode = exitCode;
  }
}

/** A command from its first to its last word. What it refuses is one sentence, and the exit code. */
export async function run(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    const isExpected = error instanceof Refused || error instanceof UnusableDatabase;
    if (!isExpected && !(error instanceof ConfigError)) throw error;
    console.error(error.message);
    process.exitCode = error instanceof Refused ? error.exitCode : 1;
  }
}

/** The words of `args`. Ends the process with 0 after `--help`, and refuses with 2 what it does not know. */
export function readArguments(
  args: readonly string[],
  { help, words }: Usage,
): { words: string[]; yes: boolean } {
  const { values, positionals } = parse(args, help);
  if (values.help) {
    console.log(help);
    process.exit(0);
  }
  if (positionals.length === words) return { words: positionals, yes: values.yes === true };
  return refuse(`It takes ${words} words, and was given ${positionals.length}.\n${help}`, 2);
}

function parse(args: readonly string[], help: string) {
  try {
    return parseArgs({
      args: [...args],
      options: { help: { type: "boolean" }, yes: { type: "boolean" } },
      allowPositionals: true,
    });
  } catch (error) {
    return refuse(`${error instanceof Error ? error.message : error}\n${help}`, 2);
  }
}

/** Resolves once somebody agreed. Without a terminal only `--yes` does. */
export async function confirm(what: string, yes: boolean): Promise<void> {
  console.log(what);
  if (yes) return;
  if (!process.stdin.isTTY) refuse("Nothing was done. Without a terminal, say --yes.", 2);
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question("Type yes to go on: ");
  terminal.close();
  if (answer.trim() !== "yes") refuse("Nothing was done.");
}

export function refuse(sentence: string, exitCode = 1): never {
  throw new Refused(sentence, exitCode);
}
