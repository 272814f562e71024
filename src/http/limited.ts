import type { MiddlewareHandler } from "hono";
import type { Accounts } from "../accounts/accounts.ts";
import type { Limit } from "../room/act-limits.ts";
import type { HttpEnv } from "./api.ts";
import { tokenIn } from "./bearer.ts";

/**
 * For whatever is asked for, pages and what is not there too, before anything is looked up. A
 * visitor's first page is eleven requests, and a thousand visitors may share an address. They leave
 * something of their range to whoever calls with a token from there.
 */
export const ANY_REQUEST: Limit = { sender: 15_000, range: 20_000 };

/** The sender is the account of a token of ours, else the address: anyone can make tokens up. */
export function knowSource(accounts: Pick<Accounts, "senderKeyOf">): MiddlewareHandler<HttpEnv> {
  return async (context, next) => {
    const { address, range } = context.env.peer;
    const token = tokenIn(context);
    const account = token === null ? null : await accounts.senderKeyOf(token);
    context.set("source", { sender: account ?? address, range });
    await next();
  };
}

/** Bounds a call by its sender, and by the range of the address. */
export function limited(name: string, limit: Limit): MiddlewareHandler<HttpEnv> {
  return async (context, next) => {
    context.env.limits.spend(name, limit, context.var.source);
    await next();
  };
}
