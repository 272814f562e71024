import type { You } from "../../../src/wire/frames.ts";
import type { Kind } from "../state/entries.ts";
import type { Room } from "../state/room.ts";

/** The message that a menu is about. */
export interface Target {
  seq: number;
  user: string;
  kind: Kind;
  mine: boolean;
  text: string;
  feltByMe: boolean;
}

/** Something that a reader may do about a message: one line of its menu. */
export interface Act {
  /** The letter or digit that does it while the menu is open; no other act has it. */
  key: string;
  label: string;
  /** Acts of the same row stand beside each other, under its name. */
  row?: string;
  isFor(target: Target, you: You): boolean;
  /** Done at once: the menu is the question. */
  run(target: Target, room: Room): Promise<void>;
}

/** A file of acts, and whom it is loaded for. */
export interface Source {
  isFor(you: You): boolean;
  /** An import and no more, so that one that failed can be tried again. */
  load: () => Promise<{ acts: readonly Act[] }>;
}
