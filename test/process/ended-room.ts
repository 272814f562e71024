/** A room that was made once and ended in order, so that each test has a copy of it to spoil. */
import { expect } from "bun:test";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { NOON_ZONE } from "../harness/noon-zone.ts";
import { freshDatabase } from "../harness/postgres.ts";
import { emptyStore, type Store } from "../harness/room.ts";
import { folder, type Program, start } from "./program.ts";

export const SECRET_KEY = "a secret of thirty-two bytes, at least";

/** A folder with the key of the day and, on SQLite, the database. */
export interface Place extends AsyncDisposable {
  path: string;
  url: string;
  dayKey: string;
  env: Record<string, string>;
}

export interface EndedRoom extends AsyncDisposable {
  copy(): Promise<Place>;
}

/** One that is empty. */
export async function emptyPlace(store: Store): Promise<Place> {
  const here = await folder();
  return store === "sqlite"
    ? place(here, sqliteIn(here.path))
    : place(here, await emptyStore(store));
}

export async function endedRoom(
  store: Store,
  live: (program: Program) => Promise<void>,
): Promise<EndedRoom> {
  const first = await emptyPlace(store);
  await using program = await start(first.path, first.env);
  await live(program);
  expect(await program.end("SIGTERM")).toBe(0);
  return {
    copy: async () => {
      const here = await folder();
      await cp(first.path, here.path, { recursive: true });
      if (store === "sqlite") return place(here, sqliteIn(here.path));
      const { url, drop } = await freshDatabase(first.url);
      return place(here, { url, remove: drop });
    },
    [Symbol.asyncDispose]: () => first[Symbol.asyncDispose](),
  };
}

interface Stored {
  url: string;
  remove: () => Promise<void>;
}

const sqliteIn = (path: string): Stored => ({
  url: `sqlite:${join(path, "messages.db")}`,
  remove: async () => undefined,
});

function place(here: Awaited<ReturnType<typeof folder>>, { url, remove }: Stored): Place {
  const dayKey = join(here.path, "messages.db.day");
  return {
    path: here.path,
    url,
    dayKey,
    env: { DATABASE_URL: url, DAY_KEY_FILE: dayKey, SECRET_KEY, TIMEZONE: NOON_ZONE, PORT: "0" },
    [Symbol.asyncDispose]: async () => {
      await remove();
      await here[Symbol.asyncDispose]();
    },
  };
}
