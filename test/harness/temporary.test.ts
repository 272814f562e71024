import { expect, test } from "bun:test";
import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { folder } from "../process/program.ts";
import { TEST_MS } from "./limits.ts";

const ROOT = join(import.meta.dir, "../..");

const ENDS = {
  passes: "",
  fails: "throw new Error('no');",
  "is killed": 'process.kill(process.pid, "SIGKILL");',
};

test.each(Object.entries(ENDS))(
  "a test file that %s leaves nothing in the temporary folder",
  async (_how, end) => {
    await using here = await folder();
    await using place = await folder();
    const file = join(place.path, "leaves.test.ts");
    await Bun.write(
      file,
      `import { test } from "bun:test";
       import { mkdtempSync } from "node:fs";
       import { tmpdir } from "node:os";
       test("leaves", () => {
         console.error("made", mkdtempSync(tmpdir() + "/left-"));
         ${end}
       });`,
    );
    const runner = Bun.spawn([process.execPath, "test", file], {
      cwd: ROOT,
      env: { ...process.env, TMPDIR: here.path },
      stdout: "ignore",
      stderr: "pipe",
    });
    const said = await new Response(runner.stderr).text();
    await runner.exited;
    const [, made = ""] = /^made (.*)$/m.exec(said) ?? [];
    expect(made).toStartWith(join(here.path, "rage-room-run-"));
    while ((await readdir(here.path)).length > 0) await Bun.sleep(20);
    expect(existsSync(made)).toBe(false);
  },
  TEST_MS,
);

test("every test has the temporary folder of its run", () => {
  expect(basename(tmpdir())).toStartWith("rage-room-run-");
});
