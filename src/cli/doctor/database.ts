import { existsSync } from "node:fs";
import { z } from "zod";
import type { Config } from "../../config.ts";
import { UnusableDatabase } from "../../store/database/database.ts";
import { SCHEMA } from "../../store/database/migrations.ts";
import { openReadOnly, type ReadOnly } from "../../store/database/open-read-only.ts";
import { assertOurs } from "../../store/database/other-programs.ts";
import { integer } from "../../store/database/rows.ts";
import { type Finding, fail, ok, warn } from "../findings.ts";
import { nodes, sessions } from "./postgres-sessions.ts";

const WHAT = "database";

const RoomOfAnySchema = z.looseObject({
  day: z.string(),
  since: integer.default(0),
  timezone: z.string().default(""),
  secret_check: z.string().default(""),
});

/** What the checks need of a room, read at once and then let go. */
export interface Looked {
  findings: Finding[];
  /** Null where there is no room yet, or none that can be read. */
  row: RoomSeen | null;
  /** Of PostgreSQL: who else is connected. */
  sessions: Finding[];
}

export interface RoomSeen extends z.infer<typeof RoomOfAnySchema> {
  saidToday: boolean;
  /** PostgreSQL's clock, in milliseconds since the epoch. */
  time: number | null;
  /** Nodes that are connected; null where that is not known. */
  nodes: number | null;
}

/** It does not throw for what is wrong with the database: that is a finding. */
export async function lookAtRoom({ database }: Config): Promise<Looked> {
  const nothing = (finding: Finding) => ({ findings: [finding], row: null, sessions: [] });
  if (database.dialect === "sqlite" && !existsSync(database.file)) {
    return nothing(ok(WHAT, `there is no ${database.file} yet; the first start makes it`));
  }
  try {
    const db = await openReadOnly(database);
    try {
      return await read(db);
    } catch (error) {
      throw db.explain(error);
    } finally {
      await db.close();
    }
  } catch (error) {
    if (error instanceof UnusableDatabase) return nothing(fail(WHAT, error.message));
    throw error;
  }
}

async function read(db: ReadOnly): Promise<Looked> {
  await assertOurs(db.read, db.dialect);
  const isPostgres = db.dialect === "postgres";
  const server = isPostgres ? await checkServer(db) : [];
  const others = isPostgres ? await sessions(db.read) : [];
  const tables = await tablesOf(db);
  if (!tables.has("migrations") || !tables.has("room")) {
    const says = tables.has("users")
      ? warn(WHAT, "it is the earlier program's; the first start converts it. Copy it before.")
      : ok(WHAT, "it is empty; the first start makes the tables");
    return { findings: [...server, says], row: null, sessions: others };
  }
  const [done] = await db.read`SELECT MAX(number) AS number FROM migrations`;
  const schema = integer.parse(done?.["number"]);
  const findings = [...server, ofSchema(schema)];
  if (schema > SCHEMA) return { findings, row: null, sessions: others };
  return { findings, row: await readRoom(db), sessions: others };
}

function ofSchema(schema: number): Finding {
  if (schema === SCHEMA) return ok(WHAT, `schema ${schema}, this version's`);
  if (schema < SCHEMA) {
    return warn(
      WHAT,
      `schema ${schema} is older: a start brings it to ${SCHEMA}, and the version before cannot use it then. Back up first, with that version.`,
    );
  }
  return fail(
    WHAT,
    `schema ${schema} is of a newer version, and this one knows ${SCHEMA}. Start that version, have it let this one in (rage-room downgrade), or put back a backup that this one made (rage-room restore).`,
  );
}

async function readRoom(db: ReadOnly): Promise<RoomSeen> {
  const isPostgres = db.dialect === "postgres";
  const [row] = await db.read`SELECT * FROM room`;
  const room = RoomOfAnySchema.parse(row);
  const said = await db.read`SELECT 1 FROM messages WHERE id > ${room.since} LIMIT 1`;
  const [now] = isPostgres
    ? await db.read`SELECT EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS time`
    : [];
  return {
    ...room,
    saidToday: said.length > 0,
    time: now ? Math.round(Number(now["time"])) : null,
    nodes: isPostgres ? await nodes(db.read) : null,
  };
}

async function tablesOf({ dialect, read: sql }: ReadOnly): Promise<Set<string>> {
  const rows =
    dialect === "sqlite"
      ? await sql`SELECT name FROM sqlite_master WHERE type = 'table'`
      : await sql`SELECT table_name AS name FROM information_schema.tables
          WHERE table_schema = current_schema()`;
  return new Set(
    z
      .array(z.object({ name: z.string() }))
      .parse([...rows])
      .map(({ name }) => name),
  );
}

/** What durability and midnight need of PostgreSQL. */
async function checkServer({ read: sql }: ReadOnly): Promise<Finding[]> {
  const [row] = await sql`SELECT current_setting('server_version') AS version,
    current_setting('fsync') AS fsync, current_setting('full_page_writes') AS pages,
    pg_is_in_recovery() AS standby,
    has_schema_privilege(COALESCE(current_schema(), 'public'), 'CREATE') AS creates,
    current_setting('max_connections')::int - (SELECT COUNT(*) FROM pg_stat_activity
      WHERE backend_type = 'client backend') AS free`;
  const found = Server.parse(row);
  const wrong: [boolean, Finding][] = [
    [found.standby, fail(WHAT, "this server is a standby, which cannot be written to.")],
    [
      found.fsync !== "on" || found.pages !== "on",
      fail(WHAT, "fsync or full_page_writes is off: a power cut loses what was acknowledged."),
    ],
    [
      !found.creates,
      fail(WHAT, "this role may not make tables. Make it the owner of the database."),
    ],
    [
      found.free < CONNECTIONS,
      warn(WHAT, `${found.free} connections are free, and a node takes ${CONNECTIONS}.`),
    ],
  ];
  const findings = wrong.filter(([is]) => is).map(([, finding]) => finding);
  return findings.length > 0 ? findings : [ok(WHAT, `PostgreSQL ${found.version} answers`)];
}

const CONNECTIONS = 9;
const Server = z.object({
  version: z.string(),
  fsync: z.string(),
  pages: z.string(),
  standby: z.boolean(),
  creates: z.boolean(),
  free: integer,
});
