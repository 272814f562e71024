/** What an authenticator app shows (TOTP, RFC 6238), and what stands in for it once (recovery codes). */
import { createHash, randomBytes } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { RECOVERY_CODES } from "../wire/limits.ts";

/** RFC 4226 §4 R6 recommends as many. */
const SECRET_BYTES = 20;
const PERIOD_S = 30;
/** How far a phone's clock may be off, in periods: RFC 6238 §5.2. */
const SLIP = 1;
/** 120 bits, so that a plain hash of it is enough: nobody guesses its way back from one. */
const RECOVERY_BYTES = 15;

export function newSecret(): string {
  return new Secret({ buffer: new Uint8Array(randomBytes(SECRET_BYTES)).buffer }).base32;
}

/** What the QR code holds, for apps: `otpauth://totp/…`. */
export function addressOf(secret: string, username: string): string {
  return totp(secret, username).toString();
}

/** The period that this code is of; null where it is of none near `now`. */
export function periodOf(secret: string, code: string, now: number): number | null {
  const codes = totp(secret, "");
  const delta = codes.validate({ token: code, timestamp: now, window: SLIP });
  return delta === null ? null : codes.counter({ timestamp: now }) + delta;
}

/** Letters and digits in groups of four, none of which look alike. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () =>
    new Secret({ buffer: new Uint8Array(randomBytes(RECOVERY_BYTES)).buffer }).base32
      .toLowerCase()
      .replace(/.{4}(?=.)/g, "$&-"),
  );
}

/** Spaces, dashes and capitals are nobody's mistake. */
export function hashOfRecoveryCode(code: string): string {
  const letters = code.toLowerCase().replace(/[^a-z2-7]/g, "");
  return createHash("sha256").update(letters).digest("hex");
}

function totp(secret: string, label: string): TOTP {
  return new TOTP({
    issuer: "Rage Room",
    label,
    algorithm: "SHA1",
    digits: 6,
    period: PERIOD_S,
    secret: Secret.fromBase32(secret),
  });
}
