import { CompactEncrypt, compactDecrypt, errors } from "jose";
import { deriveKey } from "./derive-key.ts";

const PURPOSE = "second steps";

/** What is stored so that a copy of the database opens nothing: AES-256-GCM as a JWE (RFC 7516). */
export class SealedSecrets {
  readonly #key: Buffer;

  constructor(secret: string) {
    this.#key = deriveKey(secret, PURPOSE);
  }

  /** The account is sealed in: copied to another's row, it does not open. */
  seal(userId: number, secret: string): Promise<string> {
    return new CompactEncrypt(new TextEncoder().encode(secret))
      .setProtectedHeader({ alg: "dir", enc: "A256GCM", sub: `${userId}` })
      .encrypt(this.#key);
  }

  /** Null for what was sealed with another key, or for another account. */
  async open(userId: number, sealed: string): Promise<string | null> {
    try {
      const allowed = {
        keyManagementAlgorithms: ["dir"],
        contentEncryptionAlgorithms: ["A256GCM"],
      };
      const { plaintext, protectedHeader } = await compactDecrypt(sealed, this.#key, allowed);
      return protectedHeader["sub"] === `${userId}` ? new TextDecoder().decode(plaintext) : null;
    } catch (error) {
      if (error instanceof errors.JOSEError) return null;
      throw error;
    }
  }
}
