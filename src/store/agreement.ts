import { createHmac } from "node:crypto";
import { z } from "zod";
import { type Database, UnusableDatabase } from "./database/database.ts";
import { integer } from "./database/rows.ts";

/**
 * The settings that must be the same on all nodes. `given`: whether the operator set the zone, or
 * it is the system's.
 */
export interface Terms {
  timezone: string;
  given: boolean;
  secret: string;
  /** The secret before it; null where there is none. */
  previous: string | null;
  /** Milliseconds since the epoch. */
  at: number;
}

export interface Agreed {
  timezone: string;
  /** From when the secret signs: before, and for a day after, that before it is believed too. */
  secretFrom: number;
}

/** For the operator, to bring the new secret to every node. */
const TO_EVERY_NODE_MS = 3_600_000;

const RoomTerms = z.object({
  timezone: z.string(),
  secret_check: z.string(),
  secret_from: integer,
  since: integer,
});

/**
 * Compares a node's settings with the room's, and returns what holds. Throws UnusableDatabase
 * if this node's zone or secret would end the day, or the sign-ins, of people in the room.
 */
export async function agree(db: Database, terms: Terms): Promise<Agreed> {
  const hasOthers = await db.hasOtherNodes();
  const check = secretCheck(terms.secret);
  const before = terms.previous === null ? null : secretCheck(terms.previous);
  const { timezone, secretFrom, isLost } = await db.transaction(async (sql) => {
    const [row] = await sql`UPDATE room SET seq = seq 
      RETURNING timezone, secret_check, secret_from, since`;
    const room = RoomTerms.parse(row);
    const isOtherSecret = room.secret_check !== "" && room.secret_check !== check;
    const isTurned = isOtherSecret && room.secret_check === before;
    const isLost = isOtherSecret && !isTurned;
    if (isLost && hasOthers) {
      throw new UnusableDatabase(
        "SECRET_KEY: the nodes that run have another. Give this node theirs (rage-room doctor says when it is); to change it, give each node in turn the new one and theirs as SECRET_KEY_PREVIOUS.",
      );
    }
    const timezone = terms.given || room.timezone === "" ? terms.timezone : room.timezone;
    if (room.timezone !== "" && timezone !== room.timezone) {
      const said = await sql`SELECT 1 FROM messages WHERE id > ${room.since} LIMIT 1`;
      if (hasOthers || said.length > 0) throw otherZone(room.timezone, timezone);
    }
    const turned = terms.at + (hasOthers ? TO_EVERY_NODE_MS : 0);
    const secretFrom = isOtherSecret ? (isTurned ? turned : 0) : room.secret_from;
    await sql`UPDATE room SET timezone = ${timezone}, secret_check = ${check},
      secret_from = ${secretFrom}`;
    return { timezone, secretFrom, isLost };
  });
  // Replacing it is how an operator ends all sign-ins, and losing it is a mistake: both look alike.
  if (isLost) {
    db.report(
      "SECRET_KEY: it is another than at the last start, so everyone signs in anew and guests begin again. If that was not meant, stop the room and start it with the old one. SECRET_KEY_PREVIOUS changes it without that.",
    );
  }
  return { timezone, secretFrom };
}

/** Shows whether two secrets are the same, and nothing of either. */
export function secretCheck(secret: string): string {
  return createHmac("sha256", secret).update("the room's secret").digest("hex");
}

function otherZone(room: string, given: string): UnusableDatabase {
  return new UnusableDatabase(
    `TIMEZONE: the room's midnight is that of ${room}, and ${given} would end or lengthen the day of everyone. Start with TIMEZONE=${room}; to change it, stop every node and start with the new one while nothing was said, after midnight, after an admin cleared the room, or after rage-room forget-today.`,
  );
}
