import type { Socket } from "bun";
import { clientFrame, OPCODE, readFrames, upgradeRequest } from "./frames.ts";
import { type Facts, type FrameMemory, factsOf } from "./measurements.ts";
import type { At, Protocol } from "./protocols.ts";

/** Text alone is longer than this; pings and Socket.IO's small talk are shorter. */
const SHORTEST_MESSAGE = 52;
const HEAD_END = Buffer.from("\r\n\r\n");

/** What a client tells the crowd it stands in. */
export interface Listener {
  /** One frame, read: `facts` of a message that nobody looked into are absent. */
  heard(client: Client, messages: number, facts: Facts | undefined): void;
  left(client: Client, reason: string): void;
}

/** Where a client connects, and who hears what it reads. */
export interface RoomRow {
  readonly protocol: Protocol;
  readonly port: number;
  /** Its address, for a server behind proxies. */
  readonly from: string;
  readonly sampled: boolean;
  /** Joined means holding this many earlier messages. */
  readonly backlog: number;
  readonly listener: Listener;
  readonly memory: FrameMemory;
}

/** One WebSocket over a bare TCP socket: as little work a frame as the figures allow. */
export class Client {
  state: "connecting" | "upgrading" | "joining" | "joined" | "gone" = "connecting";
  readonly sampled: boolean;
  readonly batched: boolean;
  stalled = false;
  at: At = "end";
  messages = 0;
  idSum = 0;
  bytes = 0;
  frames = 0;
  readonly #place: RoomRow;
  #socket: Socket<Client> | undefined;
  #rest: Buffer | undefined;
  #backlog: number;
  #welcomed = false;
  readonly #settled = Promise.withResolvers<void>();

  constructor(place: RoomRow) {
    this.#place = place;
    this.#backlog = place.backlog;
    this.sampled = place.sampled;
    this.batched = place.protocol.batched;
  }

  /** Resolves when the client has joined or been turned away. */
  async connect(): Promise<void> {
    await Bun.connect({
      hostname: "127.0.0.1",
      port: this.#place.port,
      data: this,
      socket: HANDLERS,
    });
    await this.#settled.promise;
  }

  say(id: number, text: string): void {
    this.#send(clientFrame(OPCODE.text, this.#place.protocol.say(id, text)));
  }

  look(at: At): void {
    const { look, path } = this.#place.protocol;
    if (!look) throw new Error(`${path} serves all its readers alike.`);
    this.at = at;
    this.#send(clientFrame(OPCODE.text, look(at)));
  }

  /** Stops reading the socket, as a phone in a tunnel does. */
  stall(): void {
    this.stalled = true;
    this.#socket?.pause();
  }

  close(): void {
    if (this.state === "gone") return;
    this.state = "gone";
    this.#socket?.terminate();
  }

  opened(socket: Socket<Client>): void {
    this.#socket = socket;
    this.state = "upgrading";
    const { port, protocol, from } = this.#place;
    socket.write(upgradeRequest(port, protocol.path, protocol.subprotocol, from));
  }

  received(chunk: Buffer): void {
    this.bytes += chunk.length;
    let bytes = this.#rest ? Buffer.concat([this.#rest, chunk]) : chunk;
    if (this.state === "upgrading") {
      const end = bytes.indexOf(HEAD_END);
      if (end >= 0) this.#upgraded(bytes.toString("latin1", 0, end));
      bytes = end < 0 ? bytes : bytes.subarray(end + HEAD_END.length);
    }
    const used =
      this.state === "upgrading"
        ? 0
        : readFrames(bytes, (opcode, start, end) => this.#frame(opcode, bytes, start, end));
    this.#rest = used < bytes.length ? Buffer.from(bytes.subarray(used)) : undefined;
  }

  ended(reason: string): void {
    if (this.state === "gone") return;
    this.state = "gone";
    this.#settled.resolve();
    this.#place.listener.left(this, reason);
  }

  #upgraded(head: string): void {
    if (!head.startsWith("HTTP/1.1 101")) {
      this.ended(head.slice(0, head.indexOf("\r\n")));
      this.#socket?.terminate();
      return;
    }
    this.state = "joining";
    const { greeting, welcome } = this.#place.protocol;
    if (greeting) this.#send(clientFrame(OPCODE.text, greeting));
    if (welcome === undefined && this.#backlog === 0) this.#join();
  }

  #frame(opcode: number, bytes: Buffer, start: number, end: number): void {
    this.frames += 1;
    if (opcode === OPCODE.ping) {
      this.#send(clientFrame(OPCODE.pong, bytes.subarray(start, end)));
    } else if (opcode === OPCODE.close) {
      this.ended(`close ${end - start >= 2 ? bytes.readUInt16BE(start) : 1005}`);
    } else if (this.state === "joining") {
      this.#joining(this.#read(opcode, bytes.subarray(start, end)));
    } else if (this.batched) {
      this.#heard(this.#read(opcode, bytes.subarray(start, end)));
    } else if (end - start < SHORTEST_MESSAGE) {
      this.#reply(bytes.toString("latin1", start, end));
    } else if (this.sampled) {
      this.#heard(this.#read(opcode, bytes.subarray(start, end)));
    } else {
      this.messages += 1;
      this.#place.listener.heard(this, 1, undefined);
    }
  }

  #read(opcode: number, payload: Buffer): Facts {
    const deflated = opcode === OPCODE.binary;
    return this.batched ? this.#place.memory.read(payload, deflated) : factsOf(payload, deflated);
  }

  #heard(facts: Facts): void {
    this.messages += facts.ids.length;
    this.idSum += facts.idSum;
    this.#place.listener.heard(this, facts.ids.length, facts);
  }

  #joining(facts: Facts): void {
    this.#reply(facts.payload);
    this.#backlog -= facts.ids.length;
    if (this.#welcomed || facts.payload.includes(this.#place.protocol.welcome ?? "")) {
      this.#welcomed = true;
      if (this.#backlog <= 0) this.#join();
    }
  }

  #join(): void {
    this.state = "joined";
    this.#settled.resolve();
  }

  #reply(payload: string): void {
    const answer = this.#place.protocol.answer?.(payload);
    if (answer !== undefined) this.#send(clientFrame(OPCODE.text, answer));
  }

  #send(frame: Buffer): void {
    if (this.#socket && this.#socket.write(frame) !== frame.length) {
      throw new Error("A sender's socket is full: the server stopped reading.");
    }
  }
}

const HANDLERS = {
  open(socket: Socket<Client>) {
    socket.data.opened(socket);
  },
  data(socket: Socket<Client>, chunk: Buffer) {
    socket.data.received(chunk);
  },
  close(socket: Socket<Client>) {
    socket.data.ended("cut");
  },
  error(socket: Socket<Client>, error: Error) {
    socket.data.ended(error.message);
  },
};
