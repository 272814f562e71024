/**
 * Writes the letters that look alike from Unicode's own table (UTS #39, confusables.txt), as ICU
 * carries it inside Node.js: `npx bun bin/confusables.ts` reads the `node` that is found in PATH.
 */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { z } from "zod";

const FILE = join(import.meta.dir, "../src/room/confusables.json");
/** ICU4C, uspoof_impl.h: what a table begins with, and the version of its layout. */
const MAGIC = Buffer.from([0xef, 0xfd, 0x45, 0x38, 2, 0, 0, 0]);
const Versions = z.object({ node: z.string(), icu: z.string(), unicode: z.string() });

const node = Bun.which("node");
if (node === null) throw new Error("There is no node in PATH.");
const versions = Versions.parse(
  JSON.parse(execFileSync(node, ["-p", "JSON.stringify(process.versions)"], { encoding: "utf8" })),
);
const program = Buffer.from(await Bun.file(node).arrayBuffer());
const letters = [...read(program)].sort(([one], [other]) => (one < other ? -1 : 1));
const data = {
  source: `Unicode ${versions.unicode}, confusables.txt, by ICU ${versions.icu} in Node.js ${versions.node}`,
  licence: "Unicode-3.0, https://www.unicode.org/license.txt",
  lines: letters.map((pair) => pair.join("")).join("\n"),
};
await Bun.write(FILE, `${JSON.stringify(data)}\n`);

/** Each letter with what it looks like. */
function* read(bytes: Buffer): Generator<[string, string]> {
  const start = bytes.indexOf(MAGIC);
  if (start < 0) throw new Error("This node carries no table: it needs one with all of ICU.");
  const table = bytes.subarray(start);
  const field = (index: number) => table.readInt32LE(12 + 4 * index);
  const [keys, count, values, strings] = [field(0), field(1), field(2), field(4)];
  for (let index = 0; index < count; index++) {
    const key = table.readUInt32LE(keys + 4 * index);
    const value = table.readUInt16LE(values + 2 * index);
    const length = (key >>> 24) + 1;
    const from = strings + 2 * value;
    // One unit stands in place of its offset.
    const lookalike =
      length === 1
        ? String.fromCharCode(value)
        : table.toString("utf16le", from, from + 2 * length);
    yield [String.fromCodePoint(key & 0xffffff), lookalike];
  }
}
