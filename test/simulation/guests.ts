import type { Clock, Guests } from "../../src/room/ports.ts";
import type { Challenge } from "../../src/wire/proof.ts";
import type { World } from "./world.ts";

/** Nobody solves it: whoever would have to, reads on. */
const CHALLENGE: Challenge = {
  parameters: {
    algorithm: "PBKDF2/SHA-256",
    nonce: "00",
    salt: "00",
    cost: 1,
    keyLength: 1,
    keyPrefix: "00",
    keySignature: "00",
    data: { guest: "", day: "2026-03-01", until: 0 },
  },
  signature: "00",
};

/** Guests who are who they say, and are numbered by chance. Who was here yesterday is believed to have come before. */
export function countedGuests(world: World, clock: Clock): Guests {
  const guest = (id: string, day: string, since: number, isNew: boolean) => ({
    id,
    day,
    name: `guest ${id}`,
    nameUntil: null,
    since,
    isProved: false,
    cameBefore: since === 0,
    isNew,
    pass: `${id} ${day} ${since}`,
  });
  return {
    async admit(pass, day) {
      const [id = "", given, since] = (pass ?? "").split(" ");
      if (given === day) return guest(id, day, Number(since), false);
      const isNew = pass === undefined;
      const next = `${isNew ? world.chance.between(1, 1_000_000_000) : Number(id) + 1}`;
      return guest(next, day, isNew ? clock.now() : 0, isNew);
    },
    roll: async (pass, day) => guest(pass, day, 0, false),
    keep: async (pass, day) => guest(pass, day, 0, false),
    challenge: async () => CHALLENGE,
    prove: async () => null,
  };
}
