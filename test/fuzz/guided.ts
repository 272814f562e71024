/**
 * Changes inputs towards code that none reached before: `npx bun test/fuzz/guided.ts --seconds=60 --seed=1`.
 * Bun cannot say which code ran, so this runs in Node, whose V8 can. What reached something new joins
 * corpus.json, what broke a promise failed.json; the suite tries both again.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import corpus from "./corpus.json";
import failed from "./failed.json";
import { Corpus, Found, type Plan } from "./guided-plan.ts";

const { values } = parseArgs({
  options: {
    /** For each of what takes inputs. */
    seconds: { type: "string", default: "60" },
    seed: { type: "string", default: "1" },
  },
});
const folder = await mkdtemp(join(tmpdir(), "rage-room-fuzz-"));
const bundle = join(folder, "loop.mjs");
const entrypoints = [join(import.meta.dir, "guided-loop.ts")];
const built = await Bun.build({ entrypoints, target: "node", format: "esm" });
await Bun.write(bundle, (await built.outputs[0]?.text()) ?? "");
const plan: Plan = {
  ms: Number(values.seconds) * 1_000,
  seed: Number(values.seed),
  corpus: Corpus.parse(corpus),
};
const node = Bun.spawn(["node", bundle, JSON.stringify(plan)], {
  stdout: "pipe",
  stderr: "inherit",
});
const lines = (await new Response(node.stdout).text()).trim().split("\n");
await rm(folder, { recursive: true });
if ((await node.exited) !== 0) throw new Error("The loop did not come to its end.");

const found = lines.map((line) => Found.parse(JSON.parse(line)));
console.log(
  "| What takes them | inputs | pieces reached | by the seeds alone | kept | broke a promise |",
);
console.log("|---|--:|--:|--:|--:|--:|");
for (const { target, inputs, reached, bySeeds, corpus: kept, failures } of found) {
  console.log(
    `| ${[target, inputs, reached, bySeeds, kept.length, failures.length].join(" | ")} |`,
  );
  for (const { input, error } of failures) console.log(JSON.stringify({ target, input, error }));
}
const failures = found.flatMap(({ target, failures }) =>
  failures.map(({ input }) => ({ target, input })),
);
await keep("corpus", Object.fromEntries(found.map(({ target, corpus: kept }) => [target, kept])));
if (failures.length > 0) await keep("failed", [...failed, ...failures]);
process.exit(failures.length === 0 ? 0 : 1);

async function keep(name: string, what: unknown): Promise<void> {
  await Bun.write(join(import.meta.dir, `${name}.json`), `${JSON.stringify(what, null, 2)}\n`);
}
