import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { TEST_MS } from "../harness/limits.ts";
import { STORES } from "../harness/room.ts";
import { AT, dayAfter, newAccount, nodesOf, TOPIC } from "./nodes.ts";

setDefaultTimeout(TEST_MS);

describe.each(STORES)("the audit log, on %s", (store) => {
  const newDay = nodesOf(store);

  test("outlives midnight, and is forgotten at the first midnight after 90 days", async () => {
    const { here, there, day } = await newDay();
    const { id, username } = await here.users.create(newAccount({ isAdmin: true }), AT);
    const admin = { key: `u:${id}`, kind: "admin", userId: id } as const;
    await here.log.apply("clear", {}, admin, AT);
    const kept = () => there.log.audit(10, Number.MAX_SAFE_INTEGER);
    await here.log.turnDay(dayAfter(day), TOPIC, AT + 90 * 86_400_000);
    expect(await kept()).toMatchObject([{ act: "cleared", at: AT, actor: { id, name: username } }]);
    await here.log.turnDay(dayAfter(dayAfter(day)), TOPIC, AT + 90 * 86_400_000 + 1);
    expect(await kept()).toEqual([]);
  });
});
