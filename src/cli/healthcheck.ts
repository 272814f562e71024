/** Whether the room of this machine is well, for what has neither a shell nor curl; see HELP. */
import { readConfig } from "../config.ts";
import { type Env, readArguments, refuse } from "./arguments.ts";

const HELP = `rage-room healthcheck [--ready]
Asks the room on HOST and PORT of this machine for /health, with --ready for /ready. It prints what
is wrong and ends with 1 where the answer is another than 200, or none comes within five seconds.`;
const PATIENCE_MS = 5_000;
/** Listening everywhere is no address to ask. */
const LOOPBACK: Record<string, string> = { "0.0.0.0": "127.0.0.1", "::": "[::1]" };

export async function healthcheck(args: readonly string[], env: Env): Promise<void> {
  const flags = { ready: { type: "boolean" } } as const;
  const wanted = readArguments(args, { help: HELP, words: 0, flags });
  const { host, port } = readConfig(env);
  if (port === 0) refuse("With PORT=0 nobody knows where the room listens. Set PORT.");
  const url = `${localAddress(host, port)}${wanted.has("ready") ? "ready" : "health"}`;
  const status = await statusOf(url);
  if (status !== 200) refuse(`${url} answered ${status}.`);
}

/** Where this machine reaches a room that listens on `host`, with a slash at its end. */
export function localAddress(host: string, port: number): string {
  const name = LOOPBACK[host] ?? (host.includes(":") ? `[${host}]` : host);
  return `http://${name}:${port}/`;
}

async function statusOf(url: string): Promise<number> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
    return answer.status;
  } catch (error) {
    return refuse(`${url} gave no answer: ${error instanceof Error ? error.message : error}`);
  }
}
