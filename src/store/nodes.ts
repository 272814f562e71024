import type { Nodes } from "../room/ports.ts";
import type { Database } from "./database/database.ts";
import { integer } from "./database/rows.ts";

/** A node that did not report for so long no longer counts. */
const SILENT_MS = 5_000;

/** How many clients each node has, in a table that need not survive a crash. */
export class SqlNodes implements Nodes {
  readonly #db: Database;
  readonly #id = crypto.randomUUID();

  constructor(db: Database) {
    this.#db = db;
  }

  async report(here: number, at: number): Promise<number> {
    const sql = this.#db.read;
    await sql`INSERT INTO nodes (id, present, at) VALUES (${this.#id}, ${here}, ${at})
      ON CONFLICT (id) DO UPDATE SET present = excluded.present, at = excluded.at`;
    const [others] = await sql`SELECT COALESCE(SUM(present), 0) AS present FROM nodes
      WHERE id <> ${this.#id} AND at > ${at - SILENT_MS}`;
    await sql`DELETE FROM nodes WHERE at <= ${at - 60 * SILENT_MS}`;
    return integer.parse(others?.["present"]);
  }

  async others(at: number): Promise<number[]> {
    const rows = await this.#db.read`SELECT present FROM nodes
      WHERE id <> ${this.#id} AND at > ${at - SILENT_MS} ORDER BY id`;
    return rows.map((row) => integer.parse(row["present"]));
  }

  async time(): Promise<number> {
    const [now] = await this.#db.read`SELECT EXTRACT(EPOCH FROM clock_timestamp()) AS seconds`;
    return Math.round(Number(now?.["seconds"]) * 1_000);
  }

  async leave(): Promise<void> {
    await this.#db.read`DELETE FROM nodes WHERE id = ${this.#id}`;
  }
}
