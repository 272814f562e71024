/** Everything that ends a sign-in, and the sockets that must close with it. */
import { z } from "zod";
import { ResetLink, SignInBody } from "../../src/wire/accounts.ts";
import type { TestRoom } from "../harness/room.ts";
import { connectPlain } from "../harness/sockets.ts";
import { join } from "../ws/joining.ts";

/** One node, in this process or another. */
export type Node = Pick<TestRoom, "call" | "wsUrl">;

export interface Revoked {
  /** Where it is asked for; the sockets are everywhere. */
  here: Node;
  /** The token of an admin who is somebody else. */
  admin: string;
  id: number;
  token: string;
  password: string;
}

const NEW = "a newer password";

export const REVOCATIONS: Record<string, (who: Revoked) => Promise<unknown>> = {
  "signed out": ({ here, token }) => here.call("POST", "/api/auth/logout", { token }),
  "signed out everywhere": ({ here, token }) =>
    here.call("POST", "/api/auth/logout-everywhere", { token }),
  "one sign-in ended": async ({ here, token }) => {
    const listed = await here.call("GET", "/api/auth/sign-ins", { token });
    const [one] = z.array(SignInBody).parse(await listed.json());
    await here.call("DELETE", `/api/auth/sign-ins/${one?.id}`, { token });
  },
  "password changed": ({ here, token, password }) =>
    here.call("POST", "/api/auth/password", { token, body: { password, new_password: NEW } }),
  "password reset by a link": async ({ here, admin, id }) => {
    const made = await here.call("POST", "/api/admin/user/reset", {
      token: admin,
      body: { user_id: id },
    });
    const secret = new URL(ResetLink.parse(await made.json()).link).hash.replace("#reset=", "");
    await here.call("POST", "/api/auth/reset", { body: { secret, new_password: NEW } });
  },
  "account deleted by its owner": ({ here, token, password }) =>
    here.call("DELETE", "/api/auth/me", { token, body: { password } }),
  "account deleted by an admin": ({ here, admin, id }) =>
    here.call("DELETE", `/api/admin/user/${id}`, { token: admin }),
  "made a moderator, and demoted": async ({ here, admin, id }) => {
    for (const moderator of [true, false]) {
      const body = { user_id: id, moderator };
      await here.call("POST", "/api/admin/user/role", { token: admin, body });
    }
  },
  banned: ({ here, admin, id }) =>
    here.call("POST", "/api/mod/sanctions", { token: admin, body: { kind: "ban", user_id: id } }),
};

/** A socket of each mode, signed in. */
export async function socketsOf({ wsUrl }: Node, token: string) {
  const { client: page } = await join(wsUrl, { token });
  const { client: phone } = await join(wsUrl, { token }, { deflate: true });
  const headers = { Authorization: `Bearer ${token}` };
  const script = await connectPlain(wsUrl, { headers });
  script.send({ text: "from a script" });
  await script.next(({ text }) => text === "from a script");
  return [page, phone, script];
}
