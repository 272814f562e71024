import { createRoute } from "@hono/zod-openapi";
import { isoIn } from "../room/day.ts";
import { Figures } from "../wire/figures.ts";
import { type Calls, type HttpParts, newCalls } from "./api.ts";
import { bearerSecurity as security } from "./bearer.ts";
import { limited } from "./limited.ts";
import { json, refusals } from "./openapi.ts";

const today = createRoute({
  method: "get",
  path: "/api/admin/figures",
  middleware: limited("GET /api/admin/figures", { sender: 120, range: 600 }),
  summary: "The day in figures, minute by minute",
  security,
  responses: { 200: json(Figures, "Figures"), ...refusals(401, 403, 503) },
});

/** A part of what admins may call: there the right is checked. */
export function figureCalls({ room, figures, nodes }: HttpParts): Calls {
  const calls = newCalls();
  calls.openapi(today, async (context) => {
    const { from, ...minutes } = figures.today();
    const body = { from: isoIn(room.timezone, from), ...minutes, nodes: await nodes() };
    return context.json(body, 200);
  });
  return calls;
}
