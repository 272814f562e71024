import { createRoute } from "@hono/zod-openapi";
import { ResetLink, ResetWanted } from "../wire/accounts.ts";
import { Done, IdParam } from "../wire/http.ts";
import type { Calls, HttpParts } from "./api.ts";
import { bearerSecurity as security } from "./bearer.ts";
import { limited } from "./limited.ts";
import { body, json, refusals } from "./openapi.ts";

const reset = createRoute({
  method: "post",
  path: "/api/admin/user/reset",
  middleware: limited("POST /api/admin/user/reset", { sender: 60, range: 300 }),
  summary:
    "Make a link with which an account gets a new password: good once, and for an hour; a second step stays on",
  security,
  request: { body: body(ResetWanted) },
  responses: { 200: json(ResetLink, "The link"), ...refusals(401, 403, 404, 422, 503) },
});
const remove = createRoute({
  method: "delete",
  path: "/api/admin/user/{id}",
  middleware: limited("DELETE /api/admin/user/{id}", { sender: 60, range: 300 }),
  summary: "Delete an account and what it said today, for good",
  security,
  request: { params: IdParam },
  responses: { 200: json(Done, "Gone"), ...refusals(401, 403, 404, 422, 503) },
});

/** What admins may do to others' accounts; the right is checked by then. */
export function addAccountCalls(calls: Calls, { accounts, room, outside }: HttpParts): void {
  calls.openapi(reset, async (context) => {
    const { user_id: userId } = context.req.valid("json");
    const secret = await accounts.resets.open(context.get("actor"), userId);
    return context.json({ link: new URL(`/login#reset=${secret}`, outside()).href }, 200);
  });
  calls.openapi(remove, async (context) => {
    const { id: userId } = context.req.valid("param");
    const actor = context.get("actor");
    const { name, count } = await room.do("deleteAccount", { userId }, actor);
    return context.json({ message: `Deleted ${name} and ${count} messages` }, 200);
  });
}
