import type { Account, Done, Problem, Token } from "../../src/wire/http.ts";
import { address } from "../shared/address.ts";
import { call } from "../shared/api.ts";
import { KEYS, local } from "../shared/storage.ts";
import type { Values } from "./account.ts";

/** Signs in and leaves this page: an admin for the admin page, anybody else for the room. */
export async function signIn(
  { email, password }: Values,
  code?: string,
): Promise<Problem | undefined> {
  const token = await call<Token>("POST", "/api/auth/login", { email, password, code });
  if (!token.ok) return token.problem;
  local.keep(KEYS.token, token.value.access_token);
  const account = await call<Account>("GET", "/api/auth/me");
  if (!account.ok) {
    local.forget(KEYS.token);
    return account.problem;
  }
  location.assign(address(account.value.is_admin ? "/admin" : "/"));
  return undefined;
}

export async function register(values: Values): Promise<Problem | undefined> {
  return make("/api/auth/register", values);
}

export async function makeFirstAdmin(secret: string, values: Values): Promise<Problem | undefined> {
  return make("/api/auth/setup", { secret, ...values });
}

export async function setPassword(secret: string, password: string): Promise<Problem | undefined> {
  const set = await call<Done>("POST", "/api/auth/reset", { secret, new_password: password });
  return set.ok ? undefined : set.problem;
}

async function make(
  path: string,
  body: Values & { secret?: string },
): Promise<Problem | undefined> {
  const made = await call<Account>("POST", path, body);
  return made.ok ? undefined : made.problem;
}
