/** The room in a terminal, or for a script that pipes lines into it; see HELP. */
import { createInterface } from "node:readline";
import { Room, socketAddress } from "../../client/index.ts";
import { type Env, readArguments, refuse } from "./arguments.ts";
import { Conversation } from "./chat-conversation.ts";
import { ChatScreen } from "./chat-screen.ts";
import { readToken, signIn } from "./chat-sign-in.ts";

const HELP = `rage-room chat URL [--token-file=FILE | --sign-in=EMAIL]
Comes into the room whose page is at URL, and shows what is said there. What is typed is said: as a
guest, as the account whose token FILE holds, or as that of EMAIL, whose password is asked for.
  /topic   Topic, rules, and the time to midnight
  /forget  Takes back everything one said today
  /quit    Leaves; so do Ctrl-D and Ctrl-C
Where standard input is no terminal each line of it is a message. It is said as fast as the room takes
it; at the end of them it ends with 0, or with 1 where one was refused.`;

export async function chat(args: readonly string[], _env: Env): Promise<void> {
  const flags = { "token-file": { type: "string" }, "sign-in": { type: "string" } } as const;
  const given = readArguments(args, { help: HELP, words: 1, flags });
  const [url = ""] = given.words;
  refuseNoRoom(url);
  const [file, email] = [given.value("token-file"), given.value("sign-in")];
  if (file !== undefined && email !== undefined) refuse("Say --token-file or --sign-in.", 2);
  const kept = file === undefined ? undefined : await readToken(file);
  const token = email === undefined ? kept : await signIn(url, email);

  const lines = createInterface({
    input: process.stdin,
    ...(process.stdin.isTTY && { output: process.stdout }),
  });
  const screen = new ChatScreen(lines, process.stdin.isTTY && process.stdout.isTTY);
  const conversation = new Conversation(screen, url);
  const room = new Room(url, {
    ...(token !== undefined && { token }),
    ...conversation.options,
  });
  const failed = await conversation.hold(room, lines);
  lines.close();
  if (failed !== undefined) refuse(failed);
}

function refuseNoRoom(url: string): void {
  try {
    socketAddress(url);
  } catch (error) {
    refuse(error instanceof Error ? error.message : String(error), 2);
  }
}
