import { Database } from "bun:sqlite";
import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { chmod, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { SQL } from "bun";
import { keyDisk } from "../../src/cli/doctor/files.ts";
import { checkSwap } from "../../src/cli/doctor/machine.ts";
import { TEST_MS } from "../harness/limits.ts";
import { needsLinux } from "../harness/needs.ts";
import { NOON_ZONE } from "../harness/noon-zone.ts";
import { STORES, type Store } from "../harness/room.ts";
import { connect } from "../harness/sockets.ts";
import { command } from "./command.ts";
import { contents } from "./contents.ts";
import { emptyPlace, endedRoom, type Place, SECRET_KEY } from "./ended-room.ts";
import { folder, type Program, start } from "./program.ts";

setDefaultTimeout(TEST_MS);

/** Something is said. */
async function live(program: Program): Promise<void> {
  await using anna = await connect(program.wsUrl);
  anna.send({ type: "hello" });
  await anna.next("welcome");
  anna.send({ type: "say", ref: "1", text: "Not for the doctor." });
  await anna.next("ack");
}

const doctor = ({ path, env }: Place, more: Record<string, string> = {}, words: string[] = []) =>
  command("doctor", path, words, { ...env, ...more });

/** Such a room that runs. */
async function runningRoom(store: Store): Promise<Place & { program: Program }> {
  const place = await emptyPlace(store);
  const program = await start(place.path, place.env);
  await live(program);
  return {
    ...place,
    program,
    [Symbol.asyncDispose]: async () => {
      await program.end("SIGKILL");
      await place[Symbol.asyncDispose]();
    },
  };
}

async function change(url: string, statement: string): Promise<void> {
  if (url.startsWith("postgres")) {
    await using sql = new SQL(url, { max: 1 });
    await sql.unsafe(statement);
    return;
  }
  const db = new Database(url.replace(/^sqlite:/, ""));
  db.run(statement);
  db.close(true);
}

/** The lines of what is not well, but that the tests' PostgreSQL does not sync. */
const amiss = (out: string) =>
  out.split("\n").filter((line) => /^(warn|fail)/.test(line) && !line.includes("fsync"));
/** What it ends with where nothing else is wrong. */
const WELL = { sqlite: 0, postgres: 1 };

describe.each(STORES)("on %s", (store) => {
  test("a room that is well is well while it runs and after its end, and nothing is changed", async () => {
    await using room = await runningRoom(store);
    const beside = await doctor(room);
    expect(beside.exitCode).toBe(WELL[store]);
    expect(amiss(beside.out)).toEqual([]);
    expect(beside.out).toMatch(/^ok {4}room: (a process runs on|nodes that run: 1)/m);
    expect(beside.out).not.toContain("Not for the doctor");
    expect(await room.program.end("SIGTERM")).toBe(0);
    const before = await contents(room.path);
    const after = await doctor(room);
    expect(after.exitCode).toBe(WELL[store]);
    expect(amiss(after.out)).toEqual([]);
    expect(after.out).toMatch(/^ok {4}room: (none runs on the file|no node is connected)/m);
    for (const says of [
      "schema",
      "it is the room's",
      `${NOON_ZONE}; the next midnight is`,
      "port",
    ]) {
      expect(after.out).toContain(says);
    }
    expect(await contents(room.path)).toEqual(before);
  });

  const FAULTS: [
    what: string,
    make: (room: Place) => unknown,
    env: Record<string, string>,
    says: RegExp,
  ][] = [
    [
      "a newer schema",
      ({ url }) => change(url, "INSERT INTO migrations VALUES (900)"),
      {},
      /^fail {2}database: schema 900 is of a newer version.*rage-room restore/,
    ],
    [
      "an older schema",
      ({ url }) => change(url, "DELETE FROM migrations WHERE number > 17"),
      {},
      /^warn {2}database: schema 17 is older: a start brings it to \d+/,
    ],
    [
      "another zone",
      () => undefined,
      { TIMEZONE: "Pacific/Kiritimati" },
      new RegExp(
        `^fail {2}zone: TIMEZONE=Pacific/Kiritimati is not the room's, ${NOON_ZONE}.*rage-room forget-today`,
      ),
    ],
    [
      "another secret",
      () => undefined,
      { SECRET_KEY: "another secret of thirty-two bytes" },
      /^warn {2}secret: it is another than the room's: after a start everyone signs in anew/,
    ],
    [
      "a day to come",
      ({ url }) => change(url, "UPDATE room SET day = '2999-01-01'"),
      {},
      /^fail {2}clock: the room is in 2999-01-01.*rage-room forget-today/,
    ],
    [
      "what is stored in the clear",
      () => undefined,
      { DAY_KEY_FILE: "none" },
      /^warn {2}sealing: DAY_KEY_FILE=none/,
    ],
    ["a log of everything", () => undefined, { LOG_LEVEL: "debug" }, /^warn {2}log: .*=debug/],
    [
      "a file for everyone",
      ({ dayKey }) => chmod(dayKey, 0o644),
      {},
      /^warn {2}files: others may open \S*\.day: chmod 600/,
    ],
    [
      "a secret's file for everyone",
      ({ path }) => writeFile(join(path, "secret"), SECRET_KEY, { mode: 0o644 }),
      { SECRET_KEY: "", SECRET_KEY_FILE: "secret" },
      /^warn {2}files: others may open \S*\/secret, which SECRET_KEY_FILE names: chmod 600/,
    ],
    [
      "a folder for everyone",
      ({ path }) => chmod(path, 0o777),
      {},
      /^fail {2}folder: everyone may write to/,
    ],
    [
      "too few open files",
      () => undefined,
      { MAX_CONNECTIONS: "1000000" },
      /^warn {2}open files: MAX_CONNECTIONS is 1000000/,
    ],
  ];

  test("each fault is found, with what to do, and a fail ends with 1", async () => {
    await using ended = await endedRoom(store, live);
    for (const [what, make, env, says] of FAULTS.slice(2)) {
      await using room = await ended.copy();
      await make(room);
      const { exitCode, out } = await doctor(room, env);
      const lines = amiss(out);
      expect({ what, found: lines.some((line) => says.test(line)), lines }).toMatchObject({
        what,
        found: true,
      });
      expect(exitCode).toBe(lines.some((line) => line.startsWith("fail")) ? 1 : WELL[store]);
    }
  });

  test.each(FAULTS.slice(0, 2))("%s is found", async (_, make, env, says) => {
    await using room = await runningRoom(store);
    expect(await room.program.end("SIGTERM")).toBe(0);
    await make(room);
    const { out } = await doctor(room, env);
    expect(amiss(out)).toEqual([expect.stringMatching(says)]);
  });
});

test("beside a node that runs, another secret is a fail", async () => {
  await using room = await runningRoom("postgres");
  const { exitCode, out } = await doctor(room, {
    SECRET_KEY: "another secret of thirty-two bytes",
  });
  expect(exitCode).toBe(1);
  expect(amiss(out)).toEqual([
    "fail  secret: the nodes that run have another SECRET_KEY: give this one theirs.",
  ]);
});

test("every wrong variable is a line, and nothing is made", async () => {
  await using here = await folder();
  const env = { PORT: "many", TIMEZONE: "Mars", DATABASE_URL: "postgres://u:hu@sh@db.invalid/x" };
  const { exitCode, out, err } = await command("doctor", here.path, [], env);
  expect(exitCode).toBe(1);
  expect(err).toMatch(/^\d things are wrong\.\n$/);
  for (const name of ["PORT", "TIMEZONE", "DATABASE_URL"]) {
    expect(out).toContain(`fail  settings: ${name}: `);
  }
  expect(out).not.toContain("hu@sh");
  expect(await contents(here.path)).toEqual({});
});

test.each([
  ["a PostgreSQL that does not answer", { DATABASE_URL: "postgres://u:hush@127.0.0.1:1/x" }],
  ["a file that is no database", { DATABASE_URL: "sqlite:text" }],
  ["another program's database", { DATABASE_URL: "sqlite:other.db" }],
])("%s is a fail, and the other checks go on", async (_, more) => {
  await using here = await folder();
  await writeFile(join(here.path, "text"), "Dear.\n".repeat(100));
  await change(`sqlite:${join(here.path, "other.db")}`, "CREATE TABLE bookmarks (id INTEGER)");
  const env = { SECRET_KEY, ...more };
  const { exitCode, out } = await command("doctor", here.path, [], env);
  expect(exitCode).toBe(1);
  expect(out).toMatch(/^fail {2}database: /m);
  expect(out).toContain("swap: ");
  expect(out).not.toContain("hush");
});

test.skipIf(needsLinux.isMissing)(
  `a program that has the database open is named, and one that has the key is a fail${needsLinux.note}`,
  async () => {
    await using room = await runningRoom("sqlite");
    for (const [file, says] of [
      [
        join(room.path, "messages.db"),
        /^warn {2}other programs: sleep \(process \d+\) has the database open/m,
      ],
      [room.dayKey, /^fail {2}other programs: sleep \(process \d+\) has the key of the day open/m],
    ] as const) {
      const reader = Bun.spawn(["sleep", "60"], { stdin: Bun.file(file) });
      try {
        expect((await doctor(room)).out).toMatch(says);
      } finally {
        reader.kill();
        await reader.exited;
      }
    }
  },
);

test("what answers on the port is told from another program", async () => {
  await using room = await runningRoom("sqlite");
  const PORT = new URL(room.program.url).port;
  expect((await doctor(room, { PORT })).out).toContain("/ready answers: the room is ready");
  using other = Bun.serve({ port: 0, hostname: "127.0.0.1", fetch: () => new Response("Hello.") });
  const { exitCode, out } = await doctor(room, { PORT: `${other.port}` });
  expect(exitCode).toBe(1);
  expect(out).toContain("fail  port: another program answers");
});

test("swap is told from none, and from memory", () => {
  const head = "Filename\t\t\t\tType\t\tSize\n";
  expect(checkSwap(head).level).toBe("ok");
  expect(checkSwap(`${head}/dev/zram0 partition 8\n`).level).toBe("ok");
  const swapped = checkSwap(`${head}/dev/sda2 partition 8\n/swapfile file 8\n`);
  expect(swapped.level).toBe("warn");
  expect(swapped.says).toContain("/dev/sda2, /swapfile may keep what was said");
});

test("a file system that writes elsewhere is told from one that overwrites, and from memory", () => {
  expect(keyDisk("/srv", 0xef53).level).toBe("ok");
  expect(keyDisk("/run", 0x01021994).says).toContain("in memory");
  for (const [type, name] of [
    [0x9123683e, "btrfs"],
    [0x2fc12fc1, "ZFS"],
    [0x794c7630, "overlayfs"],
  ] as const) {
    expect(keyDisk("/srv", type)).toMatchObject({ level: "warn" });
    expect(keyDisk("/srv", type).says).toContain(`/srv is on ${name}`);
  }
});
