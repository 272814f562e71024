import type { Problem } from "../../src/wire/http.ts";
import { refusal } from "../words/refusal.ts";
import { words } from "../words/words.ts";
import { address } from "./address.ts";
import { banSentence } from "./ban.ts";
import { KEYS, local } from "./storage.ts";

/** A problem in the reader's language. Where waiting helps, `why` is it without the seconds, and `again` when they are over, by this machine's clock. */
export type Told = Problem & { why?: string; again?: number };
export type Answer<T> = { ok: true; value: T } | { ok: false; status: number; problem: Told };
export type Method = "GET" | "POST" | "PUT" | "DELETE";

/**
 * Calls the room's HTTP interface as whoever is signed in, or with another token. Never throws: a
 * network that fails is a problem with status 0.
 */
export async function call<T>(
  method: Method,
  path: string,
  body?: unknown,
  token = local.recall(KEYS.token),
): Promise<Answer<T>> {
  const headers = new Headers();
  if (token !== undefined) headers.set("authorization", `Bearer ${token}`);
  if (body !== undefined) headers.set("content-type", "application/json");
  try {
    const response = await fetch(address(path), {
      method,
      headers,
      body: JSON.stringify(body) ?? null,
    });
    if (!response.ok) return { ok: false, status: response.status, problem: await told(response) };
    return { ok: true, value: await read(response) };
  } catch {
    return { ok: false, status: 0, problem: unreachable() };
  }
}

async function read<T>(response: Response): Promise<T> {
  return await response.json();
}

/** What was wrong, in the reader's language. */
async function told(response: Response): Promise<Told> {
  const problem = await read<Problem>(response);
  const seconds = Math.ceil(Number(response.headers.get("retry-after") ?? Number.NaN));
  const { code, detail, until, reason } = problem;
  if (until !== undefined) return { ...problem, detail: banSentence({ until, reason }) };
  const why = refusal(code, detail);
  // Of a mute the end is told.
  if (Number.isNaN(seconds) || code === "muted") return { ...problem, detail: why };
  const again = Date.now() + seconds * 1_000;
  return { ...problem, detail: `${why} ${words.problem.retry(seconds)}`, why, again };
}

function unreachable(): Problem {
  const { title, detail } = words.problem.unreachable;
  return { type: "about:blank", title, detail, status: 0, code: "unreachable" };
}
