import { createRoute } from "@hono/zod-openapi";
import { HelpBody } from "../wire/help.ts";
import { type Calls, type HttpParts, newCalls } from "./api.ts";
import { limited } from "./limited.ts";
import { json } from "./openapi.ts";

const help = createRoute({
  method: "get",
  path: "/api/help",
  middleware: limited("GET /api/help", { sender: 60, range: 600 }),
  summary: "Where somebody finds help, in the operator's words",
  responses: { 200: json(HelpBody, "Help") },
});

export function helpCalls({ help: given }: HttpParts): Calls {
  const calls = newCalls();
  calls.openapi(help, (context) => context.json(given, 200));
  return calls;
}
