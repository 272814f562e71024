import { describe, expect, setDefaultTimeout, test } from "bun:test";
import type { CommandInput } from "../../src/room/commands.ts";
import { ROOM } from "../../src/room/commands.ts";
import { TEST_MS } from "../harness/limits.ts";
import { STORES } from "../harness/room.ts";
import { AT, codes, dayAfter, guest, newAccount, nodesOf, say, TOPIC } from "./nodes.ts";

setDefaultTimeout(TEST_MS);

const HOUR = 3_600_000;

const wanted = (
  kind: "mute" | "ban",
  target: Partial<CommandInput<"sanction">>,
): CommandInput<"sanction"> => ({
  kind,
  message: null,
  userId: null,
  minutes: null,
  midnight: AT + HOUR,
  reason: null,
  ...target,
});

describe.each(STORES)("sanctions in the store, on %s", (store) => {
  const newDay = nodesOf(store);
  const from = (key: string, range: string, since: number) => ({
    sender: { ...guest(key), range, since },
    ref: null,
    text: "hey",
  });

  test("hold in the next commit of every node, for a guest and for later passes of the range", async () => {
    const { here, there, head } = await newDay();
    await here.log.append([from("a", "r", AT - HOUR), from("b", "r", AT - HOUR)], AT);
    const ban = await here.log.apply("sanction", wanted("ban", { message: head + 1 }), ROOM, AT);
    expect(ban.result).toMatchObject({ id: head + 3, until: AT + HOUR, count: 1 });
    const { outcomes } = await there.log.append(
      [
        from("a", "elsewhere", AT - HOUR),
        from("c", "r", AT),
        from("b", "r", AT - HOUR),
        from("d", "another", AT + 1),
      ],
      AT + 1,
    );
    expect(codes(outcomes)).toEqual(["banned", "banned", head + 5, head + 6]);
    await there.log.apply("liftSanction", { id: head + 3 }, ROOM, AT + 2);
    expect(codes((await here.log.append([from("c", "r", AT)], AT + 3)).outcomes)).toEqual([
      head + 8,
    ]);
  });

  test("refuse until their end with the seconds that are left, and a new one takes the place of the old", async () => {
    const { here, there, head } = await newDay();
    await here.log.append([say("a", "loud")], AT);
    const mute = (minutes: number) =>
      here.log.apply("sanction", wanted("mute", { message: head + 1, minutes }), ROOM, AT);
    await mute(30);
    await mute(10);
    const { outcomes } = await there.log.append([say("a", "x")], AT + 1_000);
    expect(outcomes).toMatchObject([{ code: "muted", retryAfter: 599 }]);
    expect((await here.log.state()).sanctions).toMatchObject([{ until: AT + 600_000 }]);
    expect(codes((await there.log.append([say("a", "x")], AT + 600_000)).outcomes)).toEqual([
      head + 4,
    ]);
    await here.log.apply("endSanctions", {}, ROOM, AT + 600_000);
    expect((await there.log.state()).sanctions).toEqual([]);
  });
});

describe.each(STORES)("at midnight the sanctions, on %s", (store) => {
  const newDay = nodesOf(store);

  test("of guests are destroyed with the day, and an account's are kept", async () => {
    const { here, there, head, day } = await newDay();
    const { id } = await here.users.create(newAccount(), AT);
    await here.log.append([say("a", "loud")], AT);
    await here.log.apply("sanction", wanted("mute", { message: head + 1 }), ROOM, AT);
    await here.log.apply("sanction", wanted("mute", { userId: id }), ROOM, AT);
    await here.log.turnDay(dayAfter(day), TOPIC, AT + HOUR);
    expect((await there.log.state()).sanctions).toMatchObject([{ userId: id, until: null }]);
    const destroyed = await here.destruction.destroy();
    expect(destroyed?.checks).toContainEqual({ what: "rows", found: 0, ok: true });
    const { seq } = await here.log.state();
    expect(codes((await there.log.append([say("a", "hey")], AT + HOUR)).outcomes)).toEqual([
      seq + 1,
    ]);
  });
});
