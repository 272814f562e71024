import type { Account, Done, Me, Problem, Token } from "../../src/wire/http.ts";
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

/** Undefined for a visitor whose token works no longer, or who has none. */
export async function signedInAs(): Promise<Me | undefined> {
  const account = await call<Me>("GET", "/api/auth/me");
  return account.ok ? account.value : undefined;
}

export async function register(values: Values): Promise<Problem | undefined> {
  const made = await call<Account>("POST", "/api/auth/register", values);
  return made.ok ? undefined : made.problem;
}

export async function setPassword(secret: string, password: string): Promise<Problem | undefined> {
  const set = await call<Done>("POST", "/api/auth/reset", { secret, new_password: password });
  return set.ok ? undefined : set.problem;
}
