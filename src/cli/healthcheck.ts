/** Whether the room of this machine is well, for what has neither a shell nor curl; see HELP. */
import { readConfig } from "../config.ts";
import { fromHere } from "../public-address.ts";
import { type Env, readArguments, refuse, whyUnanswered } from "./arguments.ts";

const HELP = `rage-room healthcheck [--ready]
Asks the room on HOST and PORT of this machine for /health, with --ready for /ready. It prints what
is wrong and ends with 1 where the answer is another than 200, or none comes within five seconds.`;
const PATIENCE_MS = 5_000;

export async function healthcheck(args: readonly string[], env: Env): Promise<void> {
  const flags = { ready: { type: "boolean" } } as const;
  const wanted = readArguments(args, { help: HELP, words: 0, flags });
  const config = readConfig(env);
  if (config.port === 0) refuse("With PORT=0 nobody knows where the room listens. Set PORT.");
  const { href: url } = new URL(wanted.has("ready") ? "ready" : "health", fromHere(config));
  const status = await statusOf(url);
  if (status !== 200) refuse(`${url} answered ${status}.`);
}

async function statusOf(url: string): Promise<number> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
    return answer.status;
  } catch (error) {
    return refuse(`${url} gave no answer (${whyUnanswered(error)}).`);
  }
}
