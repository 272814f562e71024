import { isLogEvent } from "../src/events/kinds.ts";
import { type LogEvent, type ServerEvent, ServerFrame, SUBPROTOCOL } from "../src/wire/frames.ts";
import { CLOSE } from "../src/wire/limits.ts";
import type { Random } from "./random.ts";
import { newWitness, type Run, type Witness } from "./record.ts";

/** Longer than this without an answer, and the connection is taken for dead. */
const CALL_TIMEOUT_MS = 3_000;
const LOOK_EVERY_MS = 250;
const AGAIN_AFTER_MS = 200;

/** A proxy of the bench has a certificate of its own making. */
const HOW: Bun.WebSocketOptions = {
  protocols: [SUBPROTOCOL],
  tls: { rejectUnauthorized: false },
};

interface Unanswered {
  text: string;
  /** When it was last sent; `null` until it could be. */
  sentAt: number | null;
}

/**
 * A guest that behaves as a good client does: it keeps what is not acknowledged, comes back
 * whatever happens, to any node, and goes on after the last place it holds.
 */
export class Client {
  readonly witness: Witness;
  readonly #addresses: readonly string[];
  readonly #random: Random;
  readonly #unanswered = new Map<string, Unanswered>();
  readonly #watch: Timer;
  #socket: WebSocket | null = null;
  #since = 0;
  #run: Run | null = null;
  #helloAt = 0;
  #welcomedAt = 0;
  #place: number | undefined;
  #epoch: string | undefined;
  #pass: string | undefined;
  #day: string | undefined;
  #gone = false;

  constructor(name: string, addresses: readonly string[], random: Random) {
    this.witness = newWitness(name);
    this.#addresses = addresses;
    this.#random = random;
    this.#watch = setInterval(() => this.#look(), LOOK_EVERY_MS);
    this.#connect();
  }

  /** The last place it holds; undefined before the first welcome. */
  get place(): number | undefined {
    return this.#place;
  }

  get unanswered(): number {
    return this.#unanswered.size;
  }

  /** When it was last welcomed, by `performance.now()`. */
  get welcomedAt(): number {
    return this.#welcomedAt;
  }

  get welcomed(): boolean {
    return this.#run !== null;
  }

  say(words: string): void {
    const ref = `${this.witness.name}-${this.witness.sent.size}`;
    const text = `${ref} ${words}`;
    this.witness.sent.set(ref, text);
    this.#unanswered.set(ref, { text, sentAt: null });
    this.#send(ref);
  }

  leave(): void {
    this.#gone = true;
    clearInterval(this.#watch);
    this.#socket?.close();
  }

  #connect(): void {
    // The types are the browser's, which takes no such options.
    const socket: WebSocket = Reflect.construct(WebSocket, [
      this.#random.pick(this.#addresses),
      HOW,
    ]);
    this.#socket = socket;
    this.#since = performance.now();
    const isCurrent = () => this.#socket === socket;
    socket.addEventListener("open", () => {
      if (isCurrent()) this.#hello(socket);
    });
    socket.addEventListener("message", ({ data }) => {
      if (isCurrent()) this.#read(String(data));
    });
    socket.addEventListener("close", ({ code, reason }) => {
      if (!isCurrent()) return;
      if (code === CLOSE.protocol_error.code && reason === CLOSE.protocol_error.reason) {
        this.witness.complaints.push("closed for breaking the protocol");
      }
      this.#comeBack();
    });
  }

  #hello(socket: WebSocket): void {
    const hello = { type: "hello", guest: this.#pass, after: this.#place, epoch: this.#epoch };
    this.#helloAt = performance.now();
    socket.send(JSON.stringify(hello));
  }

  #comeBack(): void {
    this.#socket = null;
    this.#run = null;
    if (this.#gone) return;
    setTimeout(
      () => {
        if (!this.#gone && this.#socket === null) this.#connect();
      },
      this.#random.whole(30, 300),
    );
  }

  /** A half-open connection says nothing, so silence is what tells. */
  #look(): void {
    const now = performance.now();
    const isStuck = this.#run === null && now - this.#since > CALL_TIMEOUT_MS;
    const isSilent = this.#unanswered
      .values()
      .some(({ sentAt }) => sentAt !== null && now - sentAt > CALL_TIMEOUT_MS);
    if (this.#socket === null || !(isStuck || isSilent)) return;
    const abandoned = this.#socket;
    this.#comeBack();
    abandoned.close();
  }

  #send(ref: string): void {
    const waiting = this.#unanswered.get(ref);
    if (!waiting || !this.#run || this.#socket?.readyState !== WebSocket.OPEN) return;
    waiting.sentAt = performance.now();
    const { sentAt } = this.witness;
    if (!sentAt.has(ref)) sentAt.set(ref, waiting.sentAt);
    this.#socket.send(JSON.stringify({ type: "say", ref, text: waiting.text }));
  }

  #read(data: string): void {
    const frame = ServerFrame.safeParse(JSON.parse(data));
    if (frame.success) for (const event of frame.data) this.#take(event);
    else this.witness.complaints.push(`a frame broke the protocol: ${data.slice(0, 200)}`);
  }

  #take(event: ServerEvent): void {
    if (isLogEvent(event)) {
      this.#see(event);
      return;
    }
    switch (event.type) {
      case "welcome":
        this.#welcome(event);
        break;
      case "ack":
        this.#acked(event.ref, event.seq);
        break;
      case "refused":
        this.#refused(event);
        break;
      case "you":
        this.#pass = event.you.guest;
        break;
      case "online":
      case "forgotten":
      case "muted":
      case "proof":
      case "banned":
      case "waiting":
      case "reports":
      case "first":
      case "mood":
      case "reported":
      case "behind":
        break;
      default:
        event satisfies never;
    }
  }

  #welcome(welcome: Extract<ServerEvent, { type: "welcome" }>): void {
    const { recovered, seq: head } = welcome;
    this.#welcomedAt = performance.now();
    this.#run = {
      start: this.#helloAt,
      end: this.#welcomedAt,
      epoch: welcome.epoch,
      after: this.#place,
      recovered,
      head,
      events: [],
      seenAt: [],
    };
    this.witness.runs.push(this.#run);
    this.#pass = welcome.you.guest;
    this.#epoch = welcome.epoch ?? this.#epoch;
    if (!recovered) this.#place = head;
    this.#turn(welcome.day);
    for (const ref of this.#unanswered.keys()) this.#send(ref);
  }

  #see(event: LogEvent): void {
    this.#run?.events.push(event);
    this.#run?.seenAt.push(performance.now());
    this.#place = Math.max(this.#place ?? 0, event.seq);
    if (event.type === "cleared") this.#turn(event.day);
  }

  /** A ref is good for its day: said again after midnight, it would be another message. */
  #turn(day: string): void {
    if (this.#day !== undefined && this.#day !== day) {
      for (const ref of this.#unanswered.keys()) this.witness.forgotten.add(ref);
      this.#unanswered.clear();
    }
    this.#day = day;
  }

  #acked(ref: string, seq: number): void {
    const before = this.witness.acked.get(ref);
    if (before !== undefined && before !== seq) {
      this.witness.complaints.push(`${ref} was acknowledged as ${before} and as ${seq}`);
    }
    this.witness.acked.set(ref, seq);
    if (before === undefined) this.witness.ackedAt.set(ref, performance.now());
    this.#unanswered.delete(ref);
  }

  #refused({ ref, code }: Extract<ServerEvent, { type: "refused" }>): void {
    const waiting = ref === undefined ? undefined : this.#unanswered.get(ref);
    if (ref === undefined || (code !== "unavailable" && code !== "busy")) {
      this.witness.complaints.push(`${ref ?? "a frame"} was refused as ${code}`);
    } else if (waiting) {
      this.witness.refused++;
      waiting.sentAt = null;
      setTimeout(() => this.#send(ref), AGAIN_AFTER_MS);
    }
  }
}
