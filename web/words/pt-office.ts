import type { OfficeWords } from "./en-office.ts";
import { office } from "./pt-admin.ts";
import { moderation } from "./pt-moderation.ts";

export const words: OfficeWords = { ...office, ...moderation };
