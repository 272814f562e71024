/** Clients that speak to a server of ours over a real WebSocket. */
import { inflateSync } from "node:zlib";
import { z } from "zod";
import {
  type ClientFrame,
  type ServerEvent,
  ServerFrame,
  SUBPROTOCOL,
} from "../../src/wire/frames.ts";
import { Inbox } from "./inbox.ts";
import { STEP_MS } from "./limits.ts";

const DEFLATE = `${SUBPROTOCOL}.deflate`;

const PlainEvent = z.looseObject({
  user: z.string(),
  text: z.string(),
  timestamp: z.iso.datetime({ offset: true }),
});
type PlainEvent = z.infer<typeof PlainEvent>;

export interface Closed {
  code: number;
  reason: string;
}

interface Caller extends AsyncDisposable {
  readonly closed: Promise<Closed>;
  sendRaw(data: string | Uint8Array<ArrayBuffer>): void;
  /** Ends it from our side; resolves once it is over. */
  close(code?: number, reason?: string): Promise<Closed>;
}

export interface Client extends Caller {
  /** All events so far, in order. */
  readonly events: readonly ServerEvent[];
  send(frame: ClientFrame): void;
  /** Takes the first such event not yet taken, or waits for it. */
  next<Type extends ServerEvent["type"]>(
    type: Type,
    match?: (event: Extract<ServerEvent, { type: Type }>) => boolean,
  ): Promise<Extract<ServerEvent, { type: Type }>>;
}

export interface PlainClient extends Caller {
  readonly events: readonly PlainEvent[];
  send(frame: { user?: string; text: string; re?: number }): void;
  next(match?: (event: PlainEvent) => boolean): Promise<PlainEvent>;
}

interface Options {
  headers?: Record<string, string>;
}

/**
 * Opens a socket and waits until it is open; `deflate` offers both forms and takes the one
 * the server picks. A frame that the protocol does not know fails the test.
 */
export async function connect(
  url: string,
  options: Options & { deflate?: boolean } = {},
): Promise<Client> {
  const protocols = options.deflate ? [DEFLATE, SUBPROTOCOL] : [SUBPROTOCOL];
  const inbox = new Inbox<ServerEvent>((event) => JSON.stringify(event));
  const { socket, peer } = await open(url, { ...options, protocols }, inbox, (data, protocol) =>
    ServerFrame.parse(JSON.parse(protocol === DEFLATE ? inflated(data) : text(data))),
  );
  if (!protocols.includes(socket.protocol)) {
    throw new Error(`The server picked the protocol "${socket.protocol}".`);
  }
  return {
    ...peer,
    events: inbox.all,
    send: (frame) => socket.send(JSON.stringify(frame)),
    next: <Type extends ServerEvent["type"]>(
      type: Type,
      match?: (event: Extract<ServerEvent, { type: Type }>) => boolean,
    ) => {
      type Wanted = Extract<ServerEvent, { type: Type }>;
      const isOfType = (event: ServerEvent): event is Wanted => event.type === type;
      const isWanted = (event: ServerEvent): event is Wanted =>
        isOfType(event) && (match === undefined || match(event));
      return inbox.take(`${type} that matches`, isWanted, STEP_MS);
    },
  };
}

/** As `connect`, asking for no subprotocol: plain mode. */
export async function connectPlain(url: string, options: Options = {}): Promise<PlainClient> {
  const inbox = new Inbox<PlainEvent>((event) => JSON.stringify(event));
  const { socket, peer } = await open(url, options, inbox, (data) => [
    PlainEvent.parse(JSON.parse(text(data))),
  ]);
  return {
    ...peer,
    events: inbox.all,
    send: (frame) => socket.send(JSON.stringify(frame)),
    next: (match = () => true) =>
      inbox.take("message that matches", (event): event is PlainEvent => match(event), STEP_MS),
  };
}

async function open<Event>(
  url: string,
  options: Bun.WebSocketOptions,
  inbox: Inbox<Event>,
  read: (data: unknown, protocol: string) => Event[],
): Promise<{ socket: WebSocket; peer: Caller }> {
  // The DOM's types, which the pages need, hide that Bun's constructor takes options.
  const socket: WebSocket = Reflect.construct(WebSocket, [url, options]);
  socket.binaryType = "arraybuffer";
  const opened = Promise.withResolvers<void>();
  const closed = Promise.withResolvers<Closed>();
  socket.addEventListener("open", () => opened.resolve());
  socket.addEventListener("message", (event) => {
    try {
      for (const item of read(event.data, socket.protocol)) inbox.put(item);
    } catch (cause) {
      const broken = `a frame broke the protocol: ${String(event.data)}`;
      inbox.end(broken);
      // Nobody may be waiting: thrown here, it fails the test all the same.
      throw new Error(broken, { cause });
    }
  });
  socket.addEventListener("close", ({ code, reason }) => {
    opened.reject(new Error(`The socket did not open: ${code} ${reason}`));
    inbox.end(`the socket closed with ${code} ${reason}`);
    closed.resolve({ code, reason });
  });
  await opened.promise;

  const close = (code = 1000, reason?: string) => {
    socket.close(code, reason);
    return closed.promise;
  };
  return {
    socket,
    peer: {
      closed: closed.promise,
      sendRaw: (data) => socket.send(data),
      close,
      [Symbol.asyncDispose]: async () => {
        await close();
      },
    },
  };
}

function text(data: unknown): string {
  return z.string("This form has text frames only.").parse(data);
}

function inflated(data: unknown): string {
  return inflateSync(
    z.instanceof(ArrayBuffer, { error: "A binary frame." }).parse(data),
  ).toString();
}
