import { expect, test } from "bun:test";
import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { countInFolder } from "../../src/store/erasure/byte-search.ts";
import { folder } from "../process/program.ts";

test("files are searched once each, also where one is renamed all the time", async () => {
  await using here = await folder();
  const names = [
    join(here.path, "000000010000000000000036"),
    join(here.path, "000000010000000000000066"),
  ];
  await writeFile(join(here.path, "another"), "secrets again");
  await writeFile(names[0] ?? "", "so much for secrets");
  let isOver = false;
  const renames = (async () => {
    for (let at = 0; !isOver; at = 1 - at) await rename(names[at] ?? "", names[1 - at] ?? "");
  })();
  const found: number[] = [];
  for (let time = 0; time < 100; time++)
    found.push(await countInFolder(here.path, [Buffer.from("secrets")]));
  isOver = true;
  await renames;
  expect(new Set(found)).toEqual(new Set([2]));
});
