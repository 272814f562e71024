import { beforeAll, describe, expect, test } from "bun:test";
import { solve } from "../../client/solve-proof.ts";
import { SignedGuests } from "../../src/accounts/guests.ts";
import type { Guest } from "../../src/room/ports.ts";
import { PROOF_WITHIN_MS } from "../../src/wire/limits.ts";
import type { Proof } from "../../src/wire/proof.ts";
import { virtualClock } from "../harness/clock.ts";

const SECRET = "a secret of at least thirty-two bytes";
const DAY = "2026-03-01";

const UNSALTED = async (text: string) => text;

const opened = (at = "2026-03-01T12:00:00Z") => {
  const clock = virtualClock(at);
  return { clock, guests: new SignedGuests(SECRET, clock, UNSALTED) };
};

describe("a proof of work", () => {
  const { guests } = opened();
  let guest: Guest;
  let other: Guest;
  let proof: Proof;
  beforeAll(async () => {
    guest = await guests.admit(undefined, DAY);
    other = await guests.admit(undefined, DAY);
    const challenge = await guests.challenge(guest);
    proof = { challenge, solution: await solve(challenge) };
  });

  test("makes the same guest a proved one, on every node, whatever name is rolled later", async () => {
    const { guests: there } = opened();
    expect(guest.isProved).toBe(false);
    const proved = await there.prove(guest.pass, DAY, proof);
    expect(proved).toEqual({ ...guest, isNew: false, isProved: true, pass: proved?.pass ?? "" });
    const back = await guests.admit(proved?.pass, DAY);
    expect(back).toMatchObject({ id: guest.id, isProved: true, since: guest.since });
    expect(await guests.roll(back.pass, DAY)).toMatchObject({ id: guest.id, isProved: true });
    expect(
      await guests.admit(`${guest.pass.slice(0, guest.pass.lastIndexOf("."))}.proved`, DAY),
    ).not.toMatchObject({ id: guest.id });
  });

  test("is for one guest and one day, and is taken once", async () => {
    const { guests: there } = opened();
    expect(await there.prove(other.pass, DAY, proof)).toBeNull();
    expect(await there.prove(guest.pass, "2026-03-02", proof)).toBeNull();
    expect(await there.prove(guest.pass, DAY, proof)).not.toBeNull();
    expect(await there.prove(guest.pass, DAY, proof)).toBeNull();
  });

  test("is refused where its challenge is changed, not ours or not solved", async () => {
    const { guests: there } = opened();
    const { challenge, solution } = proof;
    const { parameters } = challenge;
    const easier = { ...challenge, parameters: { ...parameters, cost: 1 } };
    const stolen = {
      ...challenge,
      parameters: { ...parameters, data: { ...parameters.data, guest: other.id } },
    };
    const foreign = await new SignedGuests(
      "x".repeat(32),
      virtualClock("2026-03-01T12:00:00Z"),
      UNSALTED,
    ).challenge(guest);
    const wrong = { ...solution, derivedKey: "00".repeat(32) };
    expect(await there.prove(guest.pass, DAY, { challenge: easier, solution })).toBeNull();
    expect(await there.prove(other.pass, DAY, { challenge: stolen, solution })).toBeNull();
    expect(await there.prove(guest.pass, DAY, { challenge: foreign, solution })).toBeNull();
    expect(await there.prove(guest.pass, DAY, { challenge, solution: wrong })).toBeNull();
  });

  test("comes too late after five minutes", async () => {
    const { guests: there, clock } = opened();
    await clock.advance(PROOF_WITHIN_MS - 1);
    const { guests: late, clock: later } = opened();
    await later.advance(PROOF_WITHIN_MS);
    expect(await late.prove(guest.pass, DAY, proof)).toBeNull();
    expect(await there.prove(guest.pass, DAY, proof)).not.toBeNull();
  });
});
