import { office } from "./en-admin.ts";
import { moderation } from "./en-moderation.ts";

/** What the pages say on which one signs in and runs the room. */
export const words = { ...office, ...moderation };

export type OfficeWords = typeof words;
