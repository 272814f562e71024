import { accessSync, constants, existsSync, statfsSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Config } from "../../config.ts";
import { IN_FILES } from "../../variables.ts";
import type { Env } from "../arguments.ts";
import { type Finding, fail, ok, warn } from "../findings.ts";

/** As in Linux's `linux/magic.h`: what is overwritten there goes elsewhere, and the old block stays. */
const COPY_ON_WRITE = new Map([
  [0x9123683e, "btrfs"],
  [0x2fc12fc1, "ZFS"],
  [0x794c7630, "overlayfs"],
  [0xca451a4e, "bcachefs"],
  [0xf2f52010, "F2FS"],
]);
const IN_MEMORY = new Set([0x01021994, 0x858458f6]);
const OVER_A_NETWORK = new Map([
  [0x6969, "NFS"],
  [0xff534d42, "SMB"],
  [0xfe534d42, "SMB"],
  [0x65735546, "FUSE"],
]);
const KEY = "key of the day";
const FOR_OTHERS = 0o077;
const LITTLE_BYTES = 256 * 1024 * 1024;
const R_W = constants.R_OK | constants.W_OK;

/** The files that the room makes, where they lie, and what their disk does with them. */
export async function* checkFiles({ database }: Config, env: Env): AsyncGenerator<Finding> {
  const { dayKey } = database;
  const ours =
    database.dialect === "sqlite"
      ? ["", "-wal", "-shm", ".lock", ".key"].map((end) => `${database.file}${end}`)
      : [];
  const files = dayKey === null ? ours : [...ours, dayKey];
  for (const folder of new Set(files.map((file) => dirname(resolve(file))))) {
    yield checkFolder(folder);
  }
  yield checkModes(files.filter((file) => existsSync(file)));
  yield* checkSecretFiles(env);
  if (database.dialect === "sqlite") yield* checkDisk(dirname(resolve(database.file)));
  if (dayKey !== null) yield checkKeyDisk(dirname(resolve(dayKey)));
}

function checkFolder(folder: string): Finding {
  try {
    accessSync(folder, R_W | constants.X_OK);
  } catch {
    return fail("folder", `${folder} is not there, or this user may not write to it.`);
  }
  const isOpen = (statSync(folder).mode & 0o1002) === 0o002;
  if (isOpen) return fail("folder", `everyone may write to ${folder}: chmod o-w ${folder}`);
  return ok("folder", `${folder} can be written to`);
}

function checkModes(files: readonly string[]): Finding {
  const closed = files.filter((file) => !isUsable(file));
  if (closed.length > 0) {
    return fail("files", `this user may not read and write ${closed.join(", ")}: give it them.`);
  }
  const owners = new Set(files.map((file) => statSync(file).uid));
  if (owners.size > 1) {
    return fail("files", `${files.join(", ")} belong to several users: give all to the room's.`);
  }
  const open = files.filter((file) => (statSync(file).mode & FOR_OTHERS) !== 0);
  if (open.length > 0) {
    return warn("files", `others may open ${open.join(", ")}: chmod 600, as the next start does.`);
  }
  return ok("files", files.length === 0 ? "there are none yet" : "they are their owner's alone");
}

/** What lies in /run is handed to the room alone, by systemd or a container's engine. */
function* checkSecretFiles(env: Env): Generator<Finding> {
  for (const name of IN_FILES) {
    const file = resolve(env[name]?.trim() ?? "");
    if (!env[name]?.trim() || file.startsWith("/run/")) continue;
    const isOpen = (statSync(file).mode & FOR_OTHERS) !== 0;
    if (isOpen) yield warn("files", `others may open ${file}, which ${name} names: chmod 600.`);
  }
}

function isUsable(file: string): boolean {
  try {
    accessSync(file, R_W);
    return true;
  } catch {
    return false;
  }
}

async function* checkDisk(folder: string): AsyncGenerator<Finding> {
  if (!existsSync(folder)) return;
  const { type, bavail, bsize } = statfsSync(folder);
  const network = OVER_A_NETWORK.get(type >>> 0);
  if (network !== undefined) {
    yield warn("disk", `${folder} is on ${network}, where SQLite's locks and syncs may not hold.`);
  }
  const megabytes = Math.floor((bavail * bsize) / 1e6);
  yield bavail * bsize < LITTLE_BYTES
    ? warn("disk", `${megabytes} MB are free; on a full disk every message is refused.`)
    : ok("disk", `${megabytes} MB are free`);
}

function checkKeyDisk(folder: string): Finding {
  if (!existsSync(folder)) return fail(KEY, `${folder} is not there.`);
  return keyDisk(folder, statfsSync(folder).type >>> 0);
}

/** `type`: the file system's number. Elsewhere than on Linux they are others, and name nothing here. */
export function keyDisk(folder: string, type: number): Finding {
  if (IN_MEMORY.has(type)) return ok(KEY, "it is in memory, and never on a disk");
  const copies = COPY_ON_WRITE.get(type);
  if (copies === undefined) return ok(KEY, "it is overwritten where it stands");
  return warn(
    KEY,
    `${folder} is on ${copies}, which writes elsewhere: old blocks may keep a key past midnight. Set DAY_KEY_FILE to a file on a tmpfs, such as /run/rage-room.day.`,
  );
}
