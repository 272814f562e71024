/** Cuts the power of one room again and again, brings it to rest, and checks what is left. */
import { check, type Violation } from "../check.ts";
import type { Random } from "../random.ts";
import type { Stored, Witness } from "../record.ts";
import type { Store } from "../storage-target.ts";
import type { Row } from "../table.ts";
import type { Control } from "./controls.ts";
import type { Kept } from "./disk.ts";
import { Flip, type Flipped, heldBy } from "./flips.ts";
import { Machine } from "./machine.ts";

export const LIES = ["forget", "tear", "eio", "flip"] as const;
export type Lie = (typeof LIES)[number];

export interface Terms {
  store: Store;
  lie: Lie;
  cuts: number;
  control: Control | null;
  random: Random;
  progress: (sentence: string) => void;
  /** Aborted: no further cut, but the verdict on those that were. */
  ended: AbortSignal;
}

/** So many operations of the disk are some seconds of talk. */
const OPERATIONS = { sqlite: 400, postgres: 150 } as const satisfies Record<Store, number>;
const OPERATIONS_UNSYNCED = 20;
const SYNCS = 20;
const FAILS_WITHIN_MS = 15_000;

/** Never rejects for what the room does: that is a violation. */
export async function powerCuts(terms: Terms): Promise<Row> {
  const { store, lie, control, cuts, random, progress, ended } = terms;
  await using machine = await Machine.open({ store, random, control });
  const { cluster } = machine;
  const waits: number[] = [];
  const violations: Violation[] = [];
  const flips: Flipped[] = [];
  try {
    for (let at = 0; at < cuts && !ended.aborted; at++) {
      const wait = await cut(machine, terms, flips);
      waits.push(wait);
      progress(`${store}: ${lie}, ${at + 1} of ${cuts}, well after ${Math.round(wait)} ms`);
    }
  } catch (error) {
    // Said at once: what is asked of the room below may fail of the same, and would hide it.
    progress(String(error));
    violations.push({ kind: "other", what: String(error) });
  }
  const unsettled = await cluster.settle();
  const stored = await cluster.stored();
  const witnesses = cluster.clients.map(({ witness }) => witness);
  for (const what of [...unsettled, ...flips.flatMap(({ wrong }) => wrong)]) {
    violations.push({ kind: "other", what });
  }
  const found = check(witnesses, stored);
  const judged = control ? controlled(found, witnesses, stored) : { violations: found };
  const sum = (count: (witness: Witness) => number) =>
    witnesses.reduce((total, witness) => total + count(witness), 0);
  return {
    store,
    fault: `power cut, ${control ?? lie}`,
    times: waits.length,
    acked: sum(({ acked }) => acked.size),
    refused: sum(({ refused }) => refused),
    returns: sum(({ runs }) => runs.length - 1),
    waits,
    ...(lie === "flip" && { note: inWords(flips) }),
    ...judged,
    violations: [...violations, ...judged.violations],
  };
}

async function cut(machine: Machine, terms: Terms, flips: Flipped[]): Promise<number> {
  const { store, lie, control, random } = terms;
  const kept: Kept = lie === "tear" ? "some sectors" : "nothing";
  if (lie === "eio") await failOneSync(machine, random);
  machine.disk.cutAfter(random.whole(1, control ? OPERATIONS_UNSYNCED : OPERATIONS[store]));
  const lost = await machine.lose(kept);
  if (lie !== "flip") return machine.recover(lost, kept);
  const held = heldBy(machine.cluster.clients.map(({ witness }) => witness));
  using flip = new Flip(machine.folder, held, random);
  const wait = await machine.recover(lost, kept);
  const flipped = await flip.look();
  flips.push(flipped);
  terms.progress(`${flip.where}: ${flipped.wrong.at(0) ?? flipped.outcome}`);
  return wait;
}

function inWords(flips: readonly Flipped[]): string {
  const refused = flips.filter(({ outcome }) => outcome === "refused").length;
  const named = flips.reduce((sum, flip) => sum + flip.named, 0);
  const told = flips.filter((flip) => flip.told > 0).length;
  return `${refused} rooms refused, ${named} messages named, ${told} ends told`;
}

async function failOneSync({ disk, cluster }: Machine, random: Random): Promise<void> {
  disk.failAfter(random.whole(1, SYNCS));
  const asked = performance.now();
  while (!disk.hasFailed) {
    if (performance.now() - asked > FAILS_WITHIN_MS) throw new Error("Nothing was synced.");
    await Bun.sleep(5);
  }
  // A node that ended of it is started again, as any service is.
  for (const node of cluster.nodes) if (node.hasEnded) await node.start();
}

/** Something must have been lost, and all who held it told so. */
function controlled(
  found: readonly Violation[],
  witnesses: readonly Witness[],
  stored: Stored,
): Pick<Row, "violations" | "note"> {
  const lost = found.filter(({ kind }) => kind === "lost").length;
  const untold = witnesses.filter((witness) => !wasTold(witness, stored));
  const violations = untold.map(
    ({ name }): Violation => ({
      kind: "other",
      what: `${name} was not told that something was lost`,
    }),
  );
  if (lost === 0) violations.push({ kind: "other", what: "the check does not notice a loss" });
  return { violations, note: `caught, ${lost} acked messages lost` };
}

/** After what it lost was acknowledged, it was given a snapshot of a log with another epoch. */
function wasTold({ sent, acked, ackedAt, runs }: Witness, { messages }: Stored): boolean {
  const texts = new Map(messages.map(({ id, text }) => [id, text]));
  return [...acked].every(([ref, seq]) => {
    if (texts.get(seq) === sent.get(ref)) return true;
    const at = ackedAt.get(ref) ?? 0;
    const before = runs.findLast(({ end }) => end <= at);
    return runs.some(({ end, recovered, epoch }) => {
      return end > at && !recovered && epoch !== before?.epoch;
    });
  });
}
