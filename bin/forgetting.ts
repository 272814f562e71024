/** `npx bun bin/forgetting.ts --turns=30 --store=sqlite`: the proof in its long form, as a table. */
import { parseArgs } from "node:util";
import { CARELESS } from "../test/forgetting/careless.ts";
import { Evenings, type Turn } from "../test/forgetting/evening.ts";
import type { Hit } from "../test/forgetting/search.ts";
import { STORES, type Store } from "../test/harness/room.ts";
import { treeWith } from "../test/mutants/tree.ts";

const CANARIES = 1_000;

const { values } = parseArgs({
  options: { turns: { type: "string", default: "30" }, store: { type: "string" } },
});
const stores = STORES.filter((store) => values.store === undefined || values.store === store);
let hits = 0;
for (const store of stores) {
  hits += await prove(store, Number(values.turns));
  await control(store);
}
console.log(`${hits} hits in files after midnight.`);
process.exit(hits === 0 ? 0 : 1);

async function prove(store: Store, turns: number): Promise<number> {
  await using evenings = await Evenings.begin({ store });
  let found = 0;
  console.log(
    "| store | turn | canaries | in files that day | after | destroyed and checked, ms |",
  );
  console.log("|---|--:|--:|--:|--:|--:|");
  for (let turn = 1; turn <= turns; turn++) {
    const seen = await evenings.turn(CANARIES);
    found += seen.after.length;
    console.log(row(store, turn, seen));
    if (seen.after.length > 0) console.log(summary(seen.after));
    if (turn === turns)
      console.log(`In memory after the last turn: ${summary(await evenings.memory())}`);
  }
  return found;
}

async function control(store: Store): Promise<void> {
  await using tree = await treeWith(CARELESS, ["web"]);
  const ways = {
    "In the clear": { inTheClear: true },
    "Sealed, without the other measures": { root: tree.folder },
    "In the clear, without the other measures": { inTheClear: true, root: tree.folder },
  };
  let both: Hit[] = [];
  for (const [name, way] of Object.entries(ways)) {
    await using evenings = await Evenings.begin({ store, ...way });
    const { before, after, receipt } = await evenings.turn(CANARIES);
    const verdict = receipt.clean ? "clean" : "not clean";
    console.log(
      `${name}, on ${store}: that day ${summary(before)}; after midnight ${summary(after)}; the receipt says ${verdict}.`,
    );
    both = after;
  }
  if (both.length === 0) throw new Error("The control found nothing: the search proves nothing.");
}

function row(store: Store, turn: number, { before, after, receipt }: Turn): string {
  const cells = [store, turn, receipt.messages, before.length, after.length];
  return `| ${[...cells, receipt.took_ms].join(" | ")} |`;
}

function summary(hits: readonly Hit[]): string {
  return (
    hits.map(({ where, form, times }) => `${form} in ${where} (${times})`).join(", ") || "nothing"
  );
}
