import { errors, jwtVerify, SignJWT } from "jose";
import { z } from "zod";
import type { Claims, Tokens } from "../room/account-ports.ts";
import type { Clock } from "../room/ports.ts";
import { Keys, type Secrets } from "./room-secrets.ts";

const LIFETIME_S = 24 * 60 * 60;
/** How long a sign-in may be renewed, from its beginning (NIST SP 800-63B-4 §2.1.3). Staff sign in every day. */
const MOST_DAYS = 30;
const STAFF_DAYS = 1;
const Payload = z.object({
  sub: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
  jti: z.string().min(1).max(64),
  iat: z.int(),
  exp: z.int(),
  ver: z.int().default(0),
  // Earlier programs had no sign-ins: each token was one.
  sid: z.string().min(1).max(64).optional(),
  auth_time: z.int().optional(),
});

type Issuing = Parameters<Tokens["issue"]>[0];

/** JWT (RFC 7519), HS256 and nothing else, good for 24 hours; `sid` and `auth_time` name the sign-in. */
export class JwtTokens implements Tokens {
  readonly #keys: Keys<Uint8Array>;
  readonly #clock: Clock;

  constructor(secrets: Secrets, clock: Clock) {
    this.#keys = new Keys(secrets, (secret) => new TextEncoder().encode(secret));
    this.#clock = clock;
  }

  async issue(
    { id, tokenVersion, isAdmin, isModerator }: Issuing,
    signIn: Pick<Claims, "tokenId" | "since"> = {
      tokenId: crypto.randomUUID(),
      since: this.#clock.now(),
    },
  ) {
    const now = Math.floor(this.#clock.now() / 1000);
    const began = Math.floor(signIn.since / 1000);
    const days = isAdmin || isModerator ? STAFF_DAYS : MOST_DAYS;
    const expires = Math.min(now + LIFETIME_S, began + days * LIFETIME_S);
    const token = await new SignJWT({ ver: tokenVersion, sid: signIn.tokenId, auth_time: began })
      .setProtectedHeader({ alg: "HS256", typ: "JWT" })
      .setSubject(`${id}`)
      .setJti(crypto.randomUUID())
      .setIssuedAt(now)
      .setExpirationTime(expires)
      .sign(this.#keys.signing);
    const claims = { userId: id, ...signIn, version: tokenVersion, expires: expires * 1000 };
    return { token, claims };
  }

  async read(token: string): Promise<Claims | null> {
    for (const key of this.#keys.believed) {
      const claims = await this.#readWith(key, token);
      if (claims) return claims;
    }
    return null;
  }

  async #readWith(key: Uint8Array, token: string): Promise<Claims | null> {
    try {
      const { payload } = await jwtVerify(token, key, {
        algorithms: ["HS256"],
        currentDate: new Date(this.#clock.now()),
      });
      const parsed = Payload.safeParse(payload);
      if (!parsed.success) return null;
      const { sub, jti, iat, exp, ver, sid = jti, auth_time: began = iat } = parsed.data;
      const since = began * 1000;
      return { userId: sub, tokenId: sid, since, version: ver, expires: exp * 1000 };
    } catch (error) {
      if (error instanceof errors.JOSEError) return null;
      throw error;
    }
  }
}
