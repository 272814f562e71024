import type { Server, WebSocketHandler } from "bun";
import { BACKPRESSURE_BYTES, FRAME_BYTES, RESUME_EVENTS, SNAPSHOT_MESSAGES } from "../limits.ts";
import { SUBPROTOCOL } from "../protocol.ts";
import type { Accounts } from "../room/accounts.ts";
import type { AddressHash, Clock, Guests, Logger, Nodes, Peer, RoomEvent } from "../room/ports.ts";
import type { Pulse } from "../room/pulse.ts";
import type { Room } from "../room/room.ts";
import { Fanout } from "./fanout.ts";
import { Plain } from "./plain.ts";
import { Presence } from "./presence.ts";
import { Replay } from "./replay.ts";
import { end, newSession, type Session, type Socket } from "./session.ts";
import { V1 } from "./v1.ts";
import { forEveryone, type Mode } from "./wire.ts";

const DEFLATE = `${SUBPROTOCOL}.deflate`;
const RENAME_EVERY_MS = 5_000;

export interface GatewayParts {
  room: Room;
  accounts: Pick<Accounts, "identify">;
  guests: Guests;
  addressHash: AddressHash;
  clock: Clock;
  logger: Logger;
  pulse: Pulse;
  nodes: Nodes | null;
  maxConnections: number;
}

/** `/ws`: lets sockets in, hands their frames to the mode they speak, and ends them. */
export class Gateway {
  readonly handler: WebSocketHandler<Session>;
  readonly #parts: GatewayParts;
  readonly #modes: Record<Mode, Plain | V1>;
  readonly #fanout: Fanout;
  readonly #presence: Presence;
  readonly #sockets = new Set<Socket>();
  #server: Server<Session> | null = null;
  #leaving = false;

  private constructor(parts: GatewayParts, replay: Replay) {
    this.#parts = parts;
    const publisher = {
      publish: (mode: Mode, data: string | Uint8Array) => {
        this.#server?.publish(mode, data, false);
      },
      heard: (mode: Mode) => (this.#server?.subscriberCount(mode) ?? 0) > 0,
    };
    this.#fanout = new Fanout(replay, publisher, parts.clock, parts.pulse);
    this.#presence = new Presence(parts.clock, parts.logger, parts.nodes, (count) =>
      this.#fanout.announce({ type: "online", count }),
    );
    const subscribe = (socket: Socket) => socket.subscribe(socket.data.mode);
    const v1 = new V1({ ...parts, replay, subscribe, online: () => this.online });
    this.#modes = { plain: new Plain({ ...parts, replay, subscribe }), v1, deflate: v1 };
    this.handler = {
      open: (socket) => this.#open(socket),
      message: (socket, data) => this.#message(socket, data),
      drain: (socket) => socket.data.drained?.(),
      close: (socket) => this.#closed(socket),
      maxPayloadLength: FRAME_BYTES,
      backpressureLimit: BACKPRESSURE_BYTES,
      closeOnBackpressureLimit: true,
      perMessageDeflate: false,
      idleTimeout: 120,
    };
    parts.room.listen((events) => this.#deliver(events));
    this.#renameInTurn(v1);
  }

  /**
   * Reads what the first joiners will be given, up to the room's head: what other nodes append
   * meanwhile comes with the tail. The room must not follow them before this is done.
   */
  static async open(parts: GatewayParts): Promise<Gateway> {
    const { room } = parts;
    const state = room.state;
    const start = Math.max(0, state.seq - RESUME_EVENTS);
    const stored = await room.history(SNAPSHOT_MESSAGES, state.seq + 1);
    const messages = stored.map((message) => ({
      ...message,
      type: "message" as const,
      seq: message.id,
    }));
    const events = await room.eventsAfter(start, state.seq - start);
    return new Gateway(parts, new Replay(state, messages, events.map(forEveryone)));
  }

  /** How many are in the room, on all nodes. */
  get online(): number {
    return this.#presence.count;
  }

  attach(server: Server<Session>): void {
    this.#server = server;
  }

  /** Undefined once the socket is the gateway's. */
  upgrade(request: Request, server: Server<Session>, peer: Peer): Response | undefined {
    if (!peer.originAllowed)
      return new Response("This origin may not use the room.", { status: 403 });
    const offered = (request.headers.get("sec-websocket-protocol") ?? "")
      .split(",")
      .map((name) => name.trim())
      .filter((name) => name !== "");
    const chosen = [DEFLATE, SUBPROTOCOL].find((name) => offered.includes(name));
    if (offered.length > 0 && !chosen) {
      return new Response(`This room speaks ${SUBPROTOCOL} and ${DEFLATE}.`, { status: 400 });
    }
    const mode = chosen === DEFLATE ? "deflate" : chosen === SUBPROTOCOL ? "v1" : "plain";
    const data = newSession(mode, peer.address, bearer(request));
    const headers = chosen ? { "Sec-WebSocket-Protocol": chosen } : {};
    if (server.upgrade(request, { data, headers })) return undefined;
    return new Response("This address is for WebSockets.", {
      status: 426,
      headers: { Upgrade: "websocket", Connection: "Upgrade" },
    });
  }

  /** Takes no more sockets and no more frames. */
  stopListening(): void {
    this.#leaving = true;
  }

  /** Sends what waits, then closes every socket so that its client comes back later. */
  async leave(): Promise<void> {
    this.stopListening();
    this.#fanout.flush();
    // The answers to what was just committed leave in the loop's next turn.
    await new Promise((resolve) => setImmediate(resolve));
    for (const socket of this.#sockets) end(socket, "going_away");
    await this.#presence.leave();
  }

  #open(socket: Socket): void {
    if (this.#leaving) end(socket, "going_away");
    else if (this.#sockets.size >= this.#parts.maxConnections) end(socket, "server_full");
    else {
      this.#sockets.add(socket);
      this.#presence.changed(this.#sockets.size);
      this.#modes[socket.data.mode].open(socket);
    }
  }

  #message(socket: Socket, data: string | Buffer): void {
    if (this.#leaving || !this.#sockets.has(socket)) return;
    this.#modes[socket.data.mode].message(socket, data).catch((error: unknown) => {
      this.#parts.logger.error({ err: error }, "A frame was not handled.");
      end(socket, "going_away");
    });
  }

  #closed(socket: Socket): void {
    socket.data.open = false;
    socket.data.cancelTimer?.();
    socket.data.drained?.();
    if (this.#sockets.delete(socket)) this.#presence.changed(this.#sockets.size);
  }

  #deliver(events: readonly RoomEvent[]): void {
    this.#fanout.deliver(events);
    for (const event of events) {
      if (event.type === "banned") {
        this.#endWhere("banned", ({ sender }) => sender?.userId === event.userId);
      } else if (event.type === "signed_out") {
        this.#endWhere("signed_out", ({ token }) => token?.id === event.tokenId);
      }
    }
  }

  #endWhere(ending: "banned" | "signed_out", matches: (session: Session) => boolean): void {
    for (const socket of this.#sockets) if (matches(socket.data)) end(socket, ending);
  }

  #renameInTurn(v1: V1): void {
    this.#parts.clock.after(RENAME_EVERY_MS, () => {
      for (const socket of this.#sockets) v1.rename(socket);
      if (!this.#leaving) this.#renameInTurn(v1);
    });
  }
}

function bearer(request: Request): string | null {
  const [scheme, token] = (request.headers.get("authorization") ?? "").split(" ");
  return scheme?.toLowerCase() === "bearer" && token ? token : null;
}
