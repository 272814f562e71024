import { createRoute, z } from "@hono/zod-openapi";
import { Done } from "../wire/http.ts";
import { HiddenMessages, HiddenParam, Settlement } from "../wire/reports.ts";
import { type Calls, type HttpParts, newCalls } from "./api.ts";
import { bearerSecurity as security } from "./bearer.ts";
import { done } from "./done.ts";
import { limited } from "./limited.ts";
import { body, json, refusals } from "./openapi.ts";
import { historyMessage } from "./public.ts";

const hidden = createRoute({
  method: "get",
  path: "/api/mod/hidden",
  middleware: limited("GET /api/mod/hidden", { sender: 120, range: 600 }),
  summary: "What the shield hid when it was raised and is not decided on, with what it says",
  security,
  responses: { 200: json(z.array(HiddenMessages), "Hidden"), ...refusals(401, 403, 503) },
});
const settle = createRoute({
  method: "post",
  path: "/api/mod/hidden/{act}",
  middleware: limited("POST /api/mod/hidden/{act}", { sender: 60, range: 300 }),
  summary: "Bring back what an event hid, or delete it",
  security,
  request: { params: HiddenParam, body: body(Settlement) },
  responses: { 200: json(Done, "Decided"), ...refusals(401, 403, 404, 422, 503) },
});

/** The right is checked before. */
export function hiddenCalls({ room }: HttpParts): Calls {
  const calls = newCalls();
  calls.openapi(hidden, async (context) => {
    const open = await room.hidden();
    return context.json(
      open.map(({ act, count, messages }) => ({
        act,
        count,
        messages: messages.map((message) => ({ ...historyMessage(message), kind: message.kind })),
      })),
      200,
    );
  });
  calls.openapi(settle, async (context) => {
    const { act } = context.req.valid("param");
    const { keep } = context.req.valid("json");
    const actor = context.get("actor");
    if (keep) {
      const count = await room.do("keepHidden", { act }, actor);
      return context.json({ message: `Brought back ${count} messages` }, 200);
    }
    const removed = await room.do("removeHidden", { act }, actor);
    return context.json(done(`Deleted ${removed.count} messages`, removed.act), 200);
  });
  return calls;
}
