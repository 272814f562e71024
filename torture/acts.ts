/** The record as acts of one history. */
import type { LogEvent } from "../src/wire/frames.ts";
import type { Act } from "./history.ts";
import type { Run, Stored, Witness } from "./record.ts";

/** `begun`: the position at which the last day began. */
export function actsOf(witnesses: readonly Witness[], stored: Stored, begun: number): Act[] {
  const { epoch, messages } = stored;
  return [
    ...witnesses.flatMap((witness) => [
      ...witness.runs.flatMap((run) => actsIn(witness.name, run, epoch, begun)),
      ...saysOf(witness, epoch),
    ]),
    ...messages.map(({ id, text }): Act => ({ act: "find", seq: id, epoch, what: whatOf(text) })),
  ];
}

/** `stored`: the epoch of the log in the end, which an older node follows without a name for it. */
function actsIn(client: string, run: Run, stored: string, begun: number): Act[] {
  const { start, end, epoch = stored, after = null, recovered, head, events, seenAt } = run;
  const join: Act = { act: "join", client, start, end, epoch, after, recovered, seq: head };
  const sees = events.map((event, index): Act => {
    const at = seenAt[index] ?? Infinity;
    const clears = event.type === "cleared";
    const what = faceOf(event, begun);
    return { act: "see", client, start: at, end: at, epoch, seq: event.seq, what, clears };
  });
  return [join, ...sees];
}

function saysOf(witness: Witness, stored: string): Act[] {
  const { name, sent, acked, ackedIn, sentAt, ackedAt } = witness;
  return [...acked].map(([ref, seq]) => ({
    act: "say",
    client: name,
    start: sentAt.get(ref) ?? -Infinity,
    end: ackedAt.get(ref) ?? Infinity,
    epoch: ackedIn.get(ref) ?? stored,
    seq,
    what: whatOf(sent.get(ref) ?? ""),
  }));
}

/** Of a message the text alone: the store is asked for no more, and a snapshot adds what was felt. */
function faceOf(event: LogEvent, begun: number): string | null {
  if (event.type === "message") return whatOf(event.text);
  // A node that read late may show the place of what is destroyed by now as `quiet`.
  return event.type === "quiet" && event.seq < begun ? null : JSON.stringify(event);
}

const whatOf = (text: string) => JSON.stringify(["message", text]);
