/** One person of the plan on the wire. */
import type { ServerEvent } from "../src/wire/frames.ts";
import { CLOSE } from "../src/wire/limits.ts";
import type { Challenge } from "../src/wire/proof.ts";
import { Connection } from "./connection.ts";
import type { Person } from "./plan.ts";
import { Prover } from "./proof.ts";
import type { Sent, Turned } from "./sent.ts";

interface Waiting {
  sent: Sent;
  text: string;
  over: () => void;
}

/** For who waits for an answer before the next message. */
export const ANSWER_WITHIN_MS = 5_000;
const BACK_AFTER_MS = 1_000;

export class Speaker {
  readonly person: Person;
  readonly sent: Sent[] = [];
  readonly turned: Turned[] = [];
  readonly #url: string;
  readonly #waiting = new Map<string, Waiting>();
  /** What was shown while an own message was awaited, which may come before its ack. */
  readonly #shown = new Map<number, number>();
  readonly #unseen = new Map<number, Sent>();
  /** Refs of what waits for a newcomer's turn. */
  readonly #inLine = new Set<string>();
  readonly #prover = new Prover();
  #connection: Connection | null = null;
  #isWelcomed = false;
  #pass: string | undefined;
  #left = false;

  constructor(person: Person, url: string) {
    this.person = person;
    this.#url = url;
  }

  /** The last message of theirs that is stored; undefined before the first. */
  get lastSeq(): number | undefined {
    return this.sent
      .flatMap(({ answer }) => (answer && "seq" in answer ? [answer.seq] : []))
      .at(-1);
  }

  report(id: number): void {
    this.#connection?.send({ type: "report", id });
  }

  get isWelcomed(): boolean {
    return this.#isWelcomed;
  }

  /** Whether everything is answered, and shown where it was stored. */
  get isAtRest(): boolean {
    return this.#waiting.size === 0 && this.#unseen.size === 0;
  }

  /** Opens a socket, with the pass where there is one. Resolves once it is open or turned away. */
  async enter(): Promise<void> {
    this.#isWelcomed = false;
    const connection = new Connection(this.#url, this.person.address, {
      needs: (frame) => this.#needs(frame),
      take: (event) => this.#take(event),
      closed: (code) => {
        if (this.#connection === connection) this.#closed(code);
      },
    });
    this.#connection = connection;
    await connection.opened;
    connection.hello(this.#pass);
    if (this.#asksForPasses) for (const ref of this.#waiting.keys()) this.#send(ref);
  }

  /** Resolves once it is answered, or nothing is to be expected any more. */
  say(text: string): Promise<void> {
    const { side, name } = this.person;
    const sent: Sent = { side, person: name, atMs: performance.now(), answer: null, seenMs: null };
    const ref = `${name}-${this.sent.length}`;
    this.sent.push(sent);
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#waiting.set(ref, { sent, text, over: resolve });
    if (this.#asksForPasses || this.#isWelcomed) this.#send(ref);
    return promise;
  }

  /** Says the lines, each at its time at the earliest; `start` by `performance.now()`. */
  async play(start: number, endMs: number): Promise<void> {
    const { arrivesMs, lines, manner } = this.person;
    const until = (ms: number) => Bun.sleep(Math.max(0, start + ms - performance.now()));
    if (manner === "keeps the pass" && this.#connection === null) {
      await until(arrivesMs);
      await this.enter();
    }
    for (const { atMs, text } of lines) {
      await until(atMs);
      if (performance.now() - start >= endMs || this.#left) return;
      // The page lets nobody say more while one waits.
      if (this.person.side !== "raid" && this.#inLine.size > 0) continue;
      if (manner === "keeps the pass") void this.say(text);
      else await this.#sayAndWait(text);
    }
  }

  leave(): void {
    this.#left = true;
    this.#drop();
  }

  get #asksForPasses(): boolean {
    return this.person.manner !== "keeps the pass";
  }

  async #sayAndWait(text: string): Promise<void> {
    if (this.#connection === null) await this.enter();
    const answered = this.say(text);
    await Promise.race([answered, Bun.sleep(ANSWER_WITHIN_MS)]);
    const answer = this.sent.at(-1)?.answer ?? null;
    const isStored = answer !== null && "seq" in answer;
    if (this.person.manner === "a pass each time" || !isStored) this.#drop();
  }

  #drop(): void {
    const connection = this.#connection;
    this.#connection = null;
    this.#pass = undefined;
    for (const { over } of this.#waiting.values()) over();
    if (this.#asksForPasses) this.#waiting.clear();
    connection?.close();
  }

  #closed(code: number): void {
    this.#turnedAway(`closed ${code}`);
    this.#connection = null;
    this.#isWelcomed = false;
    const { back } = Object.values(CLOSE).find((ending) => ending.code === code) ?? { back: "yes" };
    if (this.#asksForPasses) this.#drop();
    else if (back !== "no") setTimeout(() => this.#comeBack(), BACK_AFTER_MS);
  }

  async #comeBack(): Promise<void> {
    if (!this.#left && this.#connection === null) await this.enter();
  }

  #turnedAway(as: string): void {
    this.turned.push({ side: this.person.side, as, atMs: performance.now() });
  }

  #send(ref: string): void {
    const waiting = this.#waiting.get(ref);
    if (waiting) this.#connection?.send({ type: "say", ref, text: waiting.text });
  }

  /** Few frames are looked into: there are hundreds of speakers, and each is sent everything. */
  #needs(frame: string): boolean {
    if (frame.includes('"type":"ack"') || frame.includes('"type":"refused"')) return true;
    if (this.#asksForPasses) return false;
    if (/"type":"(welcome|you|proof|waiting)"/.test(frame)) return true;
    return this.person.side !== "raid" && !this.isAtRest && frame.includes('"type":"message"');
  }

  #take(event: ServerEvent): void {
    if (event.type === "welcome" || event.type === "you") this.#pass = event.you.guest;
    if (event.type === "welcome") {
      this.#isWelcomed = true;
      for (const ref of this.#waiting.keys()) this.#send(ref);
    } else if (event.type === "proof" && event.challenge === null) {
      for (const ref of this.#waiting.keys()) this.#send(ref);
    } else if (event.type === "ack") this.#acked(event.ref, event.seq);
    else if (event.type === "refused") this.#refused(event);
    else if (event.type === "waiting") this.#inLine.add(event.ref);
    else if (event.type === "message") this.#see(event.seq);
  }

  #acked(ref: string, seq: number): void {
    const sent = this.#answered(ref, { seq, atMs: performance.now() });
    if (!sent || this.person.side === "raid") return;
    sent.seenMs = this.#shown.get(seq) ?? null;
    if (sent.seenMs === null) this.#unseen.set(seq, sent);
    if (this.isAtRest) this.#shown.clear();
  }

  #see(seq: number): void {
    const now = performance.now();
    const sent = this.#unseen.get(seq);
    if (sent) sent.seenMs = now;
    else this.#shown.set(seq, now);
    this.#unseen.delete(seq);
  }

  #refused(event: Extract<ServerEvent, { type: "refused" }>): void {
    const { ref, code, retry_after: wait, challenge } = event;
    // Who takes a new pass each time would have to prove each.
    if (challenge && !this.#asksForPasses) void this.#prove(challenge);
    else if (ref !== undefined && this.#saysAgain(event)) {
      this.#inLine.add(ref);
      setTimeout(() => this.#send(ref), (wait ?? 1) * 1_000);
    } else if (ref !== undefined) this.#answered(ref, { refused: code });
    else if (this.#isWelcomed) this.#turnedAway(`report ${code}`);
    else {
      this.#turnedAway(`hello ${code}`);
      const connection = this.#connection;
      if (!this.#asksForPasses)
        setTimeout(() => connection?.hello(this.#pass), (wait ?? 1) * 1_000);
    }
  }

  /** As the page does with what an honest person wrote. A raider goes on with the next text. */
  #saysAgain({ code, retry_after: wait }: Extract<ServerEvent, { type: "refused" }>): boolean {
    return this.person.side !== "raid" && code === "newcomer" && wait !== undefined;
  }

  /** What waits is said again once this is taken. */
  async #prove(challenge: Challenge): Promise<void> {
    const connection = this.#connection;
    const proof = await this.#prover.solve(challenge);
    if (proof) connection?.send({ type: "proof", proof });
  }

  #answered(ref: string, answer: Sent["answer"]): Sent | undefined {
    const waiting = this.#waiting.get(ref);
    this.#waiting.delete(ref);
    this.#inLine.delete(ref);
    if (waiting) waiting.sent.answer = answer;
    waiting?.over();
    return waiting?.sent;
  }
}
