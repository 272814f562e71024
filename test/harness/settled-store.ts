/** A store for a virtual clock: it says when it has answered everything, on PostgreSQL too. */

import type {
  Actor,
  Ask,
  CommandInput,
  CommandName,
  CommandResult,
  Topic,
} from "../../src/room/commands.ts";
import type { Change, Submission } from "../../src/room/ports.ts";
import { USUAL_LIMITS } from "../../src/room/speaking-limits.ts";
import type { Database } from "../../src/store/database/database.ts";
import { migrate } from "../../src/store/database/migrations.ts";
import { openDatabase } from "../../src/store/database/open-database.ts";
import { SqlDayDestruction } from "../../src/store/erasure/day-destruction.ts";
import { MessageCipher } from "../../src/store/erasure/message-cipher.ts";
import { LogEpoch } from "../../src/store/log/epoch.ts";
import { SqlLog } from "../../src/store/log/log.ts";
import type { DatabaseAddress } from "../../src/store/ports.ts";
import { SqlUsers } from "../../src/store/users.ts";
import { newFolder, removeFolder } from "../../torture/cleanup.ts";
import { postgresGround, sqliteGround } from "../../torture/storage-target.ts";
import { nextTurn } from "./clock.ts";
import type { PostgresServer } from "./postgres-server.ts";

/** On SQLite where there is no server. */
export async function settledStore(server: PostgresServer | null) {
  const folder = newFolder();
  const target = server ? await postgresGround(server, folder) : sqliteGround(folder);
  const address: DatabaseAddress = server
    ? { dialect: "postgres", url: target.url, dayKey: null, secret: "" }
    : { dialect: "sqlite", file: target.url.replace("sqlite:", ""), dayKey: null };
  const database = await openDatabase(address);
  await migrate(database);
  const users = new SqlUsers(database);
  const cipher = MessageCipher.inTheClear();
  const calls = new Set<Promise<void>>();
  const awaited = <Result>(call: Promise<Result>) => {
    const ended = call.then(nothing, nothing).finally(() => calls.delete(ended));
    calls.add(ended);
    return call;
  };
  const destruction = new SqlDayDestruction(database, cipher);
  const epoch = LogEpoch.unknown(database);
  return {
    log: new AwaitedLog(awaited, database, cipher, destruction, epoch),
    users,
    async staff(): Promise<Actor> {
      const { id } = await users.create(
        { email: "staff@example.com", username: "staff", passwordHash: "", isAdmin: true },
        0,
      );
      return { key: `u:${id}`, kind: "admin", userId: id };
    },
    /** For a call that only reads: `settled` waits for it too. */
    awaited,
    /** Resolves once no change runs, and nothing starts another one at once. */
    async settled(): Promise<void> {
      for (await nextTurn(); calls.size > 0; await nextTurn()) await Promise.all(calls);
    },
    async close(): Promise<void> {
      await database.close();
      removeFolder(folder);
    },
  };
}

type Awaited = <Result>(call: Promise<Result>) => Promise<Result>;

/** Its changes are waited for to their end: what destroys texts writes to the file after its transaction. */
class AwaitedLog extends SqlLog {
  readonly #awaited: Awaited;

  constructor(
    awaited: Awaited,
    database: Database,
    cipher: MessageCipher,
    destruction: SqlDayDestruction,
    epoch: LogEpoch,
  ) {
    super(database, USUAL_LIMITS, cipher, destruction, epoch);
    this.#awaited = awaited;
  }

  override append(submissions: readonly Submission[], at: number) {
    return this.#awaited(super.append(submissions, at));
  }

  override apply<Name extends CommandName>(
    name: Name,
    input: CommandInput<Name>,
    actor: Actor,
    at: number,
  ): Promise<Change<CommandResult<Name>>> {
    return this.#awaited(super.apply(name, input, actor, at));
  }

  override applyAll(asks: readonly Ask[], at: number) {
    return this.#awaited(super.applyAll(asks, at));
  }

  override turnDay(day: string, usual: Topic, at: number) {
    return this.#awaited(super.turnDay(day, usual, at));
  }
}

function nothing(): void {
  // How it ends is its caller's.
}
