import { z } from "zod";
import type { Sender } from "../../room/ports.ts";
import { isUp } from "../../room/shield.ts";
import type { SpeakingLimits } from "../../room/speaking-limits.ts";
import type { Standing } from "../../room/standing.ts";
import type { Dialect } from "../database/database.ts";
import { textList } from "../database/id-list.ts";
import { type RoomRow, shieldIn } from "../database/room-row.ts";
import { integer, isoTime } from "../database/rows.ts";
import type { Sql } from "../database/sql.ts";

const SentRows = z.array(z.object({ sender: z.string(), messages: integer, first: integer }));
type Sent = z.infer<typeof SentRows>[number];
const AccountRows = z.array(
  z.object({
    id: integer,
    created_at: z.union([z.date(), z.string()]).transform((time) => Date.parse(isoTime(time))),
    sanctioned_at: integer.nullable(),
  }),
);
type Account = z.infer<typeof AccountRows>[number];

interface Found {
  standing: Standing;
  /** From then on it is computed again, in milliseconds since the epoch. */
  until: number;
}

interface Known extends Found {
  /** Whether nothing that they said today stands. */
  isSilent: boolean;
}

/**
 * Each sender's standing today. It is computed under the room's lock from what is stored, so it is
 * the same on every node, and kept in memory until time alone could change it. What others could
 * change, by a message that is removed, a sanction or the shield, changes the room's row, and then all
 * of it is computed again.
 */
export class Standings {
  readonly #limits: SpeakingLimits;
  readonly #known = new Map<string, Known>();
  #version = "";

  constructor(limits: SpeakingLimits) {
    this.#limits = limits;
  }

  /** Computes what is missing for these senders. Then `of` knows each of them. */
  async sync(
    sql: Sql,
    dialect: Dialect,
    row: RoomRow,
    senders: readonly Sender[],
    at: number,
  ): Promise<void> {
    const { day, sanctioned, removed, shield_since: since, shield_until: ends } = row;
    const version = [day, sanctioned, removed, since, ends].join(" ");
    if (version !== this.#version) this.#known.clear();
    this.#version = version;
    const unknown = new Map<string, Sender>();
    for (const sender of senders) {
      const known = this.#known.get(sender.key);
      if (!known || known.until <= at) unknown.set(sender.key, sender);
    }
    if (unknown.size === 0) return;
    const sent = await this.#sent(sql, dialect, row, [...unknown.keys()]);
    const accounts = await this.#accounts(sql, dialect, [...unknown.values()]);
    for (const sender of unknown.values()) {
      const account = sender.userId === null ? undefined : accounts.get(sender.userId);
      const said = sent.get(sender.key);
      const found = this.#standing(sender, said, account, row, at);
      this.#known.set(sender.key, { ...found, isSilent: !said });
    }
  }

  of({ key, kind }: Sender): Standing {
    if (kind === "admin" || kind === "moderator") return "staff";
    return this.#known.get(key)?.standing ?? "new";
  }

  /** Whether the next that they say is a newcomer's first of the day, and not only of a new day. */
  isFirst(sender: Sender): boolean {
    if (this.of(sender) !== "new" || sender.wasHere) return false;
    return this.#known.get(sender.key)?.isSilent ?? true;
  }

  /** Whether who said so many messages that stand, the first of them then, is regular by that. */
  isRegularBy({ messages, first }: { messages: number; first: number }, at: number): boolean {
    const { regularMessages, regularAfter } = this.#limits;
    return messages >= regularMessages && first + regularAfter <= at;
  }

  #standing(
    sender: Sender,
    sent: Sent | undefined,
    account: Account | undefined,
    row: RoomRow,
    at: number,
  ): Found {
    const { kind, wasHere } = sender;
    if (kind === "admin" || kind === "moderator") return { standing: "staff", until: Infinity };
    const { regularAge, regularClean } = this.#limits;
    const cleanAt = (account?.sanctioned_at ?? -Infinity) + regularClean;
    const agedAt = account ? account.created_at + regularAge : Infinity;
    const clearAt = Math.max(agedAt, cleanAt);
    if (clearAt <= at) return { standing: "regular", until: Infinity };
    // It stays new until something of it is stored.
    if (!sent) return { standing: "new", until: at };
    const found = this.#earned(sender.since ?? account?.created_at, sent, cleanAt <= at, at);
    // An account may get there by time alone.
    const until = found.until > at ? Math.min(found.until, clearAt) : at;
    const shield = shieldIn(row);
    // At midnight everybody is new, and is no newcomer of those who came to raid.
    if (found.standing === "new" || wasHere || !isUp(shield, at) || sent.first <= shield.since)
      return { ...found, until };
    return { standing: "pending", until: Math.min(until, shield.until) };
  }

  /** By what they said, and how long they have been here. */
  #earned(since: number | undefined, sent: Sent, isClean: boolean, at: number): Found {
    const limits = this.#limits;
    // A guest of plain mode comes anew with each socket.
    const cameAt = Math.min(since ?? sent.first, sent.first);
    const regularAt = cameAt + limits.regularAfter;
    if (isClean && sent.messages >= limits.regularMessages && regularAt <= at) {
      return { standing: "regular", until: Infinity };
    }
    const heardAt = Math.max(cameAt + limits.heardAfter, sent.first + limits.heardStood);
    // Who was here for half an hour may be regular with the next message, before time makes them heard.
    if (heardAt > at) return { standing: "new", until: regularAt <= heardAt ? at : heardAt };
    // Time alone makes nobody regular who has said too little: then each message may.
    return { standing: "heard", until: regularAt > at ? regularAt : at };
  }

  async #sent(sql: Sql, dialect: Dialect, { since }: RoomRow, keys: readonly string[]) {
    const rows = await sql`SELECT sends.sender, COUNT(*) AS messages, MIN(sends.at) AS first
      FROM sends JOIN messages ON messages.id = sends.seq
      WHERE sends.seq > ${since} AND sends.sender IN (${textList(sql, dialect, keys)})
      GROUP BY sends.sender`;
    return new Map(SentRows.parse([...rows]).map((sent) => [sent.sender, sent]));
  }

  async #accounts(sql: Sql, dialect: Dialect, senders: readonly Sender[]) {
    const ids = senders.flatMap(({ userId }) => (userId === null ? [] : [userId]));
    if (ids.length === 0) return new Map<number, never>();
    const rows = await sql`SELECT id, created_at, sanctioned_at FROM users
      WHERE CAST(id AS TEXT) IN (${textList(sql, dialect, ids.map(String))})`;
    return new Map(AccountRows.parse([...rows]).map((account) => [account.id, account]));
  }
}
