import type { OfficeWords } from "./en-office.ts";
import { office } from "./es-admin.ts";
import { moderation } from "./es-moderation.ts";

export const words: OfficeWords = { ...office, ...moderation };
