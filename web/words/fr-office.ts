import type { OfficeWords } from "./en-office.ts";
import { office } from "./fr-admin.ts";
import { moderation } from "./fr-moderation.ts";

export const words: OfficeWords = { ...office, ...moderation };
