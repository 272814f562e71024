/** Which PostgreSQL server a connection leads to, and on which timeline it is. A promoted standby begins the next one. */
import type { Sql } from "./sql.ts";

/** Fails on a standby. */
export const SERVER_PLACE = (sql: Sql) => sql`(SELECT system_identifier FROM pg_control_system())
  || '/' || substr(pg_walfile_name(pg_current_wal_insert_lsn()), 1, 8)`;

/** A server that this program may not use now. */
export class OtherServer extends Error {}

/** Knows which server a program uses, and which it has left. */
export class FollowedServer {
  #place: string | null = null;
  readonly #left = new Set<string>();

  /** Returns whether it is another server than before, which is followed from now on. Throws OtherServer. */
  take(place: string | null): boolean {
    if (place === null) throw new OtherServer("it is a standby, which takes no writes");
    const before = this.#place;
    if (place === before) return false;
    if (before !== null && (this.#left.has(place) || isEarlier(place, before))) {
      throw new OtherServer(
        "it is a server that this node has left for another; to go back to it, start the node again",
      );
    }
    this.#place = place;
    if (before === null) return false;
    this.#left.add(before);
    return true;
  }
}

/** Of the same server's timelines the later one is in use: the other was left when a standby was promoted. */
function isEarlier(place: string, than: string): boolean {
  const [system, timeline] = place.split("/");
  const [otherSystem, otherTimeline] = than.split("/");
  if (timeline === undefined || otherTimeline === undefined) return false;
  return (
    system === otherSystem && Number.parseInt(timeline, 16) < Number.parseInt(otherTimeline, 16)
  );
}
