/** Two honest people: one says something ten times a second, and it is measured when the other has it. */

import { ServerFrame, SUBPROTOCOL } from "../../src/wire/frames.ts";
import { Token } from "../../src/wire/http.ts";

const EVERY_MS = 100;
const WELCOMED_WITHIN_MS = 30_000;
/** What did not come so long after the last was said is taken for lost: longer than any machine is busy. */
const LATE_MS = 60_000;

export interface Round {
  said: number;
  heard: number;
  p50: number;
  p99: number;
}

export class Pair {
  readonly #speaker: WebSocket;
  readonly #listener: WebSocket;
  readonly #saidAt = new Map<string, number>();
  #delays: number[] = [];
  #next = 0;

  private constructor(speaker: WebSocket, listener: WebSocket) {
    this.#speaker = speaker;
    this.#listener = listener;
    listener.addEventListener("message", ({ data }) => {
      const now = performance.now();
      for (const text of textsOf(String(data))) {
        const saidAt = this.#saidAt.get(text);
        if (saidAt !== undefined && this.#saidAt.delete(text)) this.#delays.push(now - saidAt);
      }
    });
  }

  /** Staff, whom no crowd of newcomers makes wait for a turn. */
  static async join(port: number, account: { email: string; password: string }): Promise<Pair> {
    const answer = await fetch(`http://127.0.0.1:${port}/api/auth/login`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(account),
    });
    const { access_token: token } = Token.parse(await answer.json());
    return new Pair(await welcomed(port, token), await welcomed(port, token));
  }

  async talk(ms: number): Promise<Round> {
    this.#delays = [];
    this.#saidAt.clear();
    const until = performance.now() + ms;
    let said = 0;
    while (performance.now() < until) {
      const ref = `${this.#next++}`;
      const text = `Honest line ${ref}`;
      this.#saidAt.set(text, performance.now());
      this.#speaker.send(JSON.stringify({ type: "say", ref, text }));
      said += 1;
      await Bun.sleep(EVERY_MS);
    }
    const late = performance.now() + LATE_MS;
    while (this.#saidAt.size > 0 && performance.now() < late) await Bun.sleep(EVERY_MS);
    const sorted = this.#delays.toSorted((one, other) => one - other);
    const at = (share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
    return { said, heard: sorted.length, p50: at(0.5), p99: at(0.99) };
  }

  leave(): void {
    this.#speaker.close();
    this.#listener.close();
  }
}

async function welcomed(port: number, token: string): Promise<WebSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/ws`, SUBPROTOCOL);
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const timer = setTimeout(() => reject(new Error("Nobody was welcomed.")), WELCOMED_WITHIN_MS);
  socket.addEventListener("open", () => socket.send(JSON.stringify({ type: "hello", token })));
  socket.addEventListener("message", () => resolve(), { once: true });
  await promise;
  clearTimeout(timer);
  return socket;
}

function textsOf(frame: string): string[] {
  if (!frame.includes("Honest line")) return [];
  return ServerFrame.parse(JSON.parse(frame)).flatMap((event) =>
    event.type === "message" ? [event.text] : [],
  );
}
