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
}

const Agreed = z.object({ timezone: z.string(), secret_check: z.string(), since: integer });

/**
 * Compares a node's settings with the room's, and returns the room's zone. Throws UnusableDatabase
 * if this node's zone or secret would end the day, or the sign-ins, of people in the room.
 */
export async function agree(db: Database, terms: Terms): Promise<string> {
  const hasOthers = await db.hasOtherNodes();
  const check = secretCheck(terms.secret);
  const { timezone, isOtherSecret } = await db.transaction(async (sql) => {
    const [row] = await sql`UPDATE room SET seq = seq RETURNING timezone, secret_check, since`;
    const room = Agreed.parse(row);
    const isOtherSecret = room.secret_check !== "" && room.secret_check !== check;
    if (isOtherSecret && hasOthers) {
      throw new UnusableDatabase(
        "SECRET_KEY: the nodes that run have another. Give this node theirs (rage-room doctor says when it is); to change it, stop every node and start them with the new one (everyone signs in anew).",
      );
    }
    const timezone = terms.given || room.timezone === "" ? terms.timezone : room.timezone;
    if (room.timezone !== "" && timezone !== room.timezone) {
      const said = await sql`SELECT 1 FROM messages WHERE id > ${room.since} LIMIT 1`;
      if (hasOthers || said.length > 0) throw otherZone(room.timezone, timezone);
    }
    await sql`UPDATE room SET timezone = ${timezone}, secret_check = ${check}`;
    return { timezone, isOtherSecret };
  });
  // Replacing it is how an operator ends all sign-ins, and losing it is a mistake: both look alike.
  if (isOtherSecret) {
    db.report(
      "SECRET_KEY: it is another than at the last start, so everyone signs in anew and guests begin again. If that was not meant, stop the room and start it with the old one.",
    );
  }
  return timezone;
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
