/** `npm run build`: the program in one file, dist/rage-room, with its pages, threads and reference inside. */
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BunPlugin } from "bun";
import { storePages } from "../src/http/pages.ts";
import { REFERENCE_FILES, referenceFile } from "../src/http/reference.ts";

const ROOT = join(import.meta.dir, "..");
/** What `new Thread` is given, from src/. */
const THREADS = ["store/thread/worker", "accounts/hashing-thread"];

/** So many times as often must code have run before the JIT compiles it, until the room is open: src/main.ts. */
const RELUCTANCE = 8;

/** The sentences of a schema are the room's own: those of zod, in fifty languages, would be read at each start. */
const withoutLocales: BunPlugin = {
  name: "without zod's locales",
  setup(build) {
    build.onLoad({ filter: /zod\/v4\/locales\/index\.js$/ }, () => ({
      contents: 'export { default as en } from "./en.js";',
      loader: "js",
    }));
  },
};

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
  await Bun.build({
    entrypoints: ["cli", ...THREADS].map((file) => join(ROOT, `src/${file}.ts`)),
    root: join(ROOT, "src"),
    target: "bun",
    // What is imported when it is needed is read when it is needed.
    splitting: true,
    format: "esm",
    bytecode: true,
    plugins: [withoutLocales],
    compile: { outfile, assets: [join(folder, "built-in")], jitPolicy: RELUCTANCE },
  });
  const megabytes = Bun.file(outfile).size / 1e6;
  console.log(`${outfile}: ${megabytes.toFixed(0)} MB`);
}
