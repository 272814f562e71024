import { CompactEncrypt, compactDecrypt, errors } from "jose";
import { deriveKey } from "./derive-key.ts";
import { Keys, type Secrets } from "./room-secrets.ts";

const PURPOSE = "second steps";

/** What is stored so that a copy of the database opens nothing: AES-256-GCM as a JWE (RFC 7516). */
export class SealedSecrets {
  readonly #keys: Keys<Buffer>;

  constructor(secrets: Secrets) {
    this.#keys = new Keys(secrets, (secret) => deriveKey(secret, PURPOSE));
  }

  /** The account is sealed in: copied to another's row, it does not open. */
  seal(userId: number, secret: string): Promise<string> {
    return new CompactEncrypt(new TextEncoder().encode(secret))
      .setProtectedHeader({ alg: "dir", enc: "A256GCM", sub: `${userId}` })
      .encrypt(this.#keys.signing);
  }

  /** Null for what was sealed with another key, or for another account. */
  async open(userId: number, sealed: string): Promise<string | null> {
    for (const key of this.#keys.all) {
      const secret = await openWith(key, userId, sealed);
      if (secret !== null) return secret;
    }
    return null;
  }

  /** The same sealed with what signs now; null where it is, or where it does not open. */
  async renewed(userId: number, sealed: string): Promise<string | null> {
    if ((await openWith(this.#keys.signing, userId, sealed)) !== null) return null;
    const secret = await this.open(userId, sealed);
    return secret === null ? null : this.seal(userId, secret);
  }
}

async function openWith(key: Buffer, userId: number, sealed: string): Promise<string | null> {
  try {
    const allowed = {
      keyManagementAlgorithms: ["dir"],
      contentEncryptionAlgorithms: ["A256GCM"],
    };
    const { plaintext, protectedHeader } = await compactDecrypt(sealed, key, allowed);
    return protectedHeader["sub"] === `${userId}` ? new TextDecoder().decode(plaintext) : null;
  } catch (error) {
    if (error instanceof errors.JOSEError) return null;
    throw error;
  }
}
