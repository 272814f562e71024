/** The record against itself and against the store. Pure. */
import type { LogEvent } from "../src/wire/frames.ts";
import { RESUME_EVENTS } from "../src/wire/limits.ts";
import { actsOf } from "./acts.ts";
import { checkHistory } from "./history.ts";
import type { Stored, Witness } from "./record.ts";

export interface Violation {
  /** `other`: seen by clients differently or never stored, told of wrongly, kept past midnight, or against the protocol. */
  kind: "lost" | "doubled" | "disorder" | "other";
  what: string;
}

/** Whether what this client has of that epoch may be missing. */
export type Excuses = (witness: Witness, epoch: string | undefined) => boolean;

/** By default nothing may be missing. */
export function check(
  witnesses: readonly Witness[],
  stored: Stored,
  excuses: Excuses = () => false,
): Violation[] {
  const turns = turnsOf(witnesses, stored);
  return [
    ...lost(witnesses, stored, turns, excuses),
    ...doubled(witnesses, stored, turns, excuses),
    ...impossible(witnesses, stored, turns),
    ...holes(stored, turns),
    ...unstored(witnesses, stored, turns, excuses),
    ...stale(witnesses, stored, turns),
    ...witnesses.flatMap(({ complaints, name }) =>
      complaints.map((what) => other(`${name}: ${what}`)),
    ),
  ];
}

/** The places where a day began. Nobody clears the room by hand here. */
function turnsOf(witnesses: readonly Witness[], { events }: Stored): number[] {
  const seen = everyEvent(witnesses).filter(({ type }) => type === "cleared");
  const kept = events.filter(({ kind }) => kind === "cleared");
  return [...new Set([...seen, ...kept].map(({ seq }) => seq))].sort((a, b) => a - b);
}

/** Acknowledged and not stored; or never answered at all, although everything had come to rest. */
function lost(
  witnesses: readonly Witness[],
  { messages }: Stored,
  turns: readonly number[],
  excuses: Excuses,
): Violation[] {
  const texts = new Map(messages.map(({ id, text }) => [id, text]));
  const begun = turns.at(-1) ?? 0;
  return witnesses.flatMap((witness) => {
    const { name, sent, acked, ackedIn, forgotten } = witness;
    return [...sent].flatMap(([ref, text]): Violation[] => {
      const seq = acked.get(ref);
      if (seq === undefined) {
        return forgotten.has(ref) ? [] : [other(`${name}: ${ref} was never answered`)];
      }
      if (seq < begun || texts.get(seq) === text || excuses(witness, ackedIn.get(ref))) return [];
      return [{ kind: "lost", what: `${name}: ${ref} was acknowledged as ${seq}` }];
    });
  });
}

/** One text at two places of one day, in the store or before anyone's eyes. */
function doubled(
  witnesses: readonly Witness[],
  { messages }: Stored,
  turns: readonly number[],
  excuses: Excuses,
): Violation[] {
  const places = new Map<string, number>();
  const found = new Set<string>();
  const seen = kept(witnesses, excuses).map(({ seq, text }) => ({ id: seq, text }));
  for (const { id, text } of [...messages, ...seen]) {
    const key = `${turns.filter((turn) => turn < id).length} ${text}`;
    const place = places.get(key) ?? id;
    places.set(key, place);
    if (place !== id) found.add(`${place} and ${id} are the same message`);
  }
  return [...found].map((what) => ({ kind: "doubled", what }));
}

/** What no one log explains. */
function impossible(
  witnesses: readonly Witness[],
  stored: Stored,
  turns: readonly number[],
): Violation[] {
  const acts = actsOf(witnesses, stored, turns.at(-1) ?? 0);
  return checkHistory(acts, { resumes: RESUME_EVENTS }).map(({ kind, what }) => ({
    kind: kind === "order" || kind === "real_time" ? "disorder" : "other",
    what,
  }));
}

/** Every place since the day began is a message or an event. */
function holes({ head, messages, events }: Stored, turns: readonly number[]): Violation[] {
  const places = new Set([...messages.map(({ id }) => id), ...events.map(({ seq }) => seq)]);
  const found: Violation[] = [];
  for (let seq = (turns.at(-1) ?? 0) + 1; seq <= head; seq++) {
    if (!places.has(seq)) found.push({ kind: "disorder", what: `the store has nothing at ${seq}` });
  }
  return found;
}

/** Seen, and not stored. */
function unstored(
  witnesses: readonly Witness[],
  { messages }: Stored,
  turns: readonly number[],
  excuses: Excuses,
): Violation[] {
  const begun = turns.at(-1) ?? 0;
  const texts = new Map(messages.map(({ id, text }) => [id, text]));
  const found = new Set<string>();
  for (const { seq, text } of kept(witnesses, excuses)) {
    if (seq > begun && texts.get(seq) !== text) found.add(`${seq} was seen and is not stored`);
  }
  return [...found].map(other);
}

/** The messages that were seen in a log of which nothing may be missing. */
function kept(witnesses: readonly Witness[], excuses: Excuses) {
  return witnesses.flatMap((witness) =>
    witness.runs
      .filter(({ epoch }) => !excuses(witness, epoch))
      .flatMap(({ events }) => events.filter((event) => event.type === "message")),
  );
}

/** Said before a midnight, and stored or handed to a newcomer after it. */
function stale(
  witnesses: readonly Witness[],
  { messages, day }: Stored,
  turns: readonly number[],
): Violation[] {
  const begun = turns.at(-1) ?? 0;
  const stored = messages
    .filter((message) => message.id < begun || message.day !== day)
    .map(({ id }) => other(`${id} is of an earlier day and still stored`));
  const served = witnesses.flatMap(({ name, runs }) =>
    runs.flatMap(({ head, events }) => {
      const dawn = turns.findLast((turn) => turn <= head) ?? 0;
      return events
        .filter(({ seq, type }) => type === "message" && seq < dawn)
        .map(({ seq }) => other(`${name} was given ${seq} after the midnight at ${dawn}`));
    }),
  );
  return [...stored, ...served];
}

function everyEvent(witnesses: readonly Witness[]): LogEvent[] {
  return witnesses.flatMap(({ runs }) => runs.flatMap(({ events }) => events));
}

function other(what: string): Violation {
  return { kind: "other", what };
}
