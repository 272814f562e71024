/** `rage-room VERB`: the program as one command. */
import { version } from "../package.json";
import { type Env, readArguments, refuse, run } from "./cli/arguments.ts";
import { backup } from "./cli/backup.ts";
import { forgetToday } from "./cli/forget-today.ts";
import { receipts } from "./cli/receipts.ts";

const HELP = `rage-room [VERB]
  serve                 Opens the room; so does no verb. Variables say how: see the README.
  backup FILE           Accounts, topic and receipts of a SQLite room, without what was said
  receipts              What was destroyed at each midnight, as JSON
  forget-today [--yes]  Deletes what was said today, where a clock was wrong
  version               The version of the program
  help                  This page; VERB --help says more`;
const SERVE = `rage-room serve
Opens the room on HOST and PORT, and serves it until SIGTERM or SIGINT.`;

/** Each is given the words after it. */
const VERBS: Record<string, (args: readonly string[], env: Env) => Promise<void> | void> = {
  async serve(args) {
    readArguments(args, { help: SERVE, words: 0 });
    await import("./main.ts");
  },
  backup,
  receipts,
  "forget-today": forgetToday,
  version: (args) => tell(version, args),
  "--version": (args) => tell(version, args),
  help: (args) => tell(HELP, args),
  "--help": (args) => tell(HELP, args),
};

function tell(what: string, args: readonly string[]): void {
  readArguments(args, { help: HELP, words: 0 });
  console.log(what);
}

const [verb = "serve", ...args] = process.argv.slice(2);
await run(async () => {
  const wanted = Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined;
  if (!wanted) refuse(`“${verb}” is not a verb of rage-room.\n${HELP}`, 2);
  await wanted(args, process.env);
});
