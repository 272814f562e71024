import { createRoute, z } from "@hono/zod-openapi";
import { isoIn } from "../room/day.ts";
import { Done, MessageParam } from "../wire/http.ts";
import { ReportedMessage, Settlement } from "../wire/reports.ts";
import { type Calls, type HttpParts, newCalls } from "./api.ts";
import { bearerSecurity as security } from "./bearer.ts";
import { done } from "./done.ts";
import { limited } from "./limited.ts";
import { body, json, refusals } from "./openapi.ts";
import { historyMessage } from "./public.ts";

const reports = createRoute({
  method: "get",
  path: "/api/mod/reports",
  middleware: limited("GET /api/mod/reports", { sender: 120, range: 600 }),
  summary: "What was reported and is not decided on, the last report first, with what it says",
  security,
  responses: { 200: json(z.array(ReportedMessage), "Reports"), ...refusals(401, 403, 503) },
});
const settle = createRoute({
  method: "post",
  path: "/api/mod/reports/{message}",
  middleware: limited("POST /api/mod/reports/{message}", { sender: 120, range: 600 }),
  summary: "Keep a message that is reported or hidden, or delete it",
  security,
  request: { params: MessageParam, body: body(Settlement) },
  responses: { 200: json(Done, "Decided"), ...refusals(401, 403, 404, 422, 503) },
});

/** The right is checked before. */
export function reportCalls({ room }: HttpParts): Calls {
  const calls = newCalls();
  calls.openapi(reports, async (context) => {
    const open = await room.reports();
    return context.json(
      open.map((message) => ({
        ...historyMessage(message),
        kind: message.kind,
        count: message.reports,
        hidden: message.hidden,
        reported_at: isoIn(room.timezone, message.reportedAt),
      })),
      200,
    );
  });
  calls.openapi(settle, async (context) => {
    const { message: id } = context.req.valid("param");
    const { keep } = context.req.valid("json");
    const { act } = await room.do("settleReport", { id, keep }, context.get("actor"));
    return context.json(done(`${keep ? "Kept" : "Deleted"} message ${id}`, act), 200);
  });
  return calls;
}
