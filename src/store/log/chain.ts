/**
 * Each event of a day is linked to the one before it by a keyed hash, so that a row that was changed,
 * moved or lost is found when it is read. The key follows from the key of the day.
 */
import { kindOf, type RoomEvent } from "../../events/kinds.ts";
import type { StoredMessage } from "../../room/ports.ts";
import type { RoomRow } from "../database/room-row.ts";
import { authenticationOf } from "../erasure/aes-gcm.ts";

/** Of a link: twelve bytes in base64. */
const LENGTH = 16;
/** Stands for the link before the first of a chain. */
const START = "A".repeat(LENGTH);

/** The columns of a row as they were stored, as one text that those of no other row give. */
export type Columns = string;

/** None of them holds the end of a line, and every message pays for this: so it is no JSON, which takes twice as long. */
export function messageColumns(message: Omit<StoredMessage, "felt">): Columns {
  const { id, user, text, timestamp, day, userId, kind, re, isFirst } = message;
  return `${id}\n${user}\n${authenticationOf(text)}\n${timestamp}\n${day}\n${userId}\n${kind}\n${re}\n${isFirst}`;
}

export interface EventRow {
  seq: number;
  kind: string;
  id: number | null;
  data: string | null;
}

export function eventColumns({ seq, kind, id, data }: EventRow): Columns {
  return JSON.stringify([seq, kind, id, data]);
}

export function rowOf(event: RoomEvent): EventRow {
  return { seq: event.seq, kind: event.type, ...kindOf(event).write(event) };
}

/**
 * The key comes first, and what is left of the hash does not say how to go on with it: so it needs no
 * HMAC, which costs four times as much.
 */
function linkOf(key: string, before: string, columns: Columns): string {
  return Bun.SHA256.hash(key + before + columns, "base64").slice(0, LENGTH);
}

/** What a row keeps: the link before it, and its own. */
const before = (chain: string) => chain.slice(0, LENGTH);
export const ownLink = (chain: string) => chain.slice(LENGTH);

/** From which place on every row has a link, as the room's row says; none where an older version wrote last. */
export function linkedSince({ seq, chain, chain_seq, chain_since }: RoomRow): number {
  return chain !== "" && chain_seq === seq ? chain_since : Number.POSITIVE_INFINITY;
}

/** The link of the last event; empty where it has none. */
export function headLink({ seq, chain, chain_seq }: Pick<RoomRow, "seq" | "chain" | "chain_seq">) {
  return chain_seq === seq ? chain : "";
}

/** The chain of a day while a change adds to it, under the room's lock. */
export class Chain {
  readonly #key: () => string | null;
  #isOver = false;
  #seq: number;
  #link: string;
  #since: number;
  #hasGrown = false;

  /** `key`: asked for with the first link. Null where the day has none yet, or the room stores in the clear. */
  constructor(row: RoomRow, key: () => string | null) {
    this.#key = key;
    this.#seq = row.seq;
    this.#link = headLink(row);
    this.#since = this.#link === "" ? row.seq + 1 : row.chain_since;
  }

  /** What follows is of another day, or under another key: it is not linked. */
  end(): void {
    this.#isOver = true;
  }

  /** Before the first link: begins with this place, which is there already. */
  beginAt(seq: number): void {
    this.#seq = seq - 1;
    this.#link = "";
    this.#since = seq;
  }

  /** For the row at the next place. Null where there is no chain. */
  link(seq: number, columns: Columns): string | null {
    const key = this.#isOver ? null : this.#key();
    if (key === null) return null;
    if (seq !== this.#seq + 1) throw new Error(`${seq} does not follow ${this.#seq} in the log.`);
    const last = this.#link === "" ? START : this.#link;
    this.#seq = seq;
    this.#link = linkOf(key, last, columns);
    this.#hasGrown = true;
    return last + this.#link;
  }

  /** For the room's row; null where nothing was linked. */
  get head(): Pick<RoomRow, "chain" | "chain_seq" | "chain_since"> | null {
    if (!this.#hasGrown) return null;
    return { chain: this.#link, chain_seq: this.#seq, chain_since: this.#since };
  }
}

/** A row of the log as it was read. */
export interface Found {
  seq: number;
  /** Null where they can be nobody's. */
  columns: Columns | null;
  chain: string | null;
  /** That a message stood there, and was taken away. */
  isTombstone?: true;
}

/** What a sound row is linked to, and its own link; null where it has none. */
export function linksOf({ chain }: Found): { before: string | null; own: string } | null {
  if (chain === null) return null;
  return { before: before(chain) === START ? null : before(chain), own: ownLink(chain) };
}

/**
 * Which of these places do not hold what was stored there. `key`: null where the rows are not linked.
 * `since`: from where on all are. `found`: in the order of `seq`, also with gaps.
 */
export function brokenPlaces(
  key: string | null,
  found: readonly Found[],
  since: number,
): Set<number> {
  const broken = new Set<number>();
  let last: Found | null = null;
  for (const row of found) {
    if (!isSound(key, row, since)) {
      broken.add(row.seq);
      last = null;
      continue;
    }
    if (key !== null && last !== null && !isLinked(last, row)) {
      for (const { seq } of unproved(last, row)) broken.add(seq);
    }
    last = row;
  }
  return broken;
}

/**
 * Which of two neighbours is wrong, where one does not follow the other. A tombstone has no columns that
 * its link could fit: a row that fits its own is believed before it. Of two such rows neither is.
 */
function unproved(last: Found, row: Found): Found[] {
  const both = [last, row];
  const stones = both.filter(({ isTombstone }) => isTombstone);
  return stones.length > 0 ? stones : both;
}

function isSound(key: string | null, row: Found, since: number): boolean {
  const { seq, columns, chain, isTombstone } = row;
  if (isTombstone) return true;
  if (columns === null) return false;
  if (key === null) return true;
  if (chain === null) return seq < since;
  return ownLink(chain) === linkOf(key, before(chain), columns);
}

/** Rows with a gap between them cannot be compared, nor those that an older version wrote. */
function isLinked(last: Found, row: Found): boolean {
  if (last.seq + 1 !== row.seq || last.chain === null || row.chain === null) return true;
  return before(row.chain) === START || before(row.chain) === ownLink(last.chain);
}
