import { createRoute } from "@hono/zod-openapi";
import type { StoredMessage } from "../room/ports.ts";
import { Health, History, HistoryQuery, Today } from "../wire/http.ts";
import { type Calls, type HttpParts, newCalls } from "./api.ts";
import { limited } from "./limited.ts";
import { json, refusals } from "./openapi.ts";

const health = createRoute({
  method: "get",
  path: "/health",
  middleware: limited("GET /health", { sender: 120, range: 600 }),
  summary: "Whether this node can serve",
  responses: {
    200: json(Health, "The store answers"),
    503: json(Health, "The store does not answer"),
  },
});
const today = createRoute({
  method: "get",
  path: "/api/today",
  middleware: limited("GET /api/today", { sender: 120, range: 1_200 }),
  summary: "Today's topic and rules, and when the room is emptied",
  responses: { 200: json(Today, "Today") },
});
const messages = createRoute({
  method: "get",
  path: "/api/messages",
  middleware: limited("GET /api/messages", { sender: 60, range: 240 }),
  summary: "Today's messages, oldest first; `before` pages backwards",
  request: { query: HistoryQuery },
  responses: { 200: json(History, "Messages"), ...refusals(422, 503) },
});

/** What anyone may call. */
export function publicCalls({ room, online, logger }: HttpParts): Calls {
  const calls = newCalls();
  calls.openapi(health, async (context) => {
    const answer = { connected_clients: online(), date: room.today().date };
    try {
      const counts = await room.counts();
      return context.json(
        { ...answer, status: "healthy" as const, message_count: counts.today },
        200,
      );
    } catch (error) {
      logger.error({ err: error }, "The store does not answer.");
      return context.json({ ...answer, status: "unhealthy" as const, message_count: 0 }, 503);
    }
  });
  calls.openapi(today, (context) => context.json(room.today(), 200));
  calls.openapi(messages, async (context) => {
    const { limit, before } = context.req.valid("query");
    const found = await room.history(limit, before);
    return context.json({ messages: found.map(historyMessage) }, 200);
  });
  return calls;
}

export function historyMessage({ id, user, text, timestamp }: StoredMessage) {
  return { id, user, text, timestamp };
}
