import { randomBytes } from "node:crypto";
import { type ClientRequest, request as plain } from "node:http";
import { request as secure } from "node:https";
import { SUBPROTOCOL } from "../../wire/frames.ts";

const PATIENCE_MS = 10_000;

/**
 * The status with which an Upgrade of `/ws` is answered to a page of that address (RFC 6455 §4.1);
 * null without an answer. A socket that opens is closed at once, before it says hello.
 */
export async function upgradeStatus(base: URL): Promise<number | null> {
  const answered = Promise.withResolvers<number | null>();
  const asked = ask(base);
  asked.on("upgrade", ({ statusCode }, socket) => {
    socket.destroy();
    answered.resolve(statusCode ?? null);
  });
  asked.on("response", (response) => {
    response.resume();
    answered.resolve(response.statusCode ?? null);
  });
  asked.on("error", () => answered.resolve(null));
  asked.setTimeout(PATIENCE_MS, () => asked.destroy(new Error("It does not answer.")));
  asked.end();
  return answered.promise;
}

function ask(base: URL): ClientRequest {
  const headers = {
    Connection: "Upgrade",
    Upgrade: "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": randomBytes(16).toString("base64"),
    "Sec-WebSocket-Protocol": SUBPROTOCOL,
    Origin: base.origin,
  };
  return (base.protocol === "https:" ? secure : plain)(new URL("ws", base), { headers });
}
