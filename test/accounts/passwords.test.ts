import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { readdirSync, readFileSync } from "node:fs";
import { constants } from "node:os";
import { fileURLToPath } from "node:url";
import { HashedPasswords } from "../../src/accounts/passwords.ts";
import { Refusal } from "../../src/room/refusal.ts";
import { TEST_MS } from "../harness/limits.ts";
import { LIGHT } from "../harness/room.ts";

// Hashing at its full cost, on a busy machine.
setDefaultTimeout(TEST_MS);

const passwords = new HashedPasswords(LIGHT);

const PASSWORDS = fileURLToPath(new URL("../../src/accounts/passwords.ts", import.meta.url));

/** Made by Python with the C library's bcrypt: a password and what the earlier program kept of it. */
const EARLIER: [password: string, hash: string][] = [
  ["correct horse battery staple", "$2b$04$abcdefghijklmnopqrstuu7EJV7kdjBBQxyb0HjTh9KS7.Lah/6CG"],
  ["pässwörd 🤬", "$2b$04$abcdefghijklmnopqrstuuV5mSIpc8JkFfvJa1svLlhcClSMk5Stm"],
  ["x".repeat(72), "$2b$04$abcdefghijklmnopqrstuubzadhGtS2zEF.gu0yd0opP6cVzb.e0i"],
  ["hello world", "$2b$12$abcdefghijklmnopqrstuuL//3fJHcr.gaO6Gbfcekqr.9kIM0jp2"],
];
/** As above, of passwords that were cut at 72 bytes; some within a character, which went with it. */
const CUT: [password: string, hash: string][] = [
  ["long ".repeat(20), "$2b$04$abcdefghijklmnopqrstuuIAle5L4ue5XyAG2HTzAX6K2n8ZK1yhi"],
  [`${"a".repeat(71)}é and more`, "$2b$04$abcdefghijklmnopqrstuuMCu.k1vM/ywQwiONaEn3oEMlZoCVBd6"],
  [`${"a".repeat(70)}🤬 and more`, "$2b$04$abcdefghijklmnopqrstuu7rGc2WcK06H4./GhzkoBQkqS07LaKbW"],
  ["é".repeat(40), "$2b$04$abcdefghijklmnopqrstuuKiIlCeXB6chNXkLyAo8C7XcLPzh6zUe"],
];

describe("a password of the earlier program", () => {
  test.each([...EARLIER, ...CUT])("%j verifies, and another does not", async (password, hash) => {
    expect(await passwords.verify(password, hash)).toBe(true);
    expect(await passwords.verify(`!${password}`, hash)).toBe(false);
    expect(await passwords.verify(password.slice(0, -40) || "x", hash)).toBe(false);
    expect(passwords.isOld(hash)).toBe(true);
  });

  test.each(CUT)("%j was cut, so what followed does not matter", async (password, hash) => {
    expect(await passwords.verify(`${password} whatever`, hash)).toBe(true);
  });
});

describe("a new password", () => {
  test("is stored as Argon2id, with the effort asked for and a salt of its own", async () => {
    for (const password of ["eight888", "x".repeat(72), "é".repeat(36)]) {
      const [first, second] = [await passwords.hash(password), await passwords.hash(password)];
      expect(first).toStartWith("$argon2id$v=19$m=8,t=1,p=1$");
      expect(second).not.toBe(first);
      expect(passwords.isOld(first)).toBe(false);
      expect(await passwords.verify(password, first)).toBe(true);
      expect(await passwords.verify(`${password.slice(0, -1)}?`, first)).toBe(false);
    }
  });

  test("keeps all its strength: two that share their first 72 bytes differ", async () => {
    const [one, other] = [`${"x".repeat(72)}1`, `${"x".repeat(72)}2`];
    const hash = await passwords.hash(one);
    expect(await passwords.verify(one, hash)).toBe(true);
    expect(await passwords.verify(other, hash)).toBe(false);
    expect(await passwords.verify("x".repeat(72), hash)).toBe(false);
  });

  test("of the program before, a long one hashed in two steps, verifies and is old", async () => {
    const long = "x".repeat(100);
    const digest = new Bun.CryptoHasher("sha256").update(long).digest("base64");
    const stored = `sha256$${Bun.password.hashSync(digest, { algorithm: "bcrypt", cost: 4 })}`;
    expect(await passwords.verify(long, stored)).toBe(true);
    expect(await passwords.verify("x".repeat(99), stored)).toBe(false);
    expect(passwords.isOld(stored)).toBe(true);
  });

  test("that holds a zero character is not cut there", async () => {
    const hash = await passwords.hash("before\0after");
    expect(await passwords.verify("before\0after", hash)).toBe(true);
    expect(await passwords.verify("before\0other", hash)).toBe(false);
    expect(await passwords.verify("before", hash)).toBe(false);
  });

  test("is hashed with 19 MiB and four passes unless told otherwise", async () => {
    const hash = await new HashedPasswords().hash("a password");
    expect(hash).toStartWith("$argon2id$v=19$m=19456,t=4,p=1$");
    expect(passwords.isOld(hash)).toBe(true);
  });
});

describe("the thread that hashes", () => {
  test.if(process.platform === "linux")("comes after everything else on the machine", async () => {
    await passwords.hash("a password");
    const threads = readdirSync("/proc/self/task").map((id) => niceOf(id));
    expect(Math.max(...threads)).toBe(constants.priority.PRIORITY_LOW);
    expect(niceOf(`${process.pid}`)).toBeLessThan(constants.priority.PRIORITY_LOW);
  });

  test("keeps a program running until it has answered, and no longer", async () => {
    const program = `
      const { HashedPasswords } = await import(${JSON.stringify(PASSWORDS)});
      console.log(await new HashedPasswords(${JSON.stringify(LIGHT)}).hash("a password"));`;
    const run = Bun.spawn([process.execPath, "-e", program], { stdout: "pipe" });
    expect(await new Response(run.stdout).text()).toStartWith("$argon2id$");
    expect(await run.exited).toBe(0);
  });

  test("that cannot read a stored hash says so, and reads the next", async () => {
    await expect(passwords.verify("a password", "$2b$no hash")).rejects.toThrow();
    const hash = await passwords.hash("a password");
    expect(await passwords.verify("a password", hash)).toBe(true);
  });
});

/** A thread's place behind others, the nineteenth field of proc_pid_stat(5). */
function niceOf(thread: string): number {
  const stat = readFileSync(`/proc/self/task/${thread}/stat`, "utf8");
  const afterName = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return Number(afterName[16]);
}

describe("checking a password", () => {
  test("without a hash takes as long of the processor as with one, and never matches", async () => {
    const real = new HashedPasswords();
    const hash = await real.hash("a password");
    const measure = async (stored: string | null) => {
      const times: number[] = [];
      for (let count = 0; count < 3; count++) {
        const start = process.cpuUsage();
        expect(await real.verify("not that", stored)).toBe(false);
        times.push(process.cpuUsage(start).user);
      }
      return times.sort((a, b) => a - b)[1] ?? 0;
    };
    const ratio = (await measure(null)) / (await measure(hash));
    expect(ratio).toBeGreaterThan(1 / 3);
    expect(ratio).toBeLessThan(3);
  });

  test("sixty-four may wait for the one at work; more are told to come back", async () => {
    const busy = new HashedPasswords(LIGHT);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 80 }, () => busy.verify("x", null)),
    );
    const refused = outcomes.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    expect(refused.length).toBe(80 - 64 - 1);
    expect(refused.every((reason) => reason instanceof Refusal && reason.code === "busy")).toBe(
      true,
    );
    expect(await busy.verify("x", null)).toBe(false);
  });
});
