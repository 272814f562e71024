/** How many messages there are, for whoever asks how the room is. */
import pLimit from "p-limit";
import { z } from "zod";
import type { Database } from "../database/database.ts";
import { type RoomRow, readRoomRow } from "../database/room-row.ts";
import { integer } from "../database/rows.ts";
import { inSlices } from "../erasure/slices.ts";
import { placeBefore } from "./place-before.ts";

const Count = z.tuple([z.object({ count: integer })]);

/** Nothing is counted yet. */
const NONE = { epoch: "", since: -1, upTo: 0, count: 0 };

type Reading = Pick<Database, "read">;

/**
 * Counts on from where it was: what was said since costs little, and a day of a million messages much.
 * Where something went or came back, it begins again, in slices between which others write.
 */
export class MessageCounts {
  readonly #db: Reading;
  readonly #turn = pLimit(1);
  #known = NONE;

  constructor(db: Reading) {
    this.#db = db;
  }

  /** `recent`: said after `since`. Both are of today, where today is `day` or later. */
  async of(day: string, since: number): Promise<{ today: number; recent: number }> {
    return this.#turn(async () => {
      const place = await readRoomRow(this.#db.read);
      if (place.day < day) return { today: 0, recent: 0 };
      return { today: await this.#today(place), recent: await this.#recent(place, since) };
    });
  }

  async #today(place: RoomRow): Promise<number> {
    const { epoch, since, seq } = place;
    const goesOn = await this.#goesOn(place);
    const known = goesOn ? this.#known : { epoch, since, upTo: since, count: 0 };
    let { count } = known;
    await inSlices(known.upTo + 1, seq, async (from, to) => {
      const [more] = Count.parse([
        ...(await this.#db.read`SELECT COUNT(*) AS count FROM messages
          WHERE id BETWEEN ${from} AND ${to}`),
      ]);
      count += more.count;
    });
    this.#known = { epoch, since, upTo: seq, count };
    return count;
  }

  /** Whether all that was counted is in sight, and nothing besides. */
  async #goesOn({ epoch, since, seq }: RoomRow): Promise<boolean> {
    const known = this.#known;
    if (known.epoch !== epoch || known.since !== since || known.upTo > seq) return false;
    const moved = await this.#db.read`SELECT 1 FROM events WHERE seq > ${known.upTo}
      AND kind IN ('deleted', 'removed', 'cleared', 'restored') LIMIT 1`;
    return moved.length === 0;
  }

  async #recent(place: RoomRow, since: number): Promise<number> {
    const sql = this.#db.read;
    const from = await placeBefore(sql, since, place.since);
    const [{ count }] = Count.parse([
      ...(await sql`SELECT COUNT(*) AS count FROM sends JOIN messages ON messages.id = sends.seq
        WHERE sends.seq > ${from} AND sends.at > ${since}`),
    ]);
    return count;
  }
}
