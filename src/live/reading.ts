import type { Look } from "../wire/frames.ts";
import type { Group } from "./groups.ts";

/** How somebody reads, in v1. Another object from each `look` on. */
export interface Reading {
  readonly at: Look["at"];
  /** With whom they are sent frames; null while they are away, or are being brought up. */
  group: Group | null;
  /** The last `seq` they were sent; of those in a group, the group knows. */
  seq: number;
}
