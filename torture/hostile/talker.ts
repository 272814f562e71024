/** A socket that counts what comes back, and finds out when the server has read everything it sent. */
import { connect, type Socket } from "node:net";
import { clientFrame, OPCODE, readFrames, upgradeRequest } from "../../bench/load/frames.ts";
import { SUBPROTOCOL } from "../../src/wire/frames.ts";
import { HELLO } from "./kinds.ts";

const PING = clientFrame(OPCODE.ping, "?");

export class Talker {
  /** Of frames that came. */
  bytes = 0;
  readonly #socket: Socket;
  #rest: Buffer = Buffer.alloc(0);
  #pong: () => void = () => undefined;

  private constructor(socket: Socket) {
    this.#socket = socket;
  }

  /** Resolves when it is let in: after its hello, where its mode has one. */
  static async open(port: number, mode: "v1" | "plain"): Promise<Talker> {
    const socket = connect({ host: "127.0.0.1", port, localAddress: "127.1.0.1" });
    const opened = Promise.withResolvers<void>();
    socket.once("data", () => opened.resolve());
    socket.once("close", () => opened.reject(new Error("A socket was not opened.")));
    socket.write(upgradeRequest(port, "/ws", mode === "v1" ? SUBPROTOCOL : undefined));
    await opened.promise;
    const talker = new Talker(socket);
    socket.on("data", (chunk) => talker.#read(Buffer.from(chunk)));
    socket.on("error", () => socket.destroy());
    if (mode === "v1") socket.write(HELLO);
    await talker.heard();
    return talker;
  }

  write(bytes: Buffer): void {
    this.#socket.write(bytes);
  }

  /** Resolves once the server has read everything up to here. */
  async heard(): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const closed = () => reject(new Error("The server closed a socket."));
    this.#pong = resolve;
    this.#socket.once("close", closed);
    this.#socket.write(PING);
    await promise;
    this.#socket.off("close", closed);
  }

  close(): void {
    this.#socket.destroy();
  }

  #read(chunk: Buffer): void {
    const bytes = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    const used = readFrames(bytes, (opcode, start, end) => {
      if (opcode === OPCODE.pong) this.#pong();
      else this.bytes += end - start;
    });
    this.#rest = bytes.subarray(used);
  }
}
