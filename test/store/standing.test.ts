import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { ROOM } from "../../src/room/commands.ts";
import type { Sender } from "../../src/room/ports.ts";
import { USUAL_LIMITS } from "../../src/room/speaking-limits.ts";
import { TEST_MS } from "../harness/limits.ts";
import { STORES } from "../harness/room.ts";
import { AT, dayAfter, guest, newAccount, nodesOf, say } from "./nodes.ts";

setDefaultTimeout(TEST_MS);

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

describe.each(STORES)("a standing, on %s", (store) => {
  const newDay = nodesOf(store);

  /** Says something on a node at a time, and tells the standing that it was said with. */
  async function says(
    node: Awaited<ReturnType<typeof newDay>>["here"],
    sender: Sender,
    at: number,
    ref = `${at}`,
  ) {
    const { standings, outcomes } = await node.log.append(
      [{ ...say(sender.key, "x", ref), sender }],
      at,
    );
    return { standing: standings[0], seq: Number(outcomes[0]) };
  }

  test("is new until a guest was here for three minutes, with a message that stood for one", async () => {
    const { here, there } = await newDay();
    const anna = { ...guest("anna"), since: AT };
    expect((await says(here, anna, AT)).standing).toBe("new");
    expect((await says(here, anna, AT + 3 * MINUTE - 1)).standing).toBe("new");
    expect((await says(there, anna, AT + 3 * MINUTE)).standing).toBe("heard");
    // Here for long, but silent: the message must stand for a minute.
    const bert = { ...guest("bert"), since: AT };
    expect((await says(here, bert, AT + 10 * MINUTE)).standing).toBe("new");
    expect((await says(there, bert, AT + 11 * MINUTE - 1)).standing).toBe("new");
    expect((await says(here, bert, AT + 11 * MINUTE)).standing).toBe("heard");
  });

  test("is lost on every node with the messages it came from, and comes back with them", async () => {
    const { here, there } = await newDay();
    const anna = { ...guest("anna"), since: AT };
    const { seq } = await says(here, anna, AT);
    const later = AT + 5 * MINUTE;
    expect((await says(there, anna, later)).standing).toBe("heard");
    const { result } = await here.log.apply("erase", { id: seq }, ROOM, later);
    expect((await says(there, anna, later + 1)).standing).toBe("new");
    await there.log.apply("undo", { act: result.act ?? 0 }, ROOM, later + 2);
    expect((await says(here, anna, later + 3)).standing).toBe("heard");
    expect((await says(there, anna, later + 4)).standing).toBe("heard");
  });

  test("is regular for a guest who was here for half an hour with five messages that stand", async () => {
    const { here, there } = await newDay();
    const anna = { ...guest("anna"), since: AT };
    for (const minute of [0, 1, 2, 3]) await says(here, anna, AT + minute * MINUTE);
    const half = AT + 30 * MINUTE;
    expect((await says(there, anna, half)).standing).toBe("heard");
    expect((await says(here, anna, half + 1)).standing).toBe("regular");
    expect((await says(there, anna, half + 2)).standing).toBe("regular");
  });

  test("is regular on every node with the message after five that a silent reader said at once", async () => {
    const { here, there } = await newDay();
    const anna = { ...guest("anna"), since: AT };
    const half = AT + 30 * MINUTE;
    for (const n of [0, 1, 2, 3, 4])
      expect((await says(here, anna, half + n)).standing).toBe("new");
    expect((await says(there, anna, half + 5)).standing).toBe("regular");
    expect((await says(here, anna, half + 6)).standing).toBe("regular");
  });

  test("is regular for an account that is a day old, and not within a week of a sanction", async () => {
    const { here, there } = await newDay();
    const { id, username } = await here.users.create(newAccount(), AT);
    const carl = { ...guest(`u:${id}`), name: username, kind: "user" as const, userId: id };
    const first = AT + DAY - 1;
    expect((await says(here, carl, first)).standing).toBe("new");
    expect((await says(there, carl, first + 1)).standing).toBe("regular");
    const fields = {
      message: null,
      userId: carl.userId,
      minutes: 1,
      midnight: AT + DAY,
      reason: null,
    };
    const until = first + MINUTE;
    const { result } = await here.log.apply("sanction", { kind: "mute", ...fields }, ROOM, first);
    await here.log.apply("endSanctions", {}, ROOM, until + 2);
    expect((await says(there, carl, until + 3)).standing).toBe("heard");
    expect(result.kind).toBe("mute");
    expect((await says(here, carl, first + USUAL_LIMITS.regularClean)).standing).toBe("regular");
  });

  test("is no more than pending by what was said under the shield, until it is down", async () => {
    const { here, there } = await newDay();
    const shield = (minutes: number, at: number) =>
      there.log.apply("setShield", { minutes }, ROOM, at);
    const anna = { ...guest("anna"), since: AT };
    const bert = { ...guest("bert"), since: AT };
    const carl = { ...guest("carl"), since: AT, wasHere: true };
    expect((await says(here, anna, AT)).standing).toBe("new");
    await shield(10, AT + 2 * MINUTE);
    expect((await says(here, carl, AT + 2 * MINUTE + SECOND)).standing).toBe("new");
    // Newcomers read for three minutes.
    expect((await says(there, bert, AT + 5 * MINUTE)).standing).toBe("new");
    expect((await says(here, bert, AT + 6 * MINUTE - 1)).standing).toBe("new");
    expect((await says(here, bert, AT + 6 * MINUTE)).standing).toBe("pending");
    expect((await says(there, anna, AT + 6 * MINUTE)).standing).toBe("heard");
    expect((await says(there, carl, AT + 6 * MINUTE)).standing).toBe("heard");
    await shield(12, AT + 7 * MINUTE);
    expect((await says(there, bert, AT + 19 * MINUTE - 1)).standing).toBe("pending");
    expect((await says(here, bert, AT + 19 * MINUTE)).standing).toBe("heard");
    await shield(10, AT + 20 * MINUTE);
    expect((await says(here, bert, AT + 21 * MINUTE)).standing).toBe("heard");
    await shield(0, AT + 21 * MINUTE);
  });

  test("ends with the day", async () => {
    const { here, there, day } = await newDay();
    const anna = { ...guest("anna"), since: AT };
    await says(here, anna, AT);
    expect((await says(there, anna, AT + 5 * MINUTE)).standing).toBe("heard");
    const next = dayAfter(day);
    await here.log.turnDay(next, { topic: "x", rules: "y" }, AT + 6 * MINUTE);
    expect((await says(there, anna, AT + 6 * MINUTE)).standing).toBe("new");
  });
});
