/** One person of the plan who says their lines to the room itself, in virtual time. */
import type { Sender } from "../src/room/ports.ts";
import { Refusal } from "../src/room/refusal.ts";
import type { Room } from "../src/room/room.ts";
import { USUAL_LIMITS } from "../src/room/speaking-limits.ts";
import type { Time } from "./moderator.ts";
import type { Person } from "./plan.ts";
import type { Sent } from "./sent.ts";
import { ANSWER_WITHIN_MS } from "./speaker.ts";

interface Parts {
  room: Room;
  time: Time;
  /** Told of each new pass. */
  issuedPass: () => void;
}

export class VirtualSpeaker {
  readonly person: Person;
  readonly sent: Sent[] = [];
  readonly #parts: Parts;
  #sender: Sender | null = null;
  #passes = 0;
  /** How many messages wait for a newcomer's turn. */
  #waiting = 0;
  #left = false;

  constructor(person: Person, parts: Parts) {
    this.person = person;
    this.#parts = parts;
  }

  /** The last message of theirs that is stored; undefined before the first. */
  get lastSeq(): number | undefined {
    return this.sent
      .flatMap(({ answer }) => (answer && "seq" in answer ? [answer.seq] : []))
      .at(-1);
  }

  /** Comes with the pass there is, or takes one. */
  enter(): Sender {
    if (this.#sender === null) {
      this.#sender = this.#newSender(this.#parts.time.now());
      this.#parts.issuedPass();
    }
    return this.#sender;
  }

  /** At midnight: the pass of the day before says that its guest came a while ago, and no more. */
  beginDay(): void {
    if (this.#sender === null) return;
    const since = this.#parts.time.now() - USUAL_LIMITS.heardAfter;
    this.#sender = { ...this.#newSender(since), wasHere: true };
  }

  /** Resolves once it is answered. */
  async say(text: string): Promise<void> {
    const { room, time } = this.#parts;
    const { side, name } = this.person;
    const sender = this.enter();
    const sent: Sent = { side, person: name, atMs: time.now(), answer: null, seenMs: null };
    this.sent.push(sent);
    let isWaiting = false;
    const waits = () => {
      if (!isWaiting) this.#waiting++;
      isWaiting = true;
    };
    while (sent.answer === null && !this.#left) {
      try {
        const seq = await room.say(sender, null, text, { waits });
        sent.answer = { seq, atMs: time.now() };
        if (side !== "raid") sent.seenMs = time.now();
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const { code, retryAfter } = error;
        // Honest people say again what has to wait, as the page does.
        if (side === "raid" || code !== "newcomer" || retryAfter === undefined) {
          sent.answer = { refused: code };
        } else {
          waits();
          await time.sleep(Math.ceil(retryAfter * 1_000));
        }
      }
    }
    if (isWaiting) this.#waiting--;
  }

  /** Says the lines, each at its time at the earliest. */
  async play(start: number, endMs: number): Promise<void> {
    const { time } = this.#parts;
    const { arrivesMs, lines, manner, side } = this.person;
    const until = (ms: number) => time.sleep(Math.max(0, Math.round(start + ms) - time.now()));
    if (manner === "keeps the pass") {
      await until(arrivesMs);
      this.enter();
    }
    for (const { atMs, text } of lines) {
      await until(atMs);
      if (time.now() - start >= endMs || this.#left) return;
      // The page lets nobody say more while one waits.
      if (side !== "raid" && this.#waiting > 0) continue;
      const answered = this.say(text);
      if (manner === "keeps the pass") continue;
      await Promise.race([answered, time.sleep(ANSWER_WITHIN_MS)]);
      const answer = this.sent.at(-1)?.answer ?? null;
      const isStored = answer !== null && "seq" in answer;
      if (manner === "a pass each time" || !isStored) this.#sender = null;
    }
  }

  /** What is refused, as by a limit, is not said again. */
  report(id: number): void {
    const by = this.enter();
    this.#parts.room.do("report", { id, by }, by).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
    });
  }

  leave(): void {
    this.#left = true;
  }

  #newSender(since: number): Sender {
    const { name, address } = this.person;
    const range = address.slice(0, address.lastIndexOf("."));
    const key = `${name}-${this.#passes++}`;
    return { key, name, kind: "guest", userId: null, range, since };
  }
}
