import { createRoute } from "@hono/zod-openapi";
import type { Clock, StoredMessage } from "../room/ports.ts";
import type { Room } from "../room/room.ts";
import { within } from "../room/within.ts";
import { Health, History, HistoryQuery, Ready, Today } from "../wire/http.ts";
import { HeadQuery, LogHead } from "../wire/log-head.ts";
import { type Calls, type HttpParts, newCalls } from "./api.ts";
import { limited } from "./limited.ts";
import { json, refusals } from "./openapi.ts";

/** Shorter than what asks for a node's health waits, such as `rage-room healthcheck`. */
const LOOK_MS = 4_000;
const health = createRoute({
  method: "get",
  path: "/health",
  middleware: limited("GET /health", { sender: 120, range: 600 }),
  summary: "Whether this node can serve, and figures",
  responses: {
    200: json(Health, "People can speak and read"),
    503: json(Health, "They cannot: the store or the key of the day cannot be read or written"),
  },
});
const ready = createRoute({
  method: "get",
  path: "/ready",
  middleware: limited("GET /ready", { sender: 120, range: 600 }),
  summary: "Whether this node takes messages, for what sends people to it",
  responses: {
    200: json(Ready, "It does"),
    503: json(Ready, "It starts, drains, or cannot store what would be said"),
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

const head = createRoute({
  method: "get",
  path: "/api/log/head",
  middleware: limited("GET /api/log/head", { sender: 60, range: 240 }),
  summary: "The last place of today's log, or the place `seq`, and the hash of all up to there",
  request: { query: HeadQuery },
  responses: { 200: json(LogHead, "A place of the log"), ...refusals(404, 422, 503) },
});

/** What anyone may call. */
export function publicCalls({ room, online, phase, clock }: HttpParts): Calls {
  const calls = newCalls();
  calls.openapi(health, async (context) => {
    const { works, messages: message_count } = await look(room, clock);
    const answer = { message_count, connected_clients: online(), date: room.today().date };
    return works
      ? context.json({ status: "healthy" as const, ...answer }, 200)
      : context.json({ status: "unhealthy" as const, ...answer }, 503);
  });
  calls.openapi(ready, async (context) => {
    const now = phase();
    const reason = now !== "open" ? now : (await look(room, clock)).works ? null : "store";
    return reason === null
      ? context.json({ status: "ready" as const }, 200)
      : context.json({ status: "not_ready" as const, reason }, 503);
  });
  calls.openapi(today, (context) => context.json(room.today(), 200));
  calls.openapi(messages, async (context) => {
    const { limit, before } = context.req.valid("query");
    const found = await room.history(limit, before);
    const past = found.map((one) => ({ ...historyMessage(one), kind: one.kind, felt: one.felt }));
    return context.json({ messages: past }, 200);
  });
  calls.openapi(head, async (context) => {
    const { seq } = context.req.valid("query");
    return context.json(await room.head(seq ?? null), 200);
  });
  return calls;
}

export function historyMessage({ id, user, text, timestamp, re }: StoredMessage) {
  return { id, user, text, timestamp, ...(re !== null && { re }) };
}

/** Asks the store; where the room could not store something, it is tried again now. A store that is silent does not work. */
async function look(room: Room, clock: Clock): Promise<{ works: boolean; messages: number }> {
  const asked = room.counts().then(async ({ today: messages }) => ({
    works: await room.canStore(),
    messages,
  }));
  return within(clock, LOOK_MS, asked, { works: false, messages: 0 });
}
