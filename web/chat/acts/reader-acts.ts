import { words } from "../../words/reader-words.ts";
import { words as common } from "../../words/words.ts";
import { isStaff } from "../staff/is-staff.ts";
import type { Room } from "../state/room.ts";
import type { Act, Target } from "./act.ts";

/** What every reader may do about a message. The room says by itself that staff were told, and what was deleted. */
export const acts: readonly Act[] = [
  {
    key: "r",
    label: words.menu.reply,
    isFor: () => true,
    run: async ({ seq }, room) => room.reply.start(seq),
  },
  { key: "c", label: words.menu.copy, isFor: () => true, run: copy },
  {
    key: "f",
    label: common.own.felt(0),
    isFor: ({ mine, feltByMe }) => !mine && !feltByMe,
    run: async ({ seq }, room) => room.own.feel(seq),
  },
  { key: "i", label: words.menu.ignore, isFor: ({ mine }) => !mine, run: ignore },
  {
    key: "p",
    label: words.menu.report,
    isFor: ({ mine }, you) => !mine && !isStaff(you),
    run: async ({ seq }, room) => room.own.report(seq),
  },
  {
    key: "d",
    label: common.own.erase,
    isFor: ({ mine }, you) => mine && !isStaff(you),
    run: async ({ seq }, room) => room.own.erase(seq),
  },
];

async function copy({ text }: Target, room: Room): Promise<void> {
  room.status.value = (await isCopied(text)) ? words.menu.copied : words.menu.notCopied;
}

async function isCopied(text: string): Promise<boolean> {
  try {
    // Browsers have it on a page that came by TLS, or from this machine.
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return isCopiedFromAField(text);
  }
}

/** The way of before, which every page has. */
function isCopiedFromAField(text: string): boolean {
  const field = document.createElement("textarea");
  const before = document.activeElement;
  field.className = "unseen";
  field.value = text;
  document.body.append(field);
  field.select();
  const isDone = document.execCommand("copy");
  field.remove();
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  return isDone;
}

async function ignore(target: Target, room: Room): Promise<void> {
  room.ignored.add(target);
  room.offerUndo(words.menu.ignored(target.user), () => room.ignored.drop(target));
}
