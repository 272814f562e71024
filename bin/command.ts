/** What the commands that an operator runs have in common: they refuse what they do not know, and ask. */
import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";

interface Usage {
  /** How it is called, and what it does. */
  help: string;
  /** How many words it takes beside its flags. */
  words: number;
}

/** The words it was called with. Ends the process with 0 after `--help`, and with 2 for what it does not know. */
export function readArguments({ help, words }: Usage): { words: string[]; yes: boolean } {
  try {
    const { values, positionals } = parseArgs({
      options: { help: { type: "boolean" }, yes: { type: "boolean" } },
      allowPositionals: true,
    });
    if (values.help) {
      console.log(help);
      process.exit(0);
    }
    if (positionals.length === words) return { words: positionals, yes: values.yes === true };
    return refuse(`It takes ${words} words, and was given ${positionals.length}.\n${help}`, 2);
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
  if (answer.trim() !== "yes") refuse("Nothing was done.", 1);
}

export function refuse(sentence: string, exitCode = 1): never {
  console.error(sentence);
  process.exit(exitCode);
}
