import { createRoute } from "@hono/zod-openapi";
import type { KeptReceipt } from "../midnight/receipt.ts";
import { isoIn } from "../room/day.ts";
import { Receipts } from "../wire/http.ts";
import { NOT_COVERED } from "../wire/limits.ts";
import { type Calls, type HttpParts, newCalls } from "./api.ts";
import { limited } from "./limited.ts";
import { json, refusals } from "./openapi.ts";

const SHOWN = 31;

const receipts = createRoute({
  method: "get",
  path: "/api/receipts",
  middleware: limited("GET /api/receipts", { sender: 60, range: 600 }),
  summary: "What was destroyed at the last midnights, and what was found when it was looked for",
  responses: { 200: json(Receipts, "Receipts, newest first"), ...refusals(503) },
});

export function receiptCalls({ destruction }: HttpParts): Calls {
  const calls = newCalls();
  calls.openapi(receipts, async (context) => {
    const kept = await destruction.receipts(SHOWN);
    return context.json({ receipts: kept.map(asBody) }, 200);
  });
  return calls;
}

function asBody({ day, timezone, turnedAt, checkedAt, tookMs, ...rest }: KeptReceipt) {
  const { messages, people, methods, checks, moods } = rest;
  return {
    day,
    timezone,
    turned_at: isoIn(timezone, turnedAt),
    checked_at: isoIn(timezone, checkedAt),
    took_ms: tookMs,
    messages,
    people,
    methods,
    checks,
    not_covered: [...NOT_COVERED],
    moods,
    clean: checks.every(({ ok }) => ok),
  };
}
