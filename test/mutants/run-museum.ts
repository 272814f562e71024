/**
 * Looks whether the suite finds what was mended once: `npx bun test/mutants/run-museum.ts`, or `--only=` with a part of
 * a fault's name. Ends with 1 where a fault is not found, or for another reason than the one it is kept with.
 */
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { storePages } from "../../src/http/pages.ts";
import { aligned } from "../../torture/table.ts";
import { endProcessesOf } from "../harness/left-behind.ts";
import { startPostgres } from "../harness/postgres-server.ts";
import { useTemporaryFolder } from "../harness/temporary.ts";
import { find } from "./find-mended.ts";
import type { MendedFault } from "./mended-fault.ts";
import { MENDED } from "./museum.ts";
import { OF_THE_SUITE, treeWith } from "./tree.ts";

const { values } = parseArgs({ options: { only: { type: "string", default: "" } } });
const chosen = MENDED.filter(({ name }) => name.includes(values.only));
if (chosen.length === 0) {
  console.error(`No fault has "${values.only}" in its name.`);
  process.exit(2);
}

const stopped = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.once(signal, () => stopped.abort());
useTemporaryFolder();
const lines = await findAll();
console.log(aligned(["fault", "test", "finding", "s"], lines));
const found = lines.filter(([, , finding]) => finding === "found").length;
console.log(
  `${found} of ${chosen.length} found${stopped.signal.aborted ? ", stopped before the end" : ""}`,
);
process.exitCode = found === chosen.length ? 0 : 1;

async function findAll(): Promise<string[][]> {
  const lines: string[][] = [];
  const pages = join(tmpdir(), "pages");
  await storePages(pages);
  await using postgres = await startPostgres({ durable: false });
  await using tree = await treeWith([], OF_THE_SUITE);
  for (const [index, fault] of chosen.entries()) {
    const start = performance.now();
    const env = {
      TEST_POSTGRES_URL: postgres.url,
      ...(isOfPages(fault) ? {} : { TEST_PAGES: pages }),
    };
    const { finding, output } = await find(tree, fault, { env, ended: stopped.signal });
    // What a test that was ended had started does not know that it is over.
    await endProcessesOf(tree.folder);
    if (stopped.signal.aborted) break;
    const seconds = ((performance.now() - start) / 1_000).toFixed(1);
    console.error(`${index + 1} of ${chosen.length}: ${fault.name}: ${finding}, ${seconds} s`);
    if (finding !== "found") console.error(output);
    lines.push([fault.name, fault.test, finding, seconds]);
  }
  return lines;
}

/** The pages of the program as it is are bundled once; a fault in what they are made of wants its own. */
function isOfPages({ file, test }: MendedFault): boolean {
  return test.startsWith("test/browser/") || !file.startsWith("src/");
}
