import type { MiddlewareHandler } from "hono";
import type { Limit } from "../room/act-limits.ts";
import type { HttpEnv } from "./api.ts";

/** For whatever is asked for, pages and what is not there too, before anything is looked up. */
export const ANY_REQUEST: Limit = { sender: 3_000, range: 3_000 };

/** Bounds a call by its token, or its address without one, and by the range of the address. */
export function limited(name: string, limit: Limit): MiddlewareHandler<HttpEnv> {
  return async (context, next) => {
    const { limits, peer } = context.env;
    const sender = context.req.header("Authorization") ?? peer.address;
    limits.spend(name, limit, { sender, range: peer.range });
    await next();
  };
}
