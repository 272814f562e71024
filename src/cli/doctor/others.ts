import { Database as File, SQLiteError } from "bun:sqlite";
import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync } from "node:fs";
import type { Config } from "../../config.ts";
import { fromHere } from "../../public-address.ts";
import { type Finding, fail, ok, warn } from "../findings.ts";
import type { Looked } from "./database.ts";

const PATIENCE_MS = 5_000;
const PROGRAMS = "other programs";

/** Whether a room runs here, and what else has its files open. */
export async function* checkOthers(
  config: Config,
  { row, sessions }: Looked,
): AsyncGenerator<Finding> {
  const { database } = config;
  yield* sessions;
  if (database.dialect === "postgres") {
    yield ok("room", row?.nodes ? `nodes that run: ${row.nodes}` : "no node is connected");
  } else {
    const runs = isClaimed(`${database.file}.lock`);
    yield ok("room", runs ? `a process runs on ${database.file}` : "none runs on the file");
    yield* checkHolders(database.file, database.dayKey);
  }
  yield await checkPort(config);
}

/** Looks at the claim without taking it. */
function isClaimed(lock: string): boolean {
  if (!existsSync(lock)) return false;
  const file = new File(lock, { readonly: true });
  try {
    file.query("SELECT 1 FROM sqlite_master").get();
    return false;
  } catch (error) {
    if (error instanceof SQLiteError && error.code === "SQLITE_BUSY") return true;
    throw error;
  } finally {
    file.close();
  }
}

/** Linux alone shows it, and of other users' processes to root alone. */
async function* checkHolders(file: string, dayKey: string | null): AsyncGenerator<Finding> {
  const data = ["", "-wal", "-shm"].map((end) => `${file}${end}`).flatMap(real);
  const key = dayKey === null ? [] : real(dayKey);
  const claim = real(`${file}.lock`);
  const found: Finding[] = [];
  for (const pid of processes()) {
    const open = openFiles(pid);
    const named = `${nameOf(pid)} (process ${pid})`;
    if (claim.some((lock) => open.has(lock))) yield ok("room", `it is ${named}`);
    else if (key.some((one) => open.has(one))) {
      found.push(fail(PROGRAMS, `${named} has the key of the day open. Keep it off that file.`));
    } else if (data.some((one) => open.has(one))) {
      found.push(
        warn(
          PROGRAMS,
          `${named} has the database open. A copy of it holds sealed texts, names and times of the day; copy with rage-room backup.`,
        ),
      );
    }
  }
  if (found.length === 0) found.push(ok(PROGRAMS, "none that this user may see has it open"));
  yield* found;
}

function processes(): string[] {
  if (!existsSync("/proc/self/fd")) return [];
  return readdirSync("/proc").filter((name) => /^\d+$/.test(name) && name !== `${process.pid}`);
}

function openFiles(pid: string): Set<string> {
  try {
    const folder = `/proc/${pid}/fd`;
    return new Set(readdirSync(folder).flatMap((fd) => linkOf(`${folder}/${fd}`)));
  } catch {
    // It ended, or is another user's.
    return new Set();
  }
}

function linkOf(path: string): string[] {
  try {
    return [readlinkSync(path)];
  } catch {
    return [];
  }
}

function nameOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/comm`, "utf8").trim();
  } catch {
    return "a program";
  }
}

function real(file: string): string[] {
  return existsSync(file) ? [realpathSync(file)] : [];
}

async function checkPort(config: Config): Promise<Finding> {
  if (config.port === 0) return ok("port", "PORT=0: the system chooses one at each start");
  const { href } = new URL("ready", fromHere(config));
  try {
    const answer = await fetch(href, { signal: AbortSignal.timeout(PATIENCE_MS) });
    const body = await answer.text();
    if (/"status":"ready"/.test(body)) return ok("port", `${href} answers: the room is ready`);
    if (/"status":"not_ready"/.test(body)) return fail("port", `${href} answers ${body}`);
    return fail("port", `another program answers at ${href}. Set PORT to another, or stop it.`);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code === "ConnectionRefused" || code === "ECONNREFUSED") {
      return ok("port", "nothing listens there: a start can");
    }
    return warn("port", `${href} gives no answer that could be understood (${code || error}).`);
  }
}
