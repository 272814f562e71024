import { expect, test } from "bun:test";
import { SQL } from "bun";
import { emptyStore, openRoom } from "../harness/room.ts";
import { connect } from "../harness/sockets.ts";

test("a commit that hangs on the disk holds back its ack, and nothing else", async () => {
  const place = await emptyStore("sqlite");
  await using room = await openRoom({ env: { DATABASE_URL: place.url } });
  await using speaker = await connect(room.wsUrl);
  speaker.send({ type: "hello" });
  await speaker.next("welcome");

  // SQLite waits for another's lock as it waits for a sync: inside the call, holding its thread.
  const other = new SQL({ adapter: "sqlite", filename: place.url.replace("sqlite:", "") });
  await other`BEGIN IMMEDIATE`;
  speaker.send({ type: "say", ref: "slow", text: "Is this thing on?" });
  for (let answers = 0; answers < 20; answers++) {
    expect((await room.call("GET", "/api/today")).status).toBe(200);
    await using visitor = await connect(room.wsUrl);
    visitor.send({ type: "hello" });
    await visitor.next("welcome");
  }
  expect(speaker.events.some(({ type }) => type === "ack")).toBe(false);

  await other`COMMIT`;
  expect(await speaker.next("ack")).toMatchObject({ ref: "slow" });
  await other.close();
  await place.remove();
});
