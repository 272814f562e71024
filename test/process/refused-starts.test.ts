import { Database } from "bun:sqlite";
import { describe, expect, test } from "bun:test";
import {
  chmod,
  chown,
  copyFile,
  link,
  mkdir,
  readdir,
  stat,
  symlink,
  truncate,
  writeFile,
} from "node:fs/promises";
import { join } from "node:path";
import { $ } from "bun";
import { needs } from "../harness/needs.ts";
import { fail, folder, start } from "./program.ts";

const root = needs("root", process.getuid?.() === 0);
const NOBODY = 65_534;

async function closedRoom(path: string): Promise<string> {
  await using program = await start(path);
  await fetch(`${program.url}/health`);
  expect(await program.end("SIGTERM")).toBe(0);
  return join(path, "messages.db");
}

function change(file: string, ...statements: string[]): void {
  const db = new Database(file);
  for (const statement of statements) db.run(statement);
  db.close(true);
}

async function foreign(file: string, ...statements: string[]): Promise<void> {
  await writeFile(file, "");
  change(file, ...statements);
}

/** What is done to a folder, and what the one sentence says of it. */
interface Mistake {
  what: string;
  says: string[];
  env?: Record<string, string>;
  make?: (path: string) => Promise<void>;
}

const MISTAKES: Mistake[] = [
  {
    what: "a host that has no address",
    says: ["HOST", "nohost", "127.0.0.1"],
    env: { HOST: "nohost" },
  },
  { what: "a host that is no address", says: ["HOST", "256.1.1.1"], env: { HOST: "256.1.1.1" } },
  {
    what: "an address of another machine",
    says: ["HOST", "192.0.2.9"],
    env: { HOST: "192.0.2.9" },
  },
  {
    what: "a key file in a folder that is not there",
    says: ["DAY_KEY_FILE", "no/such/key"],
    env: { DAY_KEY_FILE: "no/such/key" },
  },
  {
    what: "a database in a pipe",
    says: ["pipe.db cannot be opened. It is no file."],
    env: { DATABASE_URL: "sqlite:./pipe.db" },
    make: async (path) => void (await $`mkfifo -m 644 ${join(path, "pipe.db")}`),
  },
  {
    what: "a key in a pipe",
    says: ["pipe", "it is no file", "DAY_KEY_FILE"],
    env: { DAY_KEY_FILE: "pipe" },
    make: async (path) => void (await $`mkfifo -m 644 ${join(path, "pipe")}`),
  },
  {
    what: "a key file without a key",
    says: ["messages.db.day", "holds no key"],
    make: async (path) => {
      await writeFile(join(path, "messages.db.day"), "not a key");
    },
  },
  {
    what: "a link to nothing as the database",
    says: ["DATABASE_URL", "leads to no file"],
    make: async (path) => symlink("none.db", join(path, "messages.db")),
  },
  {
    what: "a link to nothing as a key file",
    says: ["messages.db.day", "leads to no file", "Move it away"],
    make: async (path) => symlink("none", join(path, "messages.db.day")),
  },
  {
    what: "a folder as the lock",
    says: ["messages.db.lock", "It is a folder", "Move it away"],
    make: async (path) => void (await mkdir(join(path, "messages.db.lock"))),
  },
  {
    what: "a device as a key file",
    says: ["/dev/full", "no file", "DAY_KEY_FILE"],
    env: { DAY_KEY_FILE: "/dev/full" },
  },
  {
    what: "a name that no file may have",
    says: ["DATABASE_URL", "name too long"],
    env: { DATABASE_URL: `sqlite:${"a".repeat(300)}.db` },
  },
  {
    what: "a folder's name as the database",
    says: ["DATABASE_URL", "x/"],
    env: { DATABASE_URL: "sqlite:x/" },
  },
  {
    what: "a database with a second name",
    says: ["messages.db", "hard link", "Remove the other name"],
    make: async (path) => {
      const file = await closedRoom(path);
      await link(file, join(path, "other.db"));
    },
  },
  {
    what: "a secret's file without a secret",
    says: ["messages.db.key", "Remove it"],
    make: async (path) => writeFile(join(path, "messages.db.key"), "\n"),
  },
  {
    what: "a secret in a file that is not there",
    says: ["SECRET_KEY_FILE", "none cannot be read (ENOENT)"],
    env: { SECRET_KEY_FILE: "none" },
  },
  {
    what: "a secret in a file and in its variable",
    says: ["SECRET_KEY_FILE", "SECRET_KEY is set too"],
    env: { SECRET_KEY_FILE: "none", SECRET_KEY: "hush".repeat(10) },
  },
  {
    what: "a database of a newer version",
    says: ["newer version", "Start that version", "rage-room restore"],
    make: async (path) => {
      const file = await closedRoom(path);
      change(
        file,
        "INSERT INTO migrations VALUES (900)",
        "ALTER TABLE room RENAME COLUMN topic TO t",
      );
    },
  },
  {
    what: "a damaged page",
    says: ["messages.db is damaged", "Restore a backup", "rage-room restore"],
    make: async (path) => {
      const file = await closedRoom(path);
      const { size } = await stat(file);
      const bytes = Buffer.from(await Bun.file(file).bytes());
      bytes.fill(0x5a, 4_096 * 3, 4_096 * 5);
      expect(size).toBeGreaterThan(4_096 * 5);
      await writeFile(file, bytes);
    },
  },
  {
    what: "a file that was cut short",
    says: ["messages.db", "damaged"],
    make: async (path) => truncate(await closedRoom(path), 4_096 * 4),
  },
  {
    what: "another program's file",
    says: ["another program", "bookmarks", "DATABASE_URL"],
    make: (path) => foreign(join(path, "messages.db"), "CREATE TABLE bookmarks (id INTEGER)"),
  },
  {
    what: "another program's messages",
    says: ["another program", "user_id", "DATABASE_URL"],
    make: (path) =>
      foreign(
        join(path, "messages.db"),
        "CREATE TABLE messages (id INTEGER PRIMARY KEY, user TEXT, text TEXT, timestamp TEXT, date_created TEXT)",
      ),
  },
  {
    what: "a password that is not percent-encoded",
    says: ["DATABASE_URL", "percent-encoded"],
    env: { DATABASE_URL: "postgres://u:hu@sh@db.invalid/x", SECRET_KEY: "s".repeat(40) },
  },
  {
    what: "a percent sign in a password",
    says: ["DATABASE_URL", "percent-encoded"],
    env: { DATABASE_URL: "postgres://u:hush%@db.invalid/x", SECRET_KEY: "s".repeat(40) },
  },
  {
    what: "an unknown sslmode",
    says: ["DATABASE_URL", "sslmode", "verify-full"],
    env: { DATABASE_URL: "postgres://u@db.invalid/x?sslmode=nonsense", SECRET_KEY: "s".repeat(40) },
  },
];

test.each(MISTAKES)("$what is one sentence, with what to do", async ({ says, env, make }) => {
  await using here = await folder();
  await make?.(here.path);
  const { code, err, out } = await fail(here.path, { PORT: "0", ...env });
  expect(code).toBe(1);
  const lines = err.trim().split("\n");
  expect(lines.filter((line) => !line.startsWith("The room cannot start with"))).toHaveLength(1);
  for (const word of says) expect(err).toContain(word);
  expect(err).not.toContain("    at ");
  expect(out + err).not.toContain("hush");
});

/** What root may do anyway; so it is done as somebody else. */
describe.skipIf(root.isMissing)(`as an ordinary user${root.note}`, () => {
  const as = { uid: NOBODY, gid: NOBODY };
  const ours = async (path: string) => {
    for (const name of ["", ...(await readdir(path))])
      await chown(join(path, name), NOBODY, NOBODY);
  };

  test("port 80 is one sentence", async () => {
    // Some systems let everyone listen there.
    const { stdout } = Bun.spawnSync(["sysctl", "-n", "net.ipv4.ip_unprivileged_port_start"]);
    if (Number(stdout.toString()) <= 80) return;
    await using here = await folder();
    await ours(here.path);
    const { code, err } = await fail(here.path, { PORT: "80" }, as);
    expect({ code, lines: err.trim().split("\n").length }).toEqual({ code: 1, lines: 1 });
    expect(err).toContain("PORT: this user may not listen on 80");
  });

  test.each(["messages.db", "messages.db.key", "messages.db.day"])(
    "%s of another user is one sentence",
    async (name) => {
      await using here = await folder();
      await closedRoom(here.path);
      await ours(here.path);
      await chown(join(here.path, name), 0, 0);
      const { code, err } = await fail(here.path, { PORT: "0" }, as);
      expect({ code, lines: err.trim().split("\n").length }).toEqual({ code: 1, lines: 1 });
      expect(err).toContain(name);
    },
  );

  test("a file without the right to write starts once that is given, whatever was tried before", async () => {
    await using here = await folder();
    const file = await closedRoom(here.path);
    await ours(here.path);
    await chmod(file, 0o444);
    const { code, err } = await fail(here.path, { PORT: "0" }, as);
    expect(code).toBe(1);
    expect(err).toContain("is read-only for this user");
    await chmod(file, 0o644);
    await using program = await start(here.path);
    expect((await fetch(`${program.url}/health`)).status).toBe(200);
  });
});

test("a second process on one file does not start and leaves it alone; after a crash the next one does", async () => {
  await using here = await folder();
  await using first = await start(here.path);
  const second = await fail(here.path, { PORT: "0", ADMIN_PASSWORD: "a long password" });
  expect(second.code).toBe(1);
  expect(second.err).toBe(
    "The database file ./messages.db is open in another process. A SQLite room is for one process: stop the other (rage-room doctor shows what has the file open), name another file in DATABASE_URL, or use PostgreSQL for several.\n",
  );
  const linked = await fail(here.path, {
    PORT: "0",
    DATABASE_URL: `sqlite:${here.path}/messages.db`,
  });
  expect(linked.code).toBe(1);
  await symlink("messages.db", join(here.path, "link.db"));
  const byLink = await fail(here.path, { PORT: "0", DATABASE_URL: "sqlite:link.db" });
  expect(byLink.err).toContain("messages.db is open in another process");
  expect(first.output()).toContain("setup");
  await first.end("SIGKILL");
  await using third = await start(here.path);
  expect((await fetch(`${third.url}/health`)).status).toBe(200);
});

test("what it makes is its owner's alone, and what was open to others is closed to them", async () => {
  await using here = await folder();
  const file = await closedRoom(here.path);
  await chmod(file, 0o644);
  await chmod(`${file}.key`, 0o640);
  await mkdir(join(here.path, "copies"));
  await copyFile(file, join(here.path, "copies/other.db"));
  await using program = await start(here.path);
  expect((await fetch(`${program.url}/health`)).status).toBe(200);
  const names = (await readdir(here.path)).filter((name) => name.startsWith("messages.db"));
  expect(names).toContain("messages.db-wal");
  for (const name of names) {
    expect(`${name} ${((await stat(join(here.path, name))).mode & 0o777).toString(8)}`).toBe(
      `${name} 600`,
    );
  }
});
