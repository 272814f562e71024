import type { MendedFault } from "../mended-fault.ts";

/** Those of accounts, guests and whoever guesses. */
export const OF_ACCOUNTS: readonly MendedFault[] = [
  {
    name: "a sign-in outlives a ban that was lifted, and the operator's new password",
    file: "src/accounts/accounts.ts",
    right: "if (claims.version !== user.tokenVersion) throw notSignedIn();",
    wrong: "",
    test: "test/accounts/accounts.test.ts",
    named:
      "a sign-in from before a ban, or before the operator's new password, never works again, on any node",
    store: "sqlite",
    says: /^error: it was not refused/m,
  },
  {
    name: "of nodes that start at once one does not find its admin",
    file: "src/accounts/accounts.ts",
    right: "if (!(error instanceof Refusal)) throw error;\n      // Another",
    wrong: "throw error;\n      // Another",
    test: "test/accounts/accounts.test.ts",
    named: "nodes that start at once all find their admin, and there is one",
    store: "sqlite",
    says: /^Refusal: That e-mail address has an account already/m,
  },
  {
    name: "strangers who fail keep an owner out",
    file: "src/accounts/sign-in-limits.ts",
    right: "if (this.#known.has(pair)) return this.#knownPair.wait(pair, now);",
    wrong: "",
    test: "test/accounts/accounts.test.ts",
    named: "however many strangers fail, who signed in from a range before is let in from there",
    says: /^Refusal: Too many attempts; try again in 900 seconds/m,
  },
  {
    name: "whoever guesses from the owner's own range keeps the owner out for a quarter of an hour",
    file: "src/accounts/sign-in-limits.ts",
    right: "knownPair: [10, KNOWN_WAIT_MS],",
    wrong: "knownPair: [10, QUARTER_HOUR_MS],",
    test: "test/accounts/accounts.test.ts",
    named: "whoever guesses from the owner's own range makes the owner wait 30 seconds at most",
  },
  {
    name: "fifty people of one school who mistype keep all of it out",
    file: "src/accounts/sign-in-limits.ts",
    right: "range: [200, QUARTER_HOUR_MS],",
    wrong: "range: [50, QUARTER_HOUR_MS],",
    test: "test/accounts/accounts.test.ts",
    named: "fifty-one people of one range mistype once each, and all of them get in",
    says: /^Refusal: Too many attempts; try again in 900 seconds/m,
  },
  {
    name: "a setup link works on the node alone that made it",
    file: "src/accounts/expiring-secrets.ts",
    right: "this.#keys = new Keys(secrets, (secret) => secret);",
    wrong:
      "const own = crypto.randomUUID();\n    this.#keys = new Keys(secrets, (secret) => secret + own);",
    test: "test/accounts/accounts.test.ts",
    named: "of one node works on every other",
    says: /^Refusal: This setup link has been used or has expired/m,
  },
  {
    name: "an unknown address is answered without the work of a password",
    file: "src/accounts/passwords.ts",
    right: "const stored = hash ?? this.#form + NOBODY;",
    wrong: "if (hash === null) return false;\n    const stored = hash ?? this.#form + NOBODY;",
    test: "test/accounts/passwords.test.ts",
    named: "without a hash takes as long of the processor as with one, and never matches",
  },
  {
    name: "the name of the room is a password",
    file: "src/accounts/common-passwords.ts",
    right: " && !OF_THIS_ROOM.test(lower)",
    wrong: " && (lower === null || !OF_THIS_ROOM.test(``))",
    test: "test/http/own-account.test.ts",
    named: "is a password that nobody may choose",
  },
  {
    name: "a long password is cut at 72 bytes",
    file: "src/accounts/passwords.ts",
    right:
      'return z.string().parse(await this.#queue({ work: "hash", password, ...this.#effort }));',
    wrong:
      'return z.string().parse(await this.#queue({ work: "hash", password: cut(password), ...this.#effort }));',
    test: "test/accounts/passwords.test.ts",
    named: "keeps all its strength: two that share their first 72 bytes differ",
  },
  {
    name: "a pass is good in other spellings of its bytes",
    file: "src/accounts/guests.ts",
    right: "const given = Buffer.from(pass.slice(end + 1));",
    wrong:
      'const given = Buffer.from(Buffer.from(pass.slice(end + 1), "base64url").toString("base64url"));',
    test: "test/accounts/guests.test.ts",
    named: "with a pass whose bytes are spelled in another way is a new guest",
  },
  {
    name: "whoever uses up the tries of an address keeps its owners out",
    file: "src/http/auth.ts",
    right: 'context.set("source", { sender: null, range: null });',
    wrong: "",
    test: "test/http/auth.test.ts",
    named: "from an address that signed in before is not kept waiting by what others try there",
  },
  {
    name: "a pass of yesterday is another guest each time it is shown",
    file: "src/accounts/guests.ts",
    right: "return [id, day, 0, now, issued, MARK.cameBefore];",
    wrong:
      'return [randomBytes(16).toString("base64url") || id, day, 0, now, issued, MARK.cameBefore];',
    test: "test/ws/midnight.test.ts",
    named: "stores once what a guest says again who was never told who they are now",
  },
  {
    name: "every newcomer waits at the door for the store",
    file: "src/accounts/guests.ts",
    right: "if (this.#held?.day !== day) this.#held",
    wrong: "this.#held",
    test: "test/accounts/guests.test.ts",
    named:
      "asks the store once a day, again after a failure, and holds nothing once it is told to forget",
  },
];
