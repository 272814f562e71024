import { expect, setDefaultTimeout, test } from "bun:test";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TEST_MS } from "../harness/limits.ts";

setDefaultTimeout(TEST_MS);

const FILES = 2_000;
const PROCESSES = 3;

/** All processes make the same files in the same order, so that many are made by several at once. */
const MAKE_ALL = `
  const { makePrivate } = await import("../../src/store/database/file-lock.ts");
  for (let file = 0; file < ${FILES}; file++) makePrivate(process.argv[1] + "/" + file);
`;

test("a file that several make at the same moment is made for each of them, for its owner only", async () => {
  const folder = mkdtempSync(join(tmpdir(), "rage-room-"));
  const ends = Array.from({ length: PROCESSES }, async () => {
    const command = [process.execPath, "-e", MAKE_ALL, folder];
    const made = Bun.spawn(command, { cwd: import.meta.dir, stderr: "pipe" });
    return { complaint: await new Response(made.stderr).text(), code: await made.exited };
  });
  const fine = { complaint: "", code: 0 };
  expect(await Promise.all(ends)).toEqual(Array.from({ length: PROCESSES }, () => fine));
  expect(statSync(join(folder, "0")).mode & 0o777).toBe(0o600);
  rmSync(folder, { recursive: true });
});
