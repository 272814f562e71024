import { z } from "zod";
import type { Sender } from "../../room/ports.ts";
import { Standing } from "../../room/standing.ts";

/** As a message's row holds it: of newcomers it tells apart who was here before midnight. */
export type StoredStanding = Standing | "returned";

export function toStored(standing: Standing, { wasHere }: Sender): StoredStanding {
  return standing === "new" && wasHere ? "returned" : standing;
}

/** What another version calls otherwise is nobody's newcomer. */
export const FromStored = z
  .string()
  .transform((stored) => (stored === "returned" ? "new" : stored))
  .pipe(Standing.catch("heard"));
