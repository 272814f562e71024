/** `npm run build`: the program in one file, dist/rage-room, with its pages, threads and reference inside. */
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { storePages } from "../src/http/pages.ts";
import { REFERENCE_FILES, referenceFile } from "../src/http/reference.ts";

const ROOT = join(import.meta.dir, "..");
/** What `new Thread` is given, from src/. */
const THREADS = ["store/thread/worker", "accounts/hashing-thread"];

const outfile = process.argv[2] ?? join(ROOT, "dist/rage-room");
const folder = await mkdtemp(join(tmpdir(), "rage-room-build-"));
try {
  await collect(join(folder, "built-in"));
  await compile();
} finally {
  await rm(folder, { recursive: true });
}

async function collect(builtIn: string): Promise<void> {
  await storePages(builtIn);
  for (const name of REFERENCE_FILES) await cp(referenceFile(name), join(builtIn, name));
}

async function compile(): Promise<void> {
  const { outputs } = await Bun.build({
    entrypoints: ["cli", ...THREADS].map((file) => join(ROOT, `src/${file}.ts`)),
    root: join(ROOT, "src"),
    target: "bun",
    compile: { outfile, assets: [join(folder, "built-in")] },
  });
  const megabytes = outputs.reduce((sum, { size }) => sum + size, 0) / 1e6;
  console.log(`${outfile}: ${megabytes.toFixed(1)} MB`);
}
