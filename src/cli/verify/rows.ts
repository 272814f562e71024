import type { KeyObject } from "node:crypto";
import type { ReadOnly } from "../../store/database/open-read-only.ts";
import { integer, messageRows, userRows } from "../../store/database/rows.ts";
import { isSealed, openIfSound } from "../../store/erasure/aes-gcm.ts";
import { auditRows } from "../../store/log/audit.ts";
import { eventRows } from "../../store/log/event-rows.ts";
import { sanctionRows } from "../../store/log/sanctions.ts";
import { rotationRow } from "../../store/log/topics.ts";
import { type Finding, fail, ok } from "../findings.ts";

/** Short, so that no midnight waits for it. */
const SLICE = 1_000;
/** Of each table, how many are named. */
const NAMED = 5;

type Row = Record<string, unknown>;

interface Table {
  name: string;
  key: string;
  /** Throws where the program could not read it. */
  read(row: Row): unknown;
}

/** `key`: that of `day`; null where texts cannot be opened here. */
export async function* checkRows(
  db: ReadOnly,
  day: string,
  key: KeyObject | null,
): AsyncGenerator<Finding> {
  const message = (row: Row) => messageRows([row]).map((read) => openText(read, day, key));
  const tables: Table[] = [
    { name: "users", key: "id", read: (row) => userRows([row]) },
    { name: "messages", key: "id", read: message },
    { name: "withdrawn", key: "id", read: message },
    { name: "events", key: "seq", read: (row) => eventRows([row]) },
    { name: "sanctions", key: "id", read: (row) => sanctionRows([row]) },
    { name: "guest_sanctions", key: "id", read: (row) => sanctionRows([row]) },
    { name: "audit", key: "id", read: (row) => auditRows([row]) },
    { name: "rotation", key: "one", read: rotationRow },
  ];
  for (const table of tables) yield await checkTable(db, table);
}

async function checkTable({ read: sql }: ReadOnly, { name, key, read }: Table): Promise<Finding> {
  const unreadable: number[] = [];
  let count = 0;
  for (let last = Number.MIN_SAFE_INTEGER; ; ) {
    const rows = [
      ...(await sql.unsafe(
        `SELECT * FROM ${name} WHERE ${key} > ${last} ORDER BY ${key} LIMIT ${SLICE}`,
      )),
    ];
    for (const row of rows) {
      last = integer.parse(row[key]);
      if (!isReadable(row, read)) unreadable.push(last);
    }
    count += rows.length;
    if (rows.length < SLICE) break;
  }
  if (unreadable.length === 0) return ok(name, `${count} rows, each readable`);
  const named = `${unreadable.slice(0, NAMED).join(", ")}${unreadable.length > NAMED ? ", …" : ""}`;
  return fail(name, `${unreadable.length} of ${count} rows cannot be read: ${key} ${named}.`);
}

/** What an error says of a row may quote it. */
function isReadable(row: Row, read: Table["read"]): boolean {
  try {
    read(row);
    return true;
  } catch {
    return false;
  }
}

function openText(
  { id, text, day: said }: { id: number; text: string; day: string },
  day: string,
  key: KeyObject | null,
): void {
  if (key === null || said !== day) return;
  // A text without its mark that opens was sealed: the mark is damaged.
  const isSound = (openIfSound(key, id, text) !== null) === isSealed(text);
  if (!isSound) throw new Error("The text is not what was stored.");
}
