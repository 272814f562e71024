import { z } from "zod";
import { wholeNumber } from "./http.ts";
import { seq } from "./values.ts";

export const HeadQuery = z.object({ seq: wholeNumber(0, Number.MAX_SAFE_INTEGER).optional() });
/** `hash`: empty where the room stores in the clear, and for what it stored before the day's key began. */
export const LogHead = z.object({
  epoch: z.string(),
  day: z.iso.date(),
  seq,
  hash: z.string(),
});
