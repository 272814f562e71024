import { OpenAPIHono, type z } from "@hono/zod-openapi";
import type { Accounts } from "../room/accounts.ts";
import type { Logger, Peer, Users } from "../room/ports.ts";
import type { Room } from "../room/room.ts";
import { notValid } from "./problems.ts";

export interface Pages {
  /** Undefined for what is none of its paths. */
  respond(request: Request): Response | undefined;
}

export interface HttpParts {
  room: Room;
  accounts: Accounts;
  users: Pick<Users, "count" | "page">;
  online: () => number;
  pages: Pages;
  allowedOrigins: readonly string[];
  logger: Logger;
}

export type HttpEnv = { Bindings: { peer: Peer } };
export type Calls = OpenAPIHono<HttpEnv>;

/** A group of calls whose failed validations all answer alike. */
export function newCalls(): Calls {
  return new OpenAPIHono<HttpEnv>({
    defaultHook: (result) => (result.success ? undefined : notValid(fieldErrors(result.error))),
  });
}

function fieldErrors(error: z.ZodError) {
  return error.issues.map(({ path, message }) => ({
    field: path.join(".") || "body",
    detail: message,
  }));
}
