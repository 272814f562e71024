import { words } from "../../words/words.ts";
import type { Act } from "./act.ts";

/** What a reader does about another's message. The room says by itself that staff were told. */
export const acts: readonly Act[] = [
  {
    key: "r",
    label: words.log.report,
    isFor: ({ mine }) => !mine,
    run: async ({ seq }, room) => room.own.report(seq),
  },
];
