import type { Server, WebSocketHandler } from "bun";
import { kindOf, type RoomEvent } from "../events/kinds.ts";
import type { Caller, NodeShare, Nodes } from "../room/ports.ts";
import { RareWarning } from "../room/rare-warning.ts";
import { SUBPROTOCOL } from "../wire/frames.ts";
import { BACKPRESSURE_BYTES, FRAME_BYTES } from "../wire/limits.ts";
import { Delivery, type DeliveryParts } from "./delivery.ts";
import type { Publisher } from "./fanout.ts";
import { FirstWords } from "./first-words.ts";
import { KeepAlive } from "./keep-alive.ts";
import { notUpgraded } from "./not-upgraded.ts";
import { Places, StaffPlaces } from "./places.ts";
import { Presence } from "./presence.ts";
import type { Replay } from "./replay.ts";
import { replayOf } from "./replay-of.ts";
import { end, newSession, ownerOf, type Session, type Socket } from "./session.ts";

const DEFLATE = `${SUBPROTOCOL}.deflate`;
const RENAME_EVERY_MS = 5_000;
const WARN_EVERY_MS = 60_000;

export interface GatewayParts extends DeliveryParts {
  nodes: Nodes | null;
  maxConnections: number;
  /** Connections beyond `maxConnections`, only for staff: so a full room can be moderated. */
  staffConnections: number;
}

/** Bun's handler, with only the parts of a socket that the room uses. */
interface Handler
  extends Omit<WebSocketHandler<Session>, "open" | "message" | "drain" | "close" | "pong"> {
  open(socket: Socket): void;
  message(socket: Socket, data: string | Buffer): void;
  drain(socket: Socket): void;
  pong(socket: Socket): void;
  close(socket: Socket): void;
}

type Publishing = Pick<Server<Session>, "publish" | "subscriberCount">;

/** `/ws`: accepts sockets, passes their frames to the code of their mode, and closes them. */
export class Gateway {
  readonly handler: Handler;
  readonly #parts: GatewayParts;
  readonly #publisher: Publisher;
  #delivery: Delivery;
  readonly #presence: Presence;
  readonly #keepAlive: KeepAlive;
  readonly #sockets = new Set<Socket>();
  readonly #places: Places;
  readonly #staffPlaces: StaffPlaces;
  readonly #noUpgrade: RareWarning;
  #server: Publishing | null = null;
  #leaving = false;

  private constructor(parts: GatewayParts, replay: Replay) {
    this.#parts = parts;
    this.#places = new Places(parts.maxConnections);
    this.#staffPlaces = new StaffPlaces(parts.staffConnections);
    this.#noUpgrade = new RareWarning(WARN_EVERY_MS, parts);
    this.#publisher = {
      publish: (topic: string, data: string | Uint8Array) => {
        this.#server?.publish(topic, data, false);
      },
      listeners: (topic: string) => this.#server?.subscriberCount(topic) ?? 0,
    };
    this.#delivery = this.#deliveryFrom(replay);
    this.#presence = new Presence(parts.clock, parts.logger, parts.nodes, (count) =>
      this.#delivery.fanout.announce({ type: "online", count }),
    );
    this.#keepAlive = new KeepAlive(this.#sockets, parts.clock, () =>
      this.#delivery.fanout.breakSilence({ type: "online", count: this.online }),
    );
    this.handler = {
      open: (socket) => this.#open(socket),
      message: (socket, data) => this.#message(socket, data),
      drain: (socket) => socket.data.drained?.(),
      pong: (socket) => this.#keepAlive.heard(socket),
      close: (socket) => this.#closed(socket),
      maxPayloadLength: FRAME_BYTES,
      backpressureLimit: BACKPRESSURE_BYTES,
      closeOnBackpressureLimit: true,
      perMessageDeflate: false,
      idleTimeout: 120,
    };
    parts.room.listen((events) => this.#deliver(events));
    parts.room.listenToTries((tried, appended) => parts.firstWords.tried(tried, appended));
    parts.room.listenToReplacement(() => this.#beginAnew());
    this.#renameInTurn();
  }

  /** Reads what the first clients will be sent. The room must not change in the meantime. */
  static async open(opened: Omit<GatewayParts, "firstWords">): Promise<Gateway> {
    const parts = { ...opened, firstWords: new FirstWords() };
    return new Gateway(parts, await replayOf(parts.room, parts.firstWords));
  }

  /** How many are in the room, on all nodes. */
  get online(): number {
    return this.#presence.count;
  }

  async shares(): Promise<NodeShare[]> {
    return this.#presence.shares();
  }

  /** Sockets of this node. */
  get connections(): number {
    return this.#sockets.size;
  }

  attach(server: Publishing): void {
    this.#server = server;
  }

  /** Undefined if the socket was accepted. */
  upgrade(request: Request, server: Server<Session>, peer: Caller): Response | undefined {
    if (request.method !== "GET") {
      return notUpgraded(405, "This address takes GET.", { Allow: "GET" });
    }
    if (!peer.originAllowed) return notUpgraded(403, "This origin may not use the room.");
    const offered = (request.headers.get("sec-websocket-protocol") ?? "")
      .split(",")
      .map((name) => name.trim())
      .filter((name) => name !== "");
    const chosen = [DEFLATE, SUBPROTOCOL].find((name) => offered.includes(name));
    if (offered.length > 0 && !chosen) {
      return notUpgraded(400, `This room speaks ${SUBPROTOCOL} and ${DEFLATE}.`);
    }
    const mode = chosen === DEFLATE ? "deflate" : chosen === SUBPROTOCOL ? "v1" : "plain";
    const data = newSession(mode, peer, bearer(request));
    const headers = chosen ? { "Sec-WebSocket-Protocol": chosen } : {};
    if (server.upgrade(request, { data, headers })) return undefined;
    if (!request.headers.has("upgrade")) {
      this.#noUpgrade.give(
        { event: "upgrade_missing" },
        "/ws was asked for without Upgrade. If that was a page of the room, a proxy drops the header: it must pass Upgrade and Connection on.",
      );
    }
    return notUpgraded(426, "This address is for WebSockets.", {
      Upgrade: "websocket",
      Connection: "Upgrade",
    });
  }

  /** From now on it accepts no sockets and no frames. */
  stopListening(): void {
    this.#leaving = true;
    this.#keepAlive.stop();
    this.#delivery.stop();
  }

  /** Sends all waiting events, then closes every socket with a code after which clients reconnect. */
  async leave(): Promise<void> {
    this.stopListening();
    this.#delivery.fanout.flush();
    // The acks of the last commit are sent in the next turn of the event loop.
    await new Promise((resolve) => setImmediate(resolve));
    for (const socket of this.#sockets) end(socket, "going_away");
    await this.#presence.leave();
  }

  #open(socket: Socket): void {
    if (this.#leaving) end(socket, "going_away");
    else if (!this.#findPlace(socket)) end(socket, "server_full");
    else {
      this.#sockets.add(socket);
      this.#keepAlive.add(socket);
      this.#presence.changed(this.#sockets.size);
      this.#delivery.modes[socket.data.mode].open(socket);
    }
  }

  #findPlace(socket: Socket): boolean {
    const { data } = socket;
    if (this.#places.take(data.range)) return true;
    // A plain client without a token is a guest. A client of v1 says in its hello who it is.
    if (data.mode === "plain" && data.bearer === null) return false;
    data.staffOnly = true;
    return this.#staffPlaces.take(socket);
  }

  #message(socket: Socket, data: string | Buffer): void {
    if (this.#leaving || !this.#sockets.has(socket)) return;
    this.#keepAlive.heard(socket);
    this.#delivery.modes[socket.data.mode].message(socket, data).catch((error: unknown) => {
      this.#parts.logger.error({ err: error }, "A frame was not handled.");
      end(socket, "going_away");
    });
  }

  #closed(socket: Socket): void {
    socket.data.open = false;
    socket.data.cancelTimer?.();
    socket.data.cancelExpiry?.();
    socket.data.drained?.();
    if (!this.#sockets.delete(socket)) return;
    if (socket.data.staffOnly) this.#staffPlaces.leave(socket);
    else this.#places.leave(socket.data.range);
    this.#presence.changed(this.#sockets.size);
  }

  #deliver(events: readonly RoomEvent[]): void {
    const { fanout, v1 } = this.#delivery;
    // Before the messages themselves.
    this.#parts.firstWords.tell(events, this.#sockets, (to, first) => v1.tell(to, first));
    fanout.deliver(events);
    for (const event of events) {
      const { audience, ends, tells } = kindOf(event);
      // Only what is not for everyone, or ends sockets, concerns some more than others.
      if (audience === "everyone" && ends === null) continue;
      for (const socket of this.#sockets) {
        const owner = ownerOf(socket.data);
        const told = tells(event, owner);
        if (told) v1.tell(socket, told);
        if (ends?.matches(event, owner)) end(socket, ends.ending);
      }
    }
  }

  #deliveryFrom(replay: Replay): Delivery {
    return new Delivery(this.#parts, replay, this.#publisher, () => this.online);
  }

  /** Whoever was given the log that was replaced comes back, and is told so. */
  async #beginAnew(): Promise<void> {
    const replay = await replayOf(this.#parts.room, this.#parts.firstWords);
    this.#delivery.end();
    this.#delivery = this.#deliveryFrom(replay);
    for (const socket of this.#sockets) end(socket, "going_away");
  }

  #renameInTurn(): void {
    this.#parts.clock.after(RENAME_EVERY_MS, () => {
      for (const socket of this.#sockets) {
        // Whoever could not be given a name now is given one in the next turn, or when they speak.
        this.#delivery.v1.rename(socket).catch((error: unknown) => {
          this.#parts.logger.warn({ err: error }, "A guest could not be given a new name.");
        });
      }
      if (!this.#leaving) this.#renameInTurn();
    });
  }
}

function bearer(request: Request): string | null {
  const [scheme, token] = (request.headers.get("authorization") ?? "").split(" ");
  return scheme?.toLowerCase() === "bearer" && token ? token : null;
}
