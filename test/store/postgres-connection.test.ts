/** The way to PostgreSQL: with TLS or without, and what is in the way. */
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { UnusableDatabase } from "../../src/store/database/database.ts";
import { openDatabase } from "../../src/store/database/open-database.ts";
import { TEST_MS } from "../harness/limits.ts";
import { CERTIFICATE, type PostgresServer, startPostgres } from "../harness/postgres-server.ts";

setDefaultTimeout(TEST_MS);

const servers = new Map<"tls" | "plain", PostgresServer>();
beforeAll(async () => {
  servers.set("tls", await startPostgres({ durable: false, tls: true }));
  servers.set("plain", await startPostgres({ durable: false }));
});
afterAll(async () => {
  for (const server of servers.values()) await server[Symbol.asyncDispose]();
});

const urlOf = (server: "tls" | "plain", query: string) => `${servers.get(server)?.url}${query}`;

/** With all that it said on the way. */
async function open(url: string) {
  const said: string[] = [];
  const report = (sentence: string) => void said.push(sentence);
  const address = { dialect: "postgres", url, dayKey: null, secret: "" } as const;
  const opened = await openDatabase(address, { report }).catch((error: unknown) => error);
  return { opened, said };
}

async function isEncrypted(url: string): Promise<unknown> {
  const database = await openDatabase({ dialect: "postgres", url, dayKey: null, secret: "" });
  const [row] = await database.read`SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()`;
  await database.close();
  return row?.["ssl"];
}

describe("TLS", () => {
  test.each([
    ["tls", "", true],
    ["plain", "", false],
    ["tls", "?sslmode=prefer", true],
    ["tls", "?sslmode=require", true],
    ["tls", "?sslmode=disable", false],
    ["tls", `?sslmode=verify-full&sslrootcert=${CERTIFICATE}`, true],
  ] as const)("to a server of %s with “%s”: %p", async (server, query, expected) => {
    expect(await isEncrypted(urlOf(server, query))).toBe(expected);
  });

  test.each([
    ["a certificate that no known authority signed", "tls", "?sslmode=verify-full", "sslrootcert"],
    ["a server without TLS where it is required", "plain", "?sslmode=require", "sslmode"],
  ] as const)("%s is one sentence, and not waited on", async (_, server, query, word) => {
    const { opened, said } = await open(urlOf(server, query));
    expect(opened).toBeInstanceOf(UnusableDatabase);
    expect(String(opened)).toContain(word);
    expect(String(opened)).not.toContain(new URL(urlOf(server, query)).password);
    expect(said).toEqual([]);
  });
});

test.each([
  ["", "10s"],
  ["?statement_timeout=77000", "77s"],
])("a statement at an address that ends with “%s” may take %s", async (query, bound) => {
  const url = urlOf("plain", query);
  const database = await openDatabase({ dialect: "postgres", url, dayKey: null, secret: "" });
  const [row] = await database.read`SHOW statement_timeout`;
  await database.close();
  expect(row).toEqual({ statement_timeout: bound });
});

test("reads that must be of one server fail with its connection, and later ones have another", async () => {
  const url = urlOf("plain", "");
  const database = await openDatabase({ dialect: "postgres", url, dayKey: null, secret: "" });
  const reads = database.onOneConnection(async (sql) => {
    const [row] = await sql`SELECT pg_backend_pid() AS pid`;
    await database.read`SELECT pg_terminate_backend(${row?.["pid"]}::int, 60000)`;
    return sql`SELECT 1`;
  });
  await expect(reads).rejects.toThrow();
  expect((await database.read`SELECT 1 AS one`)[0]).toEqual({ one: 1 });
  await database.close();
});

test("a pooler that takes no settings of a session is named, with what to do, and not waited on", async () => {
  const pooler = Bun.listen({
    hostname: "127.0.0.1",
    port: 0,
    socket: {
      data(socket, bytes) {
        // The first question may be whether there is TLS: PostgreSQL's protocol, "SSLRequest".
        const asksForTls = bytes.length === 8 && bytes.readInt32BE(4) === 80_877_103;
        if (asksForTls) socket.write("N");
        else socket.end(refusal("08P01", "unsupported startup parameter: synchronous_commit"));
      },
    },
  });
  const { opened, said } = await open(`postgres://u:hush@127.0.0.1:${pooler.port}/room`);
  pooler.stop(true);
  expect(opened).toBeInstanceOf(UnusableDatabase);
  expect(String(opened)).toMatch(/PgBouncer.*Name PostgreSQL itself in DATABASE_URL\.$/);
  expect(String(opened)).not.toContain("hush");
  expect(said).toEqual([]);
});

/** PostgreSQL's protocol, "ErrorResponse". */
function refusal(code: string, message: string): Buffer {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${message}\0\0`);
  const head = Buffer.alloc(5, "E");
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}
