/** Opens the database of a room for commands that only look, beside the room where it runs. */
import { existsSync } from "node:fs";
import type { DatabaseAddress } from "../ports.ts";
import { type Database, UnusableDatabase } from "./database.ts";
import { assertFileOfRoom, assertRoom, nameOf, openToLook } from "./open-room.ts";
import { openPostgresToRead } from "./postgres.ts";
import { SqliteConnection } from "./sqlite-connection.ts";
import { unusableFile } from "./sqlite-errors.ts";

export interface ReadOnly extends Pick<Database, "dialect" | "read" | "explain" | "close"> {
  /** Throws UnusableDatabase if what was read is worth nothing, because a room began on the file. */
  assertUndisturbed(): void;
}

/** Throws UnusableDatabase if there is no room of this version. */
export async function openRoomReadOnly(address: DatabaseAddress): Promise<ReadOnly> {
  if (address.dialect === "sqlite") assertFileOfRoom(address.file);
  const database = await openReadOnly(address);
  try {
    if (database.dialect === "postgres") await assertRoom(database, nameOf(address));
    return database;
  } catch (error) {
    await database.close();
    throw database.explain(error);
  }
}

/** Whatever it holds. Throws UnusableDatabase if it cannot be read. */
export async function openReadOnly(address: DatabaseAddress): Promise<ReadOnly> {
  if (address.dialect === "sqlite") return openFile(address.file);
  const opened = await openPostgresToRead(address.url);
  return { dialect: "postgres", ...opened, assertUndisturbed: () => undefined };
}

function openFile(file: string): ReadOnly {
  const explain = (error: unknown) => unusableFile(file, error);
  // Without a write-ahead log the file is opened as one that nobody changes.
  const isAlone = !existsSync(`${file}-wal`);
  try {
    const connection = new SqliteConnection(openToLook(file));
    return {
      dialect: "sqlite",
      read: connection.sql,
      explain,
      assertUndisturbed() {
        if (!isAlone || !existsSync(`${file}-wal`)) return;
        throw new UnusableDatabase(`A program began to use ${file} meanwhile. Try again.`);
      },
      close: () => connection.close(),
    };
  } catch (error) {
    throw explain(error);
  }
}
