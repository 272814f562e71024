import { expect, test } from "bun:test";
import { ROOM } from "../../src/room/commands.ts";
import { speakingLimits } from "../../src/room/speaking-limits.ts";
import { openHere } from "../../src/store/open-here.ts";
import { Relay } from "../../torture/network-relay.ts";
import { freshDatabase } from "../harness/postgres.ts";

const DAY = "2026-03-01";
const TOPIC = { topic: "Trains", rules: "Be loud." };

test("a connection to PostgreSQL that dies without a word fails its call, and the next one works", async () => {
  const database = await freshDatabase();
  const url = new URL(database.url);
  await using relay = await Relay.open(Number(url.port));
  url.port = `${relay.port}`;
  const store = await openHere(
    { dialect: "postgres", url: url.href, dayKey: null, secret: "" },
    speakingLimits(25),
    // More than a call takes on the busiest machine.
    { timeoutMs: 3_000 },
  );
  await store.log.turnDay(DAY, TOPIC, 0);
  const rings: number[] = [];
  const heard = Promise.withResolvers<void>();
  let connections = 0;
  const listening = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  await store.log.follow((seq) => {
    if (seq === undefined) listening[connections++]?.resolve();
    else if (rings.push(seq) > 0) heard.resolve();
  });
  await listening[0]?.promise;

  relay.abandon();
  await expect(store.log.apply("setTopic", { topic: "Buses" }, ROOM, 0)).rejects.toThrow();
  await listening[1]?.promise;
  const { events } = await store.log.apply("setTopic", { topic: "Trams" }, ROOM, 0);
  await heard.promise;
  expect(rings).toEqual(events.map(({ seq }) => seq));

  relay.abandon();
  await expect(store.log.history(DAY, 10)).rejects.toThrow();
  expect(await store.log.history(DAY, 10)).toEqual([]);

  await store.close();
  await database.drop();
});
