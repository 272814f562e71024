/** A proxy that gives the room a path of its host, as `location /rage/` of nginx does, or all of it. */
import type { ServerWebSocket } from "bun";

interface Tunnel {
  protocols: string[];
  /** What came before the room answered. */
  early: string[];
  room: WebSocket | null;
}

export interface PrefixProxy extends AsyncDisposable {
  /** `http://127.0.0.1:PORT`, the host's root, where nothing is. */
  readonly host: string;
}

/**
 * Takes `prefix`, such as `/rage` or nothing, off every address; adds the slash at its end by a
 * redirect. Without the lines of nginx that pass an upgrade on, no socket is let through.
 */
export function proxyUnder(
  prefix: string,
  room: string,
  letsSocketsThrough = () => true,
): PrefixProxy {
  const server = Bun.serve<Tunnel>({
    hostname: "127.0.0.1",
    port: 0,
    // A room on a busy machine answers late.
    idleTimeout: 0,
    async fetch(request, server) {
      const { pathname, search } = new URL(request.url);
      if (pathname === prefix) return Response.redirect(`${prefix}/${search}`, 301);
      if (!pathname.startsWith(`${prefix}/`)) return new Response("Nothing.", { status: 404 });
      const path = pathname.slice(prefix.length) + search;
      const isUpgrade = request.headers.get("upgrade") === "websocket" && letsSocketsThrough();
      if (isUpgrade) return upgrade(request, server, path);
      const answer = await fetch(room + path, {
        method: request.method,
        headers: withoutUpgrade(request.headers),
        body: request.body,
        redirect: "manual",
        decompress: false,
      }).catch(() => new Response("The room is not there.", { status: 502 }));
      return new Response(answer.body, answer);
    },
    websocket: {
      open: (socket) => open(socket, `${room.replace("http", "ws")}/ws`),
      message({ data }, frame) {
        if (data.room?.readyState === WebSocket.OPEN) data.room.send(String(frame));
        else data.early.push(String(frame));
      },
      close: ({ data }) => data.room?.close(),
    },
  });
  return {
    host: `http://127.0.0.1:${server.port}`,
    [Symbol.asyncDispose]: () => server.stop(true),
  };
}

/** These are between two neighbours, and not passed on. */
function withoutUpgrade(headers: Headers): Headers {
  const passed = new Headers(headers);
  for (const name of ["upgrade", "connection"]) passed.delete(name);
  return passed;
}

function upgrade(request: Request, server: Bun.Server<Tunnel>, path: string): Response | undefined {
  const offered = (request.headers.get("sec-websocket-protocol") ?? "").split(/,\s*/);
  const [protocol = ""] = offered;
  const data = { protocols: [protocol], early: [], room: null };
  const headers = { "Sec-WebSocket-Protocol": protocol };
  if (path === "/ws" && server.upgrade(request, { data, headers })) return undefined;
  return new Response("Nothing.", { status: 404 });
}

function open(socket: ServerWebSocket<Tunnel>, url: string): void {
  const { data } = socket;
  const room = new WebSocket(url, data.protocols);
  room.binaryType = "arraybuffer";
  data.room = room;
  room.onopen = () => {
    for (const frame of data.early) room.send(frame);
  };
  room.onmessage = ({ data: frame }: MessageEvent<string | ArrayBuffer>) => {
    socket.send(frame);
  };
  room.onclose = ({ code }) => socket.close(code === 1006 ? 1001 : code);
}
