/** Who comes to an evening, when, and what they try to say. Pure: a seed decides all of it. */
import { z } from "zod";
import { Random } from "../torture/random.ts";
import { SHAPE, type ShapedPerson } from "./shape.ts";
import { honestText } from "./texts.ts";

/** `heard`: said enough before the raid to be known to the room; `new`: comes in the meantime. */
export const Side = z.enum(["heard", "new", "raid"]);
export type Side = z.infer<typeof Side>;

/** What one does about passes: keeps theirs, takes a new one for each message, or once refused. */
const Manner = z.enum(["keeps the pass", "a pass each time", "a pass once refused"]);
export type Manner = z.infer<typeof Manner>;

export interface Line {
  /** Not before this, from the start of the evening. */
  atMs: number;
  text: string;
}

/** As JSON, for those who play in a process of their own. */
export const Person = z.object({
  name: z.string(),
  side: Side,
  address: z.string(),
  manner: Manner,
  arrivesMs: z.number(),
  lines: z.array(z.object({ atMs: z.number(), text: z.string() })).readonly(),
  /** What is said before the evening, one in each round, to be heard. */
  before: z.array(z.string()).readonly(),
  /** Whether they report what honest people say. */
  reports: z.literal(true).optional(),
});
export type Person = z.infer<typeof Person>;

export interface Size {
  /** From the first moment of the raid on. */
  seconds: number;
  /** Honest people of the recorded shape, those who come later included. */
  people: number;
  /** The part of the raiders, and of the crowds of newcomers, that comes. */
  share: number;
}

export interface Plan {
  people: readonly Person[];
  /** When the raid begins, from the start of the evening. */
  raidMs: number;
  endMs: number;
  /** Whether the evening starts at midnight, when nobody's standing is left. */
  isAfterMidnight: boolean;
  /** When somebody of staff comes, from the start of the evening. */
  staffMs?: number;
}

/** What a scenario is given to make its people of. */
export interface Terms {
  size: Size;
  raidMs: number;
  endMs: number;
  random: Random;
}

/** How often each of those who are heard speaks before the evening. */
export const ROUNDS = 5;

/** Each on a range of addresses of their own. */
export const honestAddress = (at: number) => `10.${at >> 8}.${at & 255}.7`;
export const raidAddress = (at: number) => `172.${16 + (at >> 8)}.${at & 255}.7`;

/** The people of a shape, the recorded one or another: those who are there from the start, or those who come later. */
export function shaped(
  side: "heard" | "new",
  { size, endMs }: Terms,
  seed: number,
  people: readonly ShapedPerson[] = SHAPE.people,
): Person[] {
  const random = new Random(seed).fork("honest");
  return people.slice(0, size.people).flatMap(({ arrives, says }, at) => {
    if ((arrives === 0) !== (side === "heard") || arrives * 1_000 >= endMs) return [];
    const own = random.fork(`${at}`);
    const before = side === "heard" ? times(ROUNDS, () => honestText(own, own.whole(20, 60))) : [];
    const address = honestAddress(at);
    const arrivesMs = arrives * 1_000;
    return [honest({ name: `${side}${at}`, side, address, arrivesMs, says, before, own, endMs })];
  });
}

/** Newcomers who speak as those of the shape do, each from their own arrival on. */
export function crowd(
  count: number,
  { endMs, random }: Terms,
  placed: (at: number) => { address: string; arrivesMs: number },
): Person[] {
  return times(count, (at) => {
    const own = random.fork(`newcomer ${at}`);
    const model = own.pick(SHAPE.people.filter(({ arrives }) => arrives > 0));
    const { address, arrivesMs } = placed(at);
    const later = arrivesMs / 1_000 - model.arrives;
    const says = model.says.map(({ at, length }) => ({ at: at + later, length }));
    const name = `crowd${at}`;
    return honest({ name, side: "new", address, arrivesMs, says, before: [], own, endMs });
  });
}

interface Honest extends Omit<Person, "manner" | "lines"> {
  says: ShapedPerson["says"];
  own: Random;
  endMs: number;
}

function honest({ says, own, endMs, ...person }: Honest): Person {
  const lines = says
    .filter(({ at }) => at * 1_000 < endMs)
    .map(({ at, length }) => ({ atMs: at * 1_000, text: honestText(own, length) }));
  return { ...person, manner: "keeps the pass", lines };
}

export function times<Item>(count: number, make: (at: number) => Item): Item[] {
  return Array.from({ length: count }, (_, at) => make(at));
}
