import { expect, setDefaultTimeout, test } from "bun:test";
import { once } from "node:events";
import { existsSync, watch } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { SQL } from "bun";
import { TEST_MS } from "./limits.ts";
import { freshDatabase } from "./postgres.ts";
import { startPostgres } from "./postgres-server.ts";

setDefaultTimeout(TEST_MS);

test("two suites do not see each other's tables", async () => {
  const [mine, yours] = await Promise.all([freshDatabase(), freshDatabase()]);
  await using here = new SQL(mine.url);
  await using there = new SQL(yours.url);
  await here`CREATE TABLE said (text TEXT)`;
  const [row] = await there`SELECT to_regclass('said') AS found`;
  expect(row).toEqual({ found: null });
  await Promise.all([mine.drop(), yours.drop()]);
  await expect(here`SELECT 1`.execute()).rejects.toThrow();
});

test("a killed server comes back with what was committed, under the same address", async () => {
  await using server = await startPostgres({ durable: true });
  {
    await using sql = new SQL(server.url);
    await sql`CREATE TABLE said AS SELECT 'committed' AS text`;
    await server.kill();
    await expect(sql`SELECT 1`.execute()).rejects.toThrow();
  }
  await server.start();
  await using sql = new SQL(server.url);
  const [row] = await sql`SELECT text FROM said`;
  expect(row).toEqual({ text: "committed" });
  await server.stop();
});

test("a server that died by itself is ended and started as one that runs", async () => {
  await using server = await startPostgres({ durable: true });
  const [pid] = (await Bun.file(join(server.data, "postmaster.pid")).text()).split("\n");
  process.kill(Number(pid), "SIGKILL");
  const answers = async () => {
    await using sql = new SQL(server.url, { max: 1 });
    return sql`SELECT 1`.then(
      () => true,
      () => false,
    );
  };
  while (await answers());
  await server.kill();
  await server.start();
  expect(await answers()).toBe(true);
  await server.stop();
});

test("a server goes, files and all, with the process that started it", async () => {
  const script = `
    const { startPostgres } = await import("./postgres-server.ts");
    const { SQL } = await import("bun");
    const { url } = await startPostgres({ durable: false });
    const [row] = await new SQL(url)\`SHOW data_directory\`;
    await Bun.write(Bun.stdout, row.data_directory);
    process.kill(process.pid, "SIGKILL");
  `;
  const watcher = watch(tmpdir());
  const dying = Bun.spawn([process.execPath, "-e", script], {
    cwd: import.meta.dir,
    env: { ...process.env },
    stdout: "pipe",
  });
  const folder = dirname(await new Response(dying.stdout).text());
  expect(folder).toStartWith(`${tmpdir()}/rage-room-postgres-`);
  while (existsSync(folder)) await once(watcher, "change");
  watcher.close();
});
