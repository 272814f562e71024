import type { Mutant } from "./mutant.ts";
import { OF_NEWCOMERS } from "./of-newcomers.ts";

const A_GAP = /saw \d+ after \d+|was promised|is at \d+, the log at \d+|was never told of/;
const A_GHOST = /was given \d+, gone at \d+|was given \d+ of yesterday|still sees \d+/;

/** Those of the room and the live side, whatever the store. */
const OF_THE_ROOM: Mutant[] = [
  {
    name: "an acknowledgement before the commit",
    file: "src/live/v1.ts",
    right:
      "const seq = await asOfToday(room, who, (as) => room.say(as, ref, text, { re, waits }));",
    wrong: `const seq = room.state.seq + 1;
    asOfToday(room, who, (as) => room.say(as, ref, text)).catch(() => undefined);`,
    by: "memory",
    says: /was acknowledged and is not stored/,
  },
  {
    name: "a cursor that skips one",
    file: "src/room/log-follower.ts",
    right: "this.#log.after(this.#head, PAGE",
    wrong: "this.#log.after(this.#head + 1, PAGE",
    by: "memory",
    says: A_GAP,
  },
  {
    name: "a doorbell that was missed, and no poll",
    file: "src/jobs/poll.ts",
    right: "() => room.follow()",
    wrong: "() => undefined",
    by: "memory",
    says: A_GAP,
  },
  {
    name: "a place in another log that is taken for one in this",
    file: "src/live/v1.ts",
    right: "return epoch === undefined || epoch === this.#parts.replay.state.epoch;",
    wrong: "return epoch !== null;",
    by: "memory",
    says: /was told that another log goes on/,
  },
  {
    name: "a commit before those who hold another log have left",
    file: "src/room/begin-anew.ts",
    right: "if (this.#isDue) throw new LogReplaced();",
    wrong: "",
    by: "memory",
    says: /was acknowledged and is not stored|saw \d+/,
  },
  {
    name: "a midnight that nobody waits for",
    file: "src/midnight/turn-timer.ts",
    right: "if (!turning && room.isOver(room.state.day)) void turn();",
    wrong: "",
    by: "memory",
    says: /on 2026-03-02 the room is still in 2026-03-01/,
  },
  {
    name: "a reading that failed and is not tried again",
    file: "src/room/following.ts",
    right: "      this.#readAgain();",
    wrong: "",
    by: "memory",
    says: A_GAP,
  },
  {
    name: "events delivered beside the log follower",
    file: "src/room/following.ts",
    right: "this.#follower.offer(events);",
    wrong: "this.#parts.deliver(events);",
    by: "memory",
    says: A_GAP,
  },
  {
    name: "a replay that keeps yesterday's events at midnight",
    file: "src/live/replay.ts",
    right: "this.#events = this.#events.filter((event) => event.seq >= seq);",
    wrong: "",
    by: "memory",
    says: A_GHOST,
  },
  {
    name: "a snapshot that keeps yesterday's messages at midnight",
    file: "src/live/replay.ts",
    right: "this.#messages.clear();\n      this.#events =",
    wrong: "this.#events =",
    by: "memory",
    says: A_GHOST,
  },
  {
    name: "a replay given after midnight while the day is not turned yet",
    file: "src/live/replay-of.ts",
    right: "(day: string) => room.isOver(day)",
    wrong: "() => false",
    by: "memory",
    says: /was given \d+ of yesterday/,
  },
  {
    name: "a deleted text that a resuming client is given",
    file: "src/live/replay.ts",
    right: 'this.#place({ type: "quiet", seq: id });',
    wrong: "",
    by: "memory",
    says: A_GHOST,
  },
  {
    name: "a deleted text that stays in the snapshot",
    file: "src/live/replay.ts",
    right: "this.#messages.delete(id);\n      this.#place",
    wrong: "this.#place",
    by: "memory",
    says: A_GHOST,
  },
  {
    name: "a resume that is off by one",
    file: "src/live/replay.ts",
    right: "return this.#events.slice(Math.max(0, seq + 1",
    wrong: "return this.#events.slice(Math.max(0, seq + 2",
    by: "memory",
    says: A_GAP,
  },
  {
    name: "a snapshot taken before a late subscription",
    file: "src/live/v1.ts",
    right: "this.#parts.attention.join(socket);",
    wrong: "this.#parts.clock.after(20, () => this.#parts.attention.join(socket));",
    by: "memory",
    says: A_GAP,
  },
  {
    name: "a reader who comes back and is not sent what they missed",
    file: "src/live/attention.ts",
    right: "reading.seq < replay.state.seq) {",
    wrong: "reading.seq < 0) {",
    by: "memory",
    says: A_GAP,
  },
  {
    name: "a reader who joins those further back before they were served",
    file: "src/live/attention.ts",
    right: "    this.#parts.fanout.serveBack();\n    for (",
    wrong: "    for (",
    by: "memory",
    says: A_GAP,
  },
  {
    name: "a client believed about what is on its way to it",
    file: "src/live/attention.ts",
    right: "Math.max(held, after ?? 0)",
    wrong: "after ?? held",
    by: "memory",
    says: A_GAP,
  },
  {
    name: "a start that reads beyond its own head",
    file: "src/live/replay-of.ts",
    right: "room.history(SNAPSHOT_MESSAGES, state.seq + 1)",
    wrong: "room.history(SNAPSHOT_MESSAGES)",
    by: "memory",
    says: /in a snapshot of \d+/,
  },
];

/** Those of the SQL. */
const OF_THE_STORE: Mutant[] = [
  {
    name: "no look for a ref that is stored",
    file: "src/store/log/append.ts",
    right: "if (before !== undefined) return before;",
    wrong: "",
    by: "sqlite",
    says: /is stored at \d+ and at|the store failed: SQLiteError: UNIQUE constraint failed: sends/,
  },
  {
    name: "a ref that is forgotten with the message",
    file: "src/store/commands/erase.ts",
    right: 'const events = await record(sql, row, { type: "deleted", id });',
    wrong: `await sql\`DELETE FROM sends WHERE seq = \${id}\`;
    const events = await record(sql, row, { type: "deleted", id });`,
    by: "sqlite",
    // What was sent is also what the limit counts, and the newcomers' share.
    says: /is stored at \d+ and at \d+|messages in a minute|passed their budget/,
  },
  {
    name: "a wipe by every node",
    file: "src/store/log/log.ts",
    right: `before.day < day ? await this.#destruction.snapshotBeforeTurn(before) : null;
    const change = await this.#retryPastLocks(async (sql, row, chain, truncates) => {
      if (row.day >= day ||`,
    wrong: `before.day <= day ? await this.#destruction.snapshotBeforeTurn(before) : null;
    const change = await this.#retryPastLocks(async (sql, row, chain, truncates) => {
      if (row.day > day ||`,
    by: "sqlite",
    says: /was wiped for .* again/,
  },
  {
    name: "a ban known to sockets alone, and not asked for under the lock",
    file: "src/store/log/append.ts",
    right: "sanctions.refusalOf(say.sender, at) ?? ",
    wrong: "",
    by: "sqlite",
    says: /who is banned/,
  },
  {
    name: "a limit counted by each node for itself",
    file: "src/store/log/recent-sends.ts",
    right: "if (head === this.#head) return;",
    wrong: "return;",
    by: "sqlite",
    says: /messages in a minute|newcomers passed their budget/,
  },
  {
    name: "places used again after a wipe",
    file: "src/store/log/begin-day.ts",
    right: `const cleared = await record(sql, row, { type: "cleared", day });
  const next = { ...row, seq: row.seq + 1 };`,
    wrong: `const cleared = await record(sql, { ...row, seq: 0 }, { type: "cleared", day });
  const next = { ...row, seq: 1 };`,
    by: "sqlite",
    says: /after \d+ the store gave the place 1$|UNIQUE constraint failed: events/m,
  },
  {
    name: "a database that need not sync what it commits",
    file: "src/store/database/sqlite.ts",
    right: "PRAGMA synchronous = FULL",
    wrong: "PRAGMA synchronous = NORMAL",
    by: "sqlite",
    says: /a power cut could lose messages/,
  },
  {
    name: "reads that see an open transaction",
    file: "src/store/database/sqlite.ts",
    right: "const read = await connect(file);",
    wrong: "const read = write;",
    by: "test/mutants/open-transaction.test.ts",
    says: /\(fail\) a read never sees the inside of an open transaction/,
  },
];

export const MUTANTS: readonly Mutant[] = [...OF_THE_ROOM, ...OF_THE_STORE, ...OF_NEWCOMERS];
