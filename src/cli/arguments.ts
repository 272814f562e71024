/** What the verbs have in common: they refuse what they do not know, and ask. */
import { parseArgs } from "node:util";
import { ConfigError } from "../config.ts";
import { UnusableDatabase } from "../store/database/database.ts";

/** The variables of the process. */
export type Env = Readonly<Record<string, string | undefined>>;

type Flags = Record<string, { type: "boolean" | "string" }>;

interface Usage {
  /** How it is called, and what it does. */
  help: string;
  /** How many words it takes beside its flags. */
  words: number;
  /** Beside `--help`. */
  flags?: Flags;
}

export interface Arguments {
  words: string[];
  has(flag: string): boolean;
  /** What stands after `--flag=`. */
  value(flag: string): string | undefined;
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

/** What `args` say. Ends the process with 0 after `--help`, and refuses with 2 what it does not know. */
export function readArguments(
  args: readonly string[],
  { help, words, flags = {} }: Usage,
): Arguments {
  const { positionals, ...parsed } = parse(args, help, flags);
  const values = new Map(Object.entries(parsed.values));
  if (values.has("help")) {
    console.log(help);
    process.exit(0);
  }
  if (positionals.length === words) {
    return {
      words: positionals,
      has: (flag) => values.has(flag),
      value(flag) {
        const value = values.get(flag);
        return typeof value === "string" ? value : undefined;
      },
    };
  }
  const few = words === 1 ? "1 word" : `${words} words`;
  return refuse(`It takes ${few}, and was given ${positionals.length}.\n${help}`, 2);
}

function parse(args: readonly string[], help: string, flags: Flags) {
  try {
    return parseArgs({
      args: [...args],
      options: { help: { type: "boolean" }, ...flags },
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
  // A start asks nothing, and does not wait for it.
  const { createInterface } = await import("node:readline/promises");
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question("Type yes to go on: ");
  terminal.close();
  if (answer.trim() !== "yes") refuse("Nothing was done.");
}

/** Why a call over the network had no answer: the system's code where there is one. */
export function whyUnanswered(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return "code" in error ? String(error.code) : error.message;
}

export function refuse(sentence: string, exitCode = 1): never {
  throw new Refused(sentence, exitCode);
}
