import type { AskOf, Withdrawn } from "../room/commands.ts";
import type { Meter } from "../room/meter.ts";
import type { Guest, Logger, Sender } from "../room/ports.ts";
import { Refusal, unavailable } from "../room/refusal.ts";
import type { Room } from "../room/room.ts";
import { ClientFrame, type Hello, type Look, type Say, type ServerEvent } from "../wire/frames.ts";
import { parseJson } from "../wire/json.ts";
import { SUBMISSIONS_IN_FLIGHT } from "../wire/limits.ts";
import type { Proof } from "../wire/proof.ts";
import { answer } from "./answers.ts";
import type { Attention } from "./attention.ts";
import { catchUp } from "./catch-up.ts";
import { Frame } from "./encoding.ts";
import { Excess } from "./excess.ts";
import { banToldTo, becomeGuest, endingFor, type Identities, identify, you } from "./identify.ts";
import { countMood } from "./mood.ts";
import { challengeFor, prove } from "./proving.ts";
import { refusedEvent } from "./refused-event.ts";
import { report } from "./report.ts";
import { end, expectHello, isTurnedAway, type Socket } from "./session.ts";
import { asOfToday, speakerOf } from "./speaker.ts";
import { sendWelcome, type WelcomeParts } from "./welcome.ts";

const MAX_INVALID_FRAMES = 20;
const NOTHING: Withdrawn = { act: null, count: 0 };

type Change = Omit<AskOf<"eraseOwn">, "actor"> | Omit<AskOf<"undo">, "actor">;

export interface V1Parts extends Identities, WelcomeParts {
  room: Room;
  logger: Logger;
  meter: Meter;
  attention: Attention;
}

/** `rageroom.v1`: handles a client's frames and answers them. */
export class V1 {
  readonly #parts: V1Parts;
  readonly #excess: Excess;

  constructor(parts: V1Parts) {
    this.#parts = parts;
    this.#excess = new Excess(parts);
  }

  open(socket: Socket): void {
    expectHello(socket, this.#parts.clock);
  }

  async message(socket: Socket, data: string | Buffer): Promise<void> {
    const json = typeof data === "string" ? parseJson(data) : undefined;
    if (this.#excess.refuses(socket, json)) return;
    const parsed = ClientFrame.safeParse(json);
    if (!parsed.success) return this.#rejectFrame(socket);
    const message = parsed.data;
    if (message.type === "hello") {
      if (socket.data.hello) return this.#rejectFrame(socket);
      socket.data.hello = this.#hello(socket, message);
      return socket.data.hello;
    }
    this.#excess.count(socket, message.type);
    switch (message.type) {
      case "say":
        return this.#answer(socket, message.ref, () => this.#say(socket, message));
      case "erase":
        return this.#change(socket, { name: "eraseOwn", input: { id: message.id } });
      case "undo":
        return this.#change(socket, { name: "undo", input: { act: message.act } });
      case "forget":
        return this.#answer(socket, undefined, () => this.#forget(socket));
      case "felt":
        return this.#answer(socket, undefined, async () =>
          this.#parts.room.react(await this.#sender(socket), message.id),
        );
      case "report":
        return this.#answer(socket, undefined, async () =>
          report(socket, await this.#sender(socket), message.id, this.#parts),
        );
      case "mood":
        return this.#answer(socket, undefined, async () =>
          countMood(socket, await this.#sender(socket), message, this.#parts),
        );
      case "look":
        return this.#answer(socket, undefined, () => this.#look(socket, message));
      case "roll":
      case "keep":
        return this.#answer(socket, undefined, () => this.#name(socket, message.type));
      case "proof":
        return this.#answer(socket, undefined, () => this.#prove(socket, message.proof));
    }
  }

  /** Gives a guest the next name when it is time, or a new identity after midnight. */
  async rename(socket: Socket): Promise<void> {
    const { guest } = socket.data;
    if (!guest) return;
    const until = guest.nameUntil ?? Number.POSITIVE_INFINITY;
    if (guest.day === this.#day() && until > this.#parts.clock.now()) return;
    const now = await this.#parts.guests.admit(guest.pass, this.#day());
    // Meanwhile it may have been given another one.
    if (socket.data.guest === guest) this.#renameGuest(socket, now);
  }

  /** Says something to this client alone, at once: its socket may end with it. */
  tell(socket: Socket, event: ServerEvent): void {
    const { mode } = socket.data;
    if (mode !== "plain") socket.send(Frame.of([event]).in(mode));
  }

  async #hello(socket: Socket, hello: Hello): Promise<void> {
    const session = socket.data;
    if (session.staffOnly && hello.token === undefined) return end(socket, "server_full");
    try {
      await identify(socket, hello, this.#day(), this.#parts);
    } catch (error) {
      if (error instanceof Refusal && error.code === "rate_limited") {
        // It may say hello again.
        session.hello = null;
        return this.#excess.hello(socket, error);
      }
      session.cancelTimer?.();
      const ending = endingFor(error, this.#parts.logger);
      if (ending === "banned") this.tell(socket, await banToldTo(socket, hello, this.#parts));
      return end(socket, ending);
    }
    session.cancelTimer?.();
    if (isTurnedAway(socket)) return end(socket, "server_full");
    const after = this.#isOfThisLog(hello) ? hello.after : undefined;
    if (!(await catchUp(this.#parts, after ?? 0))) return end(socket, "going_away");
    if (session.open) this.#welcome(socket, after);
  }

  /** A client that names no epoch is believed: it may know none. */
  #isOfThisLog({ epoch }: Hello): boolean {
    return epoch === undefined || epoch === this.#parts.replay.state.epoch;
  }

  /** There is no await between the replay and the joining, so no event is missed or sent twice. */
  #welcome(socket: Socket, after: number | undefined): void {
    const missed = after === undefined ? null : this.#parts.replay.resume(after);
    sendWelcome(socket, missed, this.#parts);
    this.#parts.attention.join(socket);
  }

  async #look(socket: Socket, look: Look): Promise<void> {
    await this.#sender(socket);
    await this.#parts.attention.look(socket, look);
  }

  async #say(socket: Socket, { ref, text, re }: Say): Promise<void> {
    const { room, clock } = this.#parts;
    await socket.data.hello;
    const { token } = socket.data;
    if (token && token.expires <= clock.now()) return end(socket, "signed_out");
    const waits = (seconds: number) => this.tell(socket, { type: "waiting", ref, seconds });
    const who = async () => speakerOf(socket, await this.#sender(socket), this.#parts);
    const seq = await asOfToday(room, who, (as) => room.say(as, ref, text, { re, waits }));
    answer(socket, { type: "ack", ref, seq });
  }

  /** Answered by the event that everyone is given. */
  #change(socket: Socket, change: Change) {
    return this.#answer(socket, undefined, async () => {
      await this.#parts.room.ask({ ...change, actor: await this.#sender(socket) });
    });
  }

  async #forget(socket: Socket): Promise<void> {
    const actor = await this.#sender(socket);
    const { eraseOwn } = await this.#parts.room.ask({ name: "eraseOwn", input: {}, actor });
    const { act, count } = eraseOwn ?? NOTHING;
    answer(socket, { type: "forgotten", count, ...(act === null ? {} : { act }) });
  }

  async #sender(socket: Socket): Promise<Sender> {
    const session = socket.data;
    await session.hello;
    await this.rename(socket);
    if (!session.sender) throw new Refusal("invalid", "Say hello first.");
    return session.sender;
  }

  async #name(socket: Socket, act: "roll" | "keep"): Promise<void> {
    await socket.data.hello;
    const { guest } = socket.data;
    if (!guest) throw new Refusal("invalid", "Only a guest's name can change.");
    this.#renameGuest(socket, await this.#parts.guests[act](guest.pass, this.#day()));
  }

  /** Without a proof, a client asks what it would have to prove. */
  async #prove(socket: Socket, proof: Proof | undefined): Promise<void> {
    await socket.data.hello;
    const challenge = await challengeFor(socket, this.#parts);
    if (!proof || !challenge) return answer(socket, { type: "proof", challenge });
    this.#renameGuest(socket, await prove(socket, proof, this.#parts));
    answer(socket, { type: "proof", challenge: null });
  }

  async #answer(socket: Socket, ref: string | undefined, act: () => Promise<void>): Promise<void> {
    const session = socket.data;
    if (session.inFlight >= SUBMISSIONS_IN_FLIGHT) {
      const refusal = new Refusal("busy", "Wait for the answers to what you sent.", 1);
      return this.#refuse(socket, refusal, ref);
    }
    session.inFlight++;
    try {
      await act();
    } catch (error) {
      if (!(error instanceof Refusal)) {
        this.#parts.logger.error({ err: error }, "A frame could not be answered.");
      }
      this.#refuse(socket, error instanceof Refusal ? error : unavailable(), ref);
    } finally {
      session.inFlight--;
    }
  }

  #rejectFrame(socket: Socket): void {
    socket.data.invalidFrames++;
    if (socket.data.invalidFrames >= MAX_INVALID_FRAMES) {
      end(socket, "protocol_error");
    } else {
      const detail = "A frame is one JSON object: a hello first, then what the protocol knows.";
      this.#refuse(socket, new Refusal("invalid", detail), undefined);
    }
  }

  #refuse(socket: Socket, refusal: Refusal, ref: string | undefined): void {
    this.#parts.meter.refused(refusal.code);
    answer(socket, refusedEvent(refusal, ref));
  }

  #renameGuest(socket: Socket, guest: Guest): void {
    becomeGuest(socket, guest, this.#parts.room);
    answer(socket, { type: "you", you: you(socket) });
  }

  #day(): string {
    return this.#parts.room.state.day;
  }
}
