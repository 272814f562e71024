import { describe, expect, setDefaultTimeout, test } from "bun:test";
import type { Ask } from "../../src/room/commands.ts";
import { TEST_MS } from "../harness/limits.ts";
import { STORES } from "../harness/room.ts";
import { AT, guest, nodesOf, say } from "./nodes.ts";

setDefaultTimeout(TEST_MS);

const erase = (key: string, id: number): Ask => ({
  name: "eraseOwn",
  input: { id },
  actor: guest(key),
});
const forget = (key: string): Ask => ({ name: "eraseOwn", input: {}, actor: guest(key) });
const undo = (key: string, act: number): Ask => ({
  name: "undo",
  input: { act },
  actor: guest(key),
});

describe.each(STORES)("commands that share a transaction, on %s", (store) => {
  const newDay = nodesOf(store);

  test("run one after the other, each on what the one before left, and a refusal stops none of them", async () => {
    const { here, there, head, day } = await newDay();
    await here.log.append([say("a", "one"), say("b", "two"), say("a", "three")], AT);
    const first = head + 4;
    const { events, result } = await there.log.applyAll(
      [
        erase("a", head + 1),
        erase("a", head + 2),
        erase("a", head + 1),
        forget("a"),
        undo("b", first),
        undo("a", first),
        forget("nobody"),
      ],
      AT,
    );
    const gone = { code: "not_found" };
    expect(result).toMatchObject([
      { done: { eraseOwn: { act: first, count: 1 } } },
      { refused: gone },
      { refused: gone },
      { done: { eraseOwn: { act: first + 1, count: 1 } } },
      { refused: gone },
      { done: { undo: 1 } },
      { done: { eraseOwn: { act: null, count: 0 } } },
    ]);
    expect(events.map(({ type, seq }) => [type, seq])).toEqual([
      ["deleted", first],
      ["removed", first + 1],
      ["restored", first + 2],
    ]);
    expect(await here.log.after(first - 1, 10, day)).toEqual(events);
    expect((await here.log.history(day, 10)).map(({ text }) => text)).toEqual(["one", "two"]);
  });

  test("take no place of the log where nothing comes of them", async () => {
    const { here, head } = await newDay();
    await here.log.append([say("b", "two")], AT);
    const { events } = await here.log.applyAll([forget("a"), undo("a", head + 1)], AT);
    expect(events).toEqual([]);
    expect((await here.log.state()).seq).toBe(head + 1);
  });
});
