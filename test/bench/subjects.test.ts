import { expect, test } from "bun:test";
import { LAST_IN_ONE, LAST_MESSAGES, PEERS, ROOM, WHOLE_DAY } from "../../bench/subjects.ts";

test("everything that the benchmark starts is there", () => {
  // A file that is not is an error of the import.
  const all = [ROOM, WHOLE_DAY, LAST_MESSAGES, LAST_IN_ONE, ...PEERS];
  expect(all.map(({ command }) => command.argv.length)).not.toContain(1);
});
