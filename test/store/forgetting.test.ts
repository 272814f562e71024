import { expect, setDefaultTimeout, test } from "bun:test";
import { join } from "node:path";
import { openStore } from "../../src/store/store.ts";
import { folder } from "../process/program.ts";
import { AT, LIMIT, say, TOPIC } from "./nodes.ts";

setDefaultTimeout(30_000);

/** Another program that looks into the database and goes. */
const LOOK = `
  const { Database } = await import("bun:sqlite");
  const db = new Database(process.argv[1]);
  console.log(db.query("SELECT COUNT(*) AS count FROM messages").get().count);
  db.close(true);
`;

test("after a midnight that was checked, another program that looks into the file and goes costs no message", async () => {
  await using place = await folder();
  const file = join(place.path, "messages.db");
  const address = { dialect: "sqlite", file, dayKey: `${file}.day` } as const;
  const store = await openStore(address, LIMIT);
  await store.log.turnDay("2026-03-01", TOPIC, AT);
  await store.log.append([say("a", "Said on the day before.")], AT);
  await store.log.turnDay("2026-03-02", TOPIC, AT);
  const destroyed = await store.forgetting.destroy();
  expect(destroyed?.checks.map(({ what }) => what)).toContain("files");

  expect(await look(file)).toBe("0");
  await store.log.append([say("a", "Said after the other had gone.")], AT);
  expect(await look(file)).toBe("1");
  await store.close();
});

async function look(file: string): Promise<string> {
  const child = Bun.spawn([process.execPath, "-e", LOOK, file], { stdout: "pipe" });
  return (await new Response(child.stdout).text()).trim();
}
