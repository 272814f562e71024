import { errors, jwtVerify, SignJWT } from "jose";
import { z } from "zod";
import type { Claims, Clock, Tokens, User } from "../room/ports.ts";

const LIFETIME_S = 24 * 60 * 60;
const Payload = z.object({
  sub: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
  jti: z.string().min(1).max(64),
  exp: z.int(),
  ver: z.int().default(0),
});

/** JWT (RFC 7519), HS256 and nothing else, good for 24 hours. */
export class JwtTokens implements Tokens {
  readonly #key: Uint8Array;
  readonly #clock: Clock;

  constructor(secret: string, clock: Clock) {
    this.#key = new TextEncoder().encode(secret);
    this.#clock = clock;
  }

  async issue({ id, tokenVersion }: Pick<User, "id" | "tokenVersion">): Promise<string> {
    const now = Math.floor(this.#clock.now() / 1000);
    return new SignJWT({ ver: tokenVersion })
      .setProtectedHeader({ alg: "HS256", typ: "JWT" })
      .setSubject(`${id}`)
      .setJti(crypto.randomUUID())
      .setIssuedAt(now)
      .setExpirationTime(now + LIFETIME_S)
      .sign(this.#key);
  }

  async read(token: string): Promise<Claims | null> {
    try {
      const { payload } = await jwtVerify(token, this.#key, {
        algorithms: ["HS256"],
        currentDate: new Date(this.#clock.now()),
      });
      const parsed = Payload.safeParse(payload);
      if (!parsed.success) return null;
      const { sub, jti, exp, ver } = parsed.data;
      return { userId: sub, tokenId: jti, version: ver, expires: exp * 1000 };
    } catch (error) {
      if (error instanceof errors.JOSEError) return null;
      throw error;
    }
  }
}
