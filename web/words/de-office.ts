import { office } from "./de-admin.ts";
import { moderation } from "./de-moderation.ts";
import type { OfficeWords } from "./en-office.ts";

export const words: OfficeWords = { ...office, ...moderation };
