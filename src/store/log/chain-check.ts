/** Rows that do not hold what was stored are told of once, and not served. */
import type { StoredMessage } from "../../room/ports.ts";
import type { Database } from "../database/database.ts";
import { idList } from "../database/id-list.ts";
import { type RoomRow, readRoomRow } from "../database/room-row.ts";
import { integer, type LinkedMessage } from "../database/rows.ts";
import type { MessageCipher } from "../erasure/message-cipher.ts";
import { brokenPlaces, type Found, linkedSince, messageColumns } from "./chain.ts";
import { tombstoneRows } from "./tombstones.ts";

export const foundMessage = ({ seq, message, chain }: LinkedMessage): Found => ({
  seq,
  columns: message && messageColumns(message),
  chain,
});

type Reading = Pick<Database, "dialect" | "read">;
/** Who has the key, and is told what is wrong. */
type Keeper = Pick<MessageCipher, "heldChainKey" | "reportDamaged" | "reportLost">;

export class ChainCheck {
  readonly #db: Reading;
  readonly #cipher: Keeper;

  constructor(db: Reading, cipher: Keeper) {
    this.#db = db;
    this.#cipher = cipher;
  }

  /** The sound ones of some messages of the day. `place`: read after they were. */
  messages(found: readonly LinkedMessage[], place: RoomRow): StoredMessage[] {
    const today = found.filter(({ seq }) => seq > place.since);
    const places = today.map(foundMessage).toSorted((a, b) => a.seq - b.seq);
    const broken = brokenPlaces(this.#cipher.heldChainKey(place), places, linkedSince(place));
    this.#tell(place.day, broken);
    return today.flatMap(({ seq, message }) => (message && !broken.has(seq) ? [message] : []));
  }

  /**
   * Which places from `first` to `last` do not hold what was stored there, of all that was `found`
   * after `place` was read. In the order of `seq`, with the tombstones between them: `places`.
   */
  async range(found: readonly Found[], place: RoomRow, first: number, last: number) {
    const key = this.#cipher.heldChainKey(place);
    const missing = key === null ? [] : absent(found, Math.max(first, linkedSince(place)), last);
    const stones = await this.#tombstones(missing);
    const places = [...found, ...stones].toSorted((a, b) => a.seq - b.seq);
    const suspected = brokenPlaces(key, places, linkedSince(place));
    if (suspected.size === 0 && stones.length === missing.length) {
      return { places, broken: suspected };
    }
    const now = await readRoomRow(this.#db.read);
    const isSame = now.epoch === place.epoch && now.since === place.since;
    // What went meanwhile is no damage, nor what an older version has changed.
    if (!isSame) return { places, broken: suspected };
    const broken = brokenPlaces(key, places, linkedSince(now));
    this.#tell(place.day, broken);
    this.#tellLost(
      place.day,
      await this.#lost(absent(places, missing[0] ?? last + 1, last), place),
    );
    return { places, broken };
  }

  async #tombstones(seqs: readonly number[]): Promise<Found[]> {
    if (seqs.length === 0) return [];
    const { dialect, read: sql } = this.#db;
    return tombstoneRows(
      await sql`SELECT seq, chain FROM tombstones WHERE seq IN (${idList(sql, dialect, seqs)})`,
    );
  }

  /** Of these places, those where there is nothing. One statement: a message may be moved between two. */
  async #lost(seqs: readonly number[], { epoch, since }: RoomRow): Promise<number[]> {
    if (seqs.length === 0) return [];
    const { dialect, read: sql } = this.#db;
    const rows = await sql`WITH asked(seq) AS (${idList(sql, dialect, seqs)})
      SELECT asked.seq FROM asked, room
      WHERE room.epoch = ${epoch} AND room.since = ${since} AND asked.seq <= room.seq
        AND room.chain <> '' AND room.chain_seq = room.seq AND room.chain_since <= asked.seq
        AND NOT EXISTS (SELECT 1 FROM messages WHERE messages.id = asked.seq)
        AND NOT EXISTS (SELECT 1 FROM events WHERE events.seq = asked.seq)
        AND NOT EXISTS (SELECT 1 FROM tombstones WHERE tombstones.seq = asked.seq)
      ORDER BY asked.seq`;
    return rows.map(({ seq }) => integer.parse(seq));
  }

  #tell(day: string, broken: Iterable<number>): void {
    for (const seq of broken) this.#cipher.reportDamaged(day, seq);
  }

  /** One sentence for places that follow one another. */
  #tellLost(day: string, lost: readonly number[]): void {
    let first = lost[0];
    for (const [index, seq] of lost.entries()) {
      if (first === undefined || lost[index + 1] === seq + 1) continue;
      this.#cipher.reportLost(day, first, seq);
      first = lost[index + 1];
    }
  }
}

/** The places from `first` to `last` that are not among the `found`. */
function absent(found: readonly Found[], first: number, last: number): number[] {
  if (first > last) return [];
  const there = new Set(found.map(({ seq }) => seq));
  const all = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return all.filter((seq) => !there.has(seq));
}
