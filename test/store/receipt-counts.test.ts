import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { ROOM } from "../../src/room/commands.ts";
import { TEST_MS } from "../harness/limits.ts";
import { STORES } from "../harness/room.ts";
import { DAY, linkedRoom } from "./linked-room.ts";
import { AT, dayAfter, guest, nodesOf, say, TOPIC } from "./nodes.ts";

setDefaultTimeout(TEST_MS);

describe.each(STORES)("the receipt of a day, on %s", (store) => {
  const newDay = nodesOf(store);

  test("counts everything that was said and everyone who said it, deleted and cleared too", async () => {
    const { here, there, head, day } = await newDay();
    await here.log.append([say("a", "one"), say("b", "two"), say("b", "three")], AT);
    await here.log.apply("eraseOwn", { id: head + 1 }, guest("a"), AT);
    await there.log.apply("clear", {}, ROOM, AT);
    await there.log.append([say("c", "four")], AT);
    await here.log.turnDay(dayAfter(day), TOPIC, AT);
    expect(await here.destruction.destroy()).toMatchObject({ day, messages: 4, people: 3 });
  });

  test("finds a message that says it is of the day that ended, though its place is after it", async () => {
    await using room = await linkedRoom(store);
    const { log, destruction } = await room.open();
    await log.append([say("a", "one")], AT);
    await log.turnDay(dayAfter(DAY), TOPIC, AT);
    await log.append([say("a", "two"), say("b", "three")], AT);
    await room.sql`UPDATE messages SET date_created = ${DAY} WHERE id = (SELECT seq FROM room)`;
    const destroyed = await destruction.destroy();
    expect(destroyed?.checks).toContainEqual({ what: "rows", found: 1, ok: false });
  });
});
