import { expect, test } from "bun:test";
import { connect } from "../harness/sockets.ts";
import { folder, start } from "./program.ts";

test("where few files may be open, the log says how many connections that leaves, and one more is told 1013", async () => {
  await using place = await folder();
  await using program = await start(place.path, {}, "80 files");
  const [, said] = await program.printed(
    /MAX_CONNECTIONS is 10000, but this process may have 80 files open: the room is full at (\d+) connections/,
  );
  const most = Number(said);
  const enter = async () => {
    const client = await connect(program.wsUrl);
    client.send({ type: "hello" });
    const welcome = client.next("welcome").then(() => 0);
    return Promise.race([welcome, client.closed.then(({ code }) => code)]);
  };
  const codes: number[] = [];
  for (let number = 0; number < 100; number++) codes.push(await enter());
  expect(codes.filter((code) => code === 0)).toHaveLength(most);
  expect(codes.slice(most).every((code) => code === 1013)).toBe(true);
  expect((await fetch(`${program.url}/health`)).status).toBe(200);
});
