import { expect, test } from "bun:test";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { Thread } from "../../src/process/thread.ts";

const SRC = join(import.meta.dir, "../../src");
const ANSWERS = JSON.stringify(join(import.meta.dir, "../../src/process/thread.ts"));

/** A thread that runs `program`, which may use `answerCalls`. */
async function threadOf(program: string) {
  const folder = await mkdtemp(join(tmpdir(), "rage-room-thread-"));
  const script = join(folder, "script");
  await Bun.write(`${script}.ts`, `import { answerCalls } from ${ANSWERS};\n${program}`);
  const thread = new Thread<string>(relative(SRC, script));
  const end = async () => {
    thread.end();
    await rm(folder, { recursive: true });
  };
  return { thread, [Symbol.asyncDispose]: end };
}

test("each call of a thread gets its own answer, whichever is first", async () => {
  await using slow = await threadOf(`
    let answerFirst;
    answerCalls(self, (call) => call === "first"
      ? new Promise((resolve) => (answerFirst = () => resolve("to the first")))
      : (answerFirst(), Promise.resolve("to the second")));`);
  const answers = [slow.thread.call<string>("first"), slow.thread.call<string>("second")];
  expect(await Promise.all(answers)).toEqual(["to the first", "to the second"]);
});

test("a thread that ends by a fault fails what it was called for, and what it is called for later", async () => {
  await using broken = await threadOf(`
    self.onmessage = () => { throw new Error("broken"); };`);
  await expect(broken.thread.call("one")).rejects.toThrow("broken");
  await expect(broken.thread.call("a third")).rejects.toThrow("broken");
});
