import { call } from "./api.ts";
import { KEYS, local } from "./storage.ts";

/** Ends the sign-in here and on the server. A server out of reach keeps nobody signed in on this browser. */
export async function signOut(): Promise<void> {
  await call("POST", "/api/auth/logout");
  local.forget(KEYS.token);
}
