/**
 * `npm run release -- --key=FILE`: what a release is, in one folder. The program in one file for this
 * machine's kind, what it is made of, what is new in it, their sums, and a signature by that SSH key.
 */
import { cp, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { name, version } from "../package.json";
import { notesOf } from "./release/changelog.ts";
import { sbomOf } from "./release/sbom.ts";

const ROOT = join(import.meta.dir, "..");
/** For what the signature is made: one of the same key for something else is none of a release. */
const NAMESPACE = "rage-room-release";

const { values } = parseArgs({
  options: { key: { type: "string" }, out: { type: "string" } },
});
try {
  await release(values.key, values.out ?? join(ROOT, "release"));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function release(key: string | undefined, out: string): Promise<void> {
  if (key === undefined) throw new Error("Name the key that signs: --key=FILE, an SSH key.");
  const notes = notesOf(version, await Bun.file(join(ROOT, "CHANGELOG.md")).text());
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const program = `${name}-${version}-${process.platform}-${process.arch}`;
  await run(["bun", join(ROOT, "bin/build.ts"), join(out, program)]);
  await checkVersion(join(out, program));
  const sbom = `${name}-${version}.cdx.json`;
  await Bun.write(join(out, sbom), await sbomOf(ROOT, name, await sumOf(join(out, program))));
  await Bun.write(join(out, "NOTES.md"), notes);
  await cp(join(ROOT, "LICENSE"), join(out, "LICENSE"));
  const files = [program, sbom, "NOTES.md", "LICENSE"];
  const sums = await Promise.all(
    files.map(async (file) => `${await sumOf(join(out, file))}  ${file}`),
  );
  await Bun.write(join(out, "SHA256SUMS"), `${sums.join("\n")}\n`);
  await run(["ssh-keygen", "-Y", "sign", "-f", key, "-n", NAMESPACE, join(out, "SHA256SUMS")]);
  console.log([...files, "SHA256SUMS", "SHA256SUMS.sig"].map((file) => join(out, file)).join("\n"));
}

async function checkVersion(program: string): Promise<void> {
  const said = (await run([program, "version"])).trim();
  if (said !== version) throw new Error(`The program says that it is ${said}, not ${version}.`);
}

async function sumOf(file: string): Promise<string> {
  const sum = new Bun.CryptoHasher("sha256");
  for await (const bytes of Bun.file(file).stream()) sum.update(bytes);
  return sum.digest("hex");
}

async function run([command = "", ...words]: string[]): Promise<string> {
  const file = command === "bun" ? process.execPath : command;
  const child = Bun.spawn([file, ...words], { stdin: "ignore", stderr: "pipe" });
  const [out, err] = await Promise.all([
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
  ]);
  if ((await child.exited) !== 0)
    throw new Error(`${command} ended with ${child.exitCode}.\n${err}`);
  return out;
}
