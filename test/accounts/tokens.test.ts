import { describe, expect, test } from "bun:test";
import { SignJWT } from "jose";
import { JwtTokens } from "../../src/accounts/tokens.ts";
import { virtualClock } from "../harness/clock.ts";

const SECRET = "a secret of at least thirty-two bytes";
const NOON = "2026-03-01T12:00:00Z";
const DAY_MS = 86_400_000;

function tokens(secret = SECRET, at = NOON) {
  const clock = virtualClock(at);
  return { tokens: new JwtTokens(secret, clock), clock };
}

const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");
const seconds = (iso: string) => Date.parse(iso) / 1000;
const SEVEN = { id: 7, tokenVersion: 3, isAdmin: false, isModerator: false };
const issue = async (from: JwtTokens) => (await from.issue(SEVEN)).token;
const CLAIMS = { sub: "7", jti: "an id", iat: seconds(NOON), exp: seconds(NOON) + 3_600 };

function signed(claims: object, { alg = "HS256", secret = SECRET } = {}): Promise<string> {
  return new SignJWT({ ...claims }).setProtectedHeader({ alg }).sign(Buffer.from(secret));
}

describe("a token", () => {
  test("says who it is for, and each has an id of its own", async () => {
    const { tokens: ours } = tokens();
    const [one, other] = [await ours.read(await issue(ours)), await ours.read(await issue(ours))];
    expect(one).toMatchObject({ userId: 7, version: 3, expires: Date.parse(NOON) + DAY_MS });
    expect(other?.tokenId).toBeString();
    expect(other?.tokenId).not.toBe(one?.tokenId ?? "");
  });

  test("is a JWT of HS256 whose subject is the user's id as a string", async () => {
    const [header = "", payload = ""] = (await issue(tokens().tokens)).split(".");
    const decoded = [header, payload].map((part) =>
      JSON.parse(`${Buffer.from(part, "base64url")}`),
    );
    expect(decoded).toMatchObject([
      { alg: "HS256" },
      { sub: "7", iat: seconds(NOON), exp: seconds(NOON) + 86_400 },
    ]);
  });

  test("works for 24 hours and not a second longer", async () => {
    const { tokens: ours, clock } = tokens();
    const token = await issue(ours);
    await clock.advance(DAY_MS - 1_000);
    expect(await ours.read(token)).not.toBeNull();
    await clock.advance(1_000);
    expect(await ours.read(token)).toBeNull();
  });

  test("of another node with the same secret works; of another secret it does not", async () => {
    const token = await issue(tokens().tokens);
    expect(await tokens().tokens.read(token)).not.toBeNull();
    expect(await tokens(`${SECRET}!`).tokens.read(token)).toBeNull();
  });

  test("works with the claims that the forged ones below are made from", async () => {
    // One of an earlier program says no version.
    const earlier = { userId: 7, version: 0 };
    expect(await tokens().tokens.read(await signed(CLAIMS))).toMatchObject(earlier);
  });

  test("of another algorithm is refused, signed with our secret or not at all", async () => {
    const { tokens: ours } = tokens();
    for (const alg of ["HS384", "HS512"]) {
      expect(await ours.read(await signed(CLAIMS, { alg, secret: SECRET.repeat(2) }))).toBeNull();
      expect(
        await tokens(SECRET.repeat(2)).tokens.read(
          await signed(CLAIMS, { alg, secret: SECRET.repeat(2) }),
        ),
      ).toBeNull();
    }
    const [, , signature = ""] = (await signed(CLAIMS)).split(".");
    for (const alg of ["none", "None", "RS256", "HS256\0"]) {
      const unsigned = `${encoded({ alg, typ: "JWT" })}.${encoded(CLAIMS)}`;
      expect(await ours.read(`${unsigned}.`)).toBeNull();
      expect(await ours.read(`${unsigned}.${signature}`)).toBeNull();
    }
  });

  test("that brings its own key, or names another, is read with ours alone", async () => {
    const { tokens: ours } = tokens();
    const theirs = "a key of somebody else, as long as ours";
    const jwk = { kty: "oct", k: Buffer.from(theirs).toString("base64url"), alg: "HS256" };
    for (const header of [
      { jwk },
      { kid: "../../dev/null" },
      { kid: "' UNION SELECT 'x" },
      { jku: "https://evil.example/keys" },
      { x5u: "https://evil.example/certificate" },
    ]) {
      const forged = new SignJWT({ ...CLAIMS }).setProtectedHeader({ alg: "HS256", ...header });
      expect(await ours.read(await forged.sign(Buffer.from(theirs)))).toBeNull();
    }
  });

  test("that was changed anywhere is refused", async () => {
    const { tokens: ours } = tokens();
    const [header = "", payload = "", signature = ""] = (await issue(ours)).split(".");
    const claims: unknown = JSON.parse(`${Buffer.from(payload, "base64url")}`);
    const forged = encoded({ ...(claims instanceof Object ? claims : {}), sub: "1" });
    const flipped = (text: string) => (text.startsWith("A") ? "B" : "A") + text.slice(1);
    for (const token of [
      `${header}.${forged}.${signature}`,
      `${header}.${payload}.${flipped(signature)}`,
      `${header}.${payload}.${signature.slice(0, -4)}`,
      `${flipped(header)}.${payload}.${signature}`,
      `${header}.${payload}`,
      `${header}.${payload}.`,
    ]) {
      expect(await ours.read(token)).toBeNull();
    }
    expect(await ours.read(`${header}.${payload}.${signature}`)).not.toBeNull();
  });

  test.each([
    ["no id", { ...CLAIMS, jti: undefined }],
    ["an empty id", { ...CLAIMS, jti: "" }],
    ["no expiry", { ...CLAIMS, exp: undefined }],
    ["no subject", { ...CLAIMS, sub: undefined }],
    ["a subject that is not an id", { ...CLAIMS, sub: "7 or 1" }],
    ["a subject that is an e-mail address", { ...CLAIMS, sub: "admin@rageroom.com" }],
    ["an expiry in the past", { ...CLAIMS, exp: seconds(NOON) - 1 }],
  ])("with %s is refused, though we signed it", async (_what, claims) => {
    expect(await tokens().tokens.read(await signed(claims))).toBeNull();
  });

  test.each(["", ".", "..", "a.b.c", "Bearer x", "\0", "💥.💥.💥", "x".repeat(4_096)])(
    "is never %j",
    async (text) => {
      expect(await tokens().tokens.read(text)).toBeNull();
    },
  );
});
