import { office } from "./ar-admin.ts";
import { moderation } from "./ar-moderation.ts";
import type { OfficeWords } from "./en-office.ts";

export const words: OfficeWords = { ...office, ...moderation };
