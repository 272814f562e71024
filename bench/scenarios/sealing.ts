/** What the key of the day costs: the room as it is, beside itself with `DAY_KEY_FILE=none`. */

import { startPostgres } from "../../test/harness/postgres-server.ts";
import { ROOM, room } from "../subjects.ts";
import { FLOOD, listenTo } from "./fan-out.ts";
import { freshDatabase, pressRoom } from "./ingest.ts";
import type { Bench, Figures, Scenario } from "./scenario.ts";

const IN_THE_CLEAR = { DAY_KEY_FILE: "none" };

interface Way {
  readonly name: string;
  readonly load: (typeof LOADS)[number];
  readonly env: Readonly<Record<string, string>>;
}

const LOADS = ["ingest, SQLite", "ingest, PostgreSQL", "flood, SQLite"] as const;
const WAYS: readonly Way[] = LOADS.flatMap((load) => [
  { load, name: `${load}, sealed`, env: {} },
  { load, name: `${load}, in the clear`, env: IN_THE_CLEAR },
]);

export const sealing: Scenario = {
  name: "sealing",
  about: "The loads of `ingest` and `flood`, with texts sealed and with texts in the clear.",
  async run(bench) {
    await using postgres = await startPostgres({ durable: true });
    return await bench.interleave("sealing", WAYS, (way) => measure(bench, way, postgres.url));
  },
  targets: () => [],
};

async function measure(bench: Bench, { load, env }: Way, server: string): Promise<Figures> {
  switch (load) {
    case "ingest, SQLite":
      return pressRoom("sqlite:./bench.db", bench, env);
    case "ingest, PostgreSQL":
      return pressRoom(await freshDatabase(server), bench, { DAY_KEY_FILE: "./bench.day", ...env });
    case "flood, SQLite":
      return listenTo(bench, { ...ROOM, command: room(env) }, FLOOD);
  }
}
