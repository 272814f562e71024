import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { AddressHashes, SignedGuests } from "../../src/accounts/guests.ts";
import { isReserved } from "../../src/room/reserved-names.ts";
import { GUEST_NAME_MS, NAME_CHARS } from "../../src/wire/limits.ts";
import { virtualClock } from "../harness/clock.ts";

const SECRET = "a secret of at least thirty-two bytes";
const DAY = "2026-03-01";

const salted = (salt = "salt") => new AddressHashes(async (day) => `${salt} of ${day}`);

function guests(secret = SECRET, hashes = salted()) {
  const clock = virtualClock("2026-03-01T12:00:00Z");
  return { guests: new SignedGuests(secret, clock, hashes.hash), clock };
}

describe("a guest", () => {
  test("has a name that is a name, and is nobody else", async () => {
    const { guests: ours } = guests();
    const many = await Promise.all(Array.from({ length: 300 }, () => ours.admit(undefined, DAY)));
    expect(new Set(many.map(({ id }) => id)).size).toBe(300);
    expect(new Set(many.map(({ name }) => name)).size).toBeGreaterThan(290);
    for (const { name } of many) {
      expect(name).toMatch(/^[A-Z][a-z]+(-[a-z]+)? [A-Z][a-z]+ \d{1,3}$/);
      expect(name.length).toBeLessThanOrEqual(NAME_CHARS);
      expect(isReserved(name)).toBe(false);
    }
  });

  test("who shows the pass is the same under the same name, on every node", async () => {
    const { guests: here, clock } = guests();
    const guest = await here.admit(undefined, DAY);
    await clock.advance(GUEST_NAME_MS - 1);
    const known = { ...guest, isNew: false };
    expect(guest.isNew).toBe(true);
    expect(await here.admit(guest.pass, DAY)).toEqual(known);
    expect(await guests().guests.admit(guest.pass, DAY)).toEqual(known);
  });

  test("who was here before midnight is somebody else after it, yet has not just come", async () => {
    const { guests: ours, clock } = guests();
    const early = await ours.admit(undefined, DAY);
    await clock.advance(3 * 60_000);
    const late = await ours.admit(undefined, DAY);
    const [long, short] = await Promise.all(
      [early, late].map(({ pass }) => ours.admit(pass, "2026-03-02")),
    );
    expect(long).toMatchObject({ isNew: false, since: clock.now() - 3 * 60_000 });
    expect(short).toMatchObject({ isNew: false, since: clock.now() });
    expect(new Set([early, late, long, short].map((one) => one?.id)).size).toBe(4);
    const before = [early, late, long, short].map((one) => one?.cameBefore);
    expect(before).toEqual([false, false, true, true]);
    for (const change of [ours.roll, ours.keep, ours.admit])
      expect((await change.call(ours, short?.pass ?? "", "2026-03-02")).cameBefore).toBe(true);
    // A day later nothing is left of it.
    expect(await ours.admit(early.pass, "2026-03-03")).toMatchObject({ isNew: true });
  });

  test("wears one name for ten minutes, then another, and stays the same guest", async () => {
    const { guests: ours, clock } = guests();
    const guest = await ours.admit(undefined, DAY);
    const names = new Set([guest.name]);
    for (let time = 1; time <= 5; time++) {
      expect((await ours.admit(guest.pass, DAY)).nameUntil).toBe(clock.now() + GUEST_NAME_MS);
      await clock.advance(GUEST_NAME_MS);
      const later = await ours.admit(guest.pass, DAY);
      expect(later.id).toBe(guest.id);
      names.add(later.name);
    }
    expect(names.size).toBe(6);
  });

  test("who rolls has another name at once, for ten minutes from then, with a pass that keeps it", async () => {
    const { guests: ours, clock } = guests();
    const guest = await ours.admit(undefined, DAY);
    await clock.advance(GUEST_NAME_MS / 2);
    const rolled = await ours.roll(guest.pass, DAY);
    expect(rolled).toMatchObject({ id: guest.id, nameUntil: clock.now() + GUEST_NAME_MS });
    expect(rolled.name).not.toBe(guest.name);
    expect(await ours.admit(rolled.pass, DAY)).toEqual(rolled);
    expect((await ours.roll(rolled.pass, DAY)).name).not.toBe(rolled.name);
  });

  test("who keeps the name wears it until midnight, proved or not, and may roll all the same", async () => {
    const { guests: ours, clock } = guests();
    const guest = await ours.admit(undefined, DAY);
    await clock.advance(GUEST_NAME_MS + 1);
    const second = await ours.admit(guest.pass, DAY);
    const kept = await ours.keep(second.pass, DAY);
    expect(kept).toMatchObject({ id: guest.id, name: second.name, nameUntil: null });
    await clock.advance(5 * GUEST_NAME_MS);
    expect(await ours.admit(kept.pass, DAY)).toEqual(kept);
    expect(await ours.keep(kept.pass, DAY)).toEqual(kept);
    expect(kept.isProved).toBe(false);
    const rolled = await ours.roll(kept.pass, DAY);
    expect(rolled).toMatchObject({ id: guest.id, nameUntil: clock.now() + GUEST_NAME_MS });
    expect(rolled.name).not.toBe(kept.name);
    const next = await ours.admit(kept.pass, "2026-03-02");
    expect(next.nameUntil).not.toBeNull();
    expect(next.name).not.toBe(kept.name);
  });

  test("with yesterday's pass is one new guest, on every node, to whom nothing but the day's salt leads", async () => {
    const { guests: ours } = guests();
    const { guests: there } = guests();
    const guest = await ours.admit(undefined, DAY);
    const next = await ours.admit(guest.pass, "2026-03-02");
    expect(next.id).not.toBe(guest.id);
    expect(next.pass).toContain("2026-03-02");
    for (const again of [
      await ours.admit(guest.pass, "2026-03-02"),
      await there.admit(guest.pass, "2026-03-02"),
      await there.roll(guest.pass, "2026-03-02"),
      await there.keep(guest.pass, "2026-03-02"),
    ]) {
      expect(again.id).toBe(next.id);
    }
    const { guests: unsalted } = guests(SECRET, salted("another salt"));
    expect((await unsalted.admit(guest.pass, "2026-03-02")).id).not.toBe(next.id);
  });

  test("with a pass of another secret is a new guest", async () => {
    const guest = await guests(`${SECRET}!`).guests.admit(undefined, DAY);
    expect((await guests().guests.admit(guest.pass, DAY)).id).not.toBe(guest.id);
  });

  test("with a pass that was changed anywhere is a new guest", async () => {
    const { guests: ours } = guests();
    const guest = await ours.admit(undefined, DAY);
    const at = fc.nat(guest.pass.length - 1);
    await fc.assert(
      fc.asyncProperty(at, fc.constantFrom(..."AZaz09-_.:\0é"), async (index, character) => {
        if (guest.pass[index] === character) return;
        const forged = guest.pass.slice(0, index) + character + guest.pass.slice(index + 1);
        expect((await ours.admit(forged, DAY)).id).not.toBe(guest.id);
      }),
      { numRuns: 500 },
    );
  });

  test("with a pass whose bytes are spelled in another way is a new guest", async () => {
    const { guests: ours } = guests();
    const { id, pass } = await ours.admit(undefined, DAY);
    // The last character carries bits that no decoder reads.
    const last = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"];
    const others = last.map((character) => pass.slice(0, -1) + character);
    for (const other of [...others, `${pass}=`].filter((one) => one !== pass)) {
      expect((await ours.admit(other, DAY)).id).not.toBe(id);
    }
  });

  test("with a pass for another id, day or name, under the same signature, is a new guest", async () => {
    const { guests: ours } = guests();
    const { id, pass } = await ours.admit(undefined, DAY);
    const [, day = "", rolls = "", since = "", signature = ""] = pass.split(".");
    for (const forged of [
      ["someone", day, rolls, since, signature],
      [id, "2026-03-02", rolls, since, signature],
      [id, day, "5", since, signature],
      [id, day, rolls, "0", signature],
      [id, day, rolls, since, ""],
      [id, day, rolls, since],
    ]) {
      expect((await ours.admit(forged.join("."), DAY)).id).not.toBe(id);
    }
  });

  test("is admitted whatever is shown as a pass", async () => {
    const { guests: ours } = guests();
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary" }), async (pass) => {
        expect((await ours.admit(pass, DAY)).name).not.toBe("");
        expect((await ours.roll(pass, DAY)).name).not.toBe("");
      }),
    );
  });
});

describe("the hash of an address", () => {
  const saltOf = async (day: string) => `salt of ${day}`;
  const { hash } = new AddressHashes(saltOf);

  test("is the same within a day on every node, and another with the next day's salt", async () => {
    const known = await hash("192.0.2.1", DAY);
    expect(await new AddressHashes(saltOf).hash("192.0.2.1", DAY)).toBe(known);
    const others = [await hash("192.0.2.2", DAY), await hash("192.0.2.1", "2026-03-02")];
    expect(new Set([known, ...others]).size).toBe(3);
    expect(known).not.toContain("192");
  });

  test("asks the store once a day, again after a failure, and holds nothing once it is told to forget", async () => {
    const asked: string[] = [];
    let fails = true;
    const hashes = new AddressHashes(async (day) => {
      asked.push(day);
      if (fails) throw new Error("The store is away.");
      return day;
    });
    expect(await hashes.hash("192.0.2.1", DAY).catch(() => "failed")).toBe("failed");
    fails = false;
    await Promise.all(["192.0.2.1", "192.0.2.2"].map((address) => hashes.hash(address, DAY)));
    expect(asked).toEqual([DAY, DAY]);
    hashes.forget();
    await hashes.hash("192.0.2.1", DAY);
    expect(asked).toHaveLength(3);
  });
});
