/** `rage-room VERB`: the program as one command. */
import { version } from "../package.json";
import { type Env, readArguments, refuse, run } from "./cli/arguments.ts";

const HELP = `rage-room [VERB]
  serve                      Opens the room; so does no verb. Variables say how: see the README.
  doctor [--url=URL]         What is wrong with the settings, the database and the machine
  reset-password WHO         A new password for an account, by its name or e-mail address
  backup FILE                Accounts, topic and receipts of a SQLite room, without what was said
  restore FILE [--force]     Puts a backup in the place of a SQLite room
  verify                     Reads the whole database, and says whether it is sound
  receipts                   What was destroyed at each midnight, as JSON
  forget-today [--yes]       Deletes what was said today, where a clock was wrong
  downgrade VERSION          Lets an older version open the room again
  healthcheck [--ready]      Asks the room on this machine whether it is well
  chat URL                   A room in the terminal: shows what is said, says what is typed
  version                    The version of the program
  help                       This page; VERB --help says more
It ends with 0; with 1 where it could not, or something is wrong; with 2 for words it does not know.`;
const SERVE = `rage-room serve
Opens the room on HOST and PORT, and serves it until SIGTERM or SIGINT.`;

/** Each gets the words after it, and its code is loaded only when it is called. */
const VERBS: Record<string, (args: readonly string[], env: Env) => Promise<void> | void> = {
  async serve(args) {
    readArguments(args, { help: SERVE, words: 0 });
    await import("./main.ts");
  },
  doctor: async (...given) => (await import("./cli/doctor.ts")).doctor(...given),
  "reset-password": async (...given) =>
    (await import("./cli/reset-password.ts")).resetPassword(...given),
  backup: async (...given) => (await import("./cli/backup.ts")).backup(...given),
  restore: async (...given) => (await import("./cli/restore.ts")).restore(...given),
  verify: async (...given) => (await import("./cli/verify.ts")).verify(...given),
  receipts: async (...given) => (await import("./cli/receipts.ts")).receipts(...given),
  "forget-today": async (...given) => (await import("./cli/forget-today.ts")).forgetToday(...given),
  downgrade: async (...given) => (await import("./cli/downgrade.ts")).downgrade(...given),
  healthcheck: async (...given) => (await import("./cli/healthcheck.ts")).healthcheck(...given),
  chat: async (...given) => (await import("./cli/chat.ts")).chat(...given),
  version: (args) => tell(version, args),
  "--version": (args) => tell(version, args),
  help: (args) => tell(HELP, args),
  "--help": (args) => tell(HELP, args),
};

function tell(what: string, args: readonly string[]): void {
  readArguments(args, { help: HELP, words: 0 });
  console.log(what);
}

/** Most who give the room an option mean a variable. */
function unknown(word: string): string {
  const said = `“${word}” is not a verb of rage-room.`;
  return word.startsWith("-")
    ? `${said} Variables set the room up, as in PORT=8080: see docs/configuration.md.`
    : said;
}

const [verb = "serve", ...args] = process.argv.slice(2);
await run(async () => {
  const wanted = Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined;
  if (!wanted) refuse(`${unknown(verb)}\n${HELP}`, 2);
  await wanted(args, process.env);
});
