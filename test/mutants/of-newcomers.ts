import type { Mutant } from "./mutant.ts";

/** Those of what newcomers may say, on the store's own SQL. */
export const OF_NEWCOMERS: readonly Mutant[] = [
  {
    name: "a midnight after which newcomers may say everything at once again",
    file: "src/store/log/log.ts",
    right: "(row).recent.endDay(sql, row, at);",
    wrong: '(row).recent.endDay(sql, row, at).then(() => "");',
    by: "sqlite",
    says: /newcomers passed their budget at \d+/,
  },
  {
    name: "a screen that newcomers may fill",
    file: "src/store/log/newcomers.ts",
    right: "return this.#screen.wait(part, batch.lines, this.#now) / 1_000;",
    wrong: "return this.#screen.wait(part, batch.lines, this.#now) > 1e9 ? 1 : 0;",
    by: "sqlite",
    says: /newcomers have \d+ of the twenty lines/,
  },
  {
    name: "a turn of newcomers that those who were heard wait for",
    file: "src/store/log/speaking.ts",
    right: "  if (!isNew) return null;",
    wrong: "",
    by: "sqlite",
    says: /was heard, and is refused as newcomer/,
  },
  {
    name: "a standing that is never looked at again",
    file: "src/store/log/standings.ts",
    right: "if (!known || known.until <= at) unknown",
    wrong: "if (!known) unknown",
    by: "sqlite",
    says: /was heard, and is taken for new/,
  },
  {
    name: "a shield under which newcomers need not read first",
    file: "src/store/log/speaking.ts",
    right: "if (reads > 0 || trickle > 0)",
    wrong: "if (reads < 0 || trickle > 0)",
    by: "sqlite",
    says: /a newcomer said \d+ under the shield/,
  },
  {
    name: "a midnight that does not say again how the room takes messages",
    file: "src/store/log/begin-day.ts",
    right: "const mode = hadMode ? await",
    wrong: "const mode = !hadMode ? await",
    by: "sqlite",
    from: 639,
    says: /tells of another shield/,
  },
  {
    name: "a shield that nobody ends",
    file: "src/jobs/end-shield.ts",
    right: "if (state.shield === null || shieldAt(state, clock.now())) return;",
    wrong: "if (state.shield === null || clock.now() > 0) return;",
    by: "sqlite",
    says: /the shield is still up/,
  },
  {
    name: "what the shield hid, back with its end",
    file: "src/store/commands/set-shield.ts",
    right: "return { events: isOver ? await put(transaction, null) : [], result: null };",
    wrong: `if (!isOver) return { events: [], result: null };
    const { keep } = await import("../log/withdrawals.ts");
    const { recordRestored } = await import("../log/record.ts");
    const { sql, row } = transaction;
    const down = await put(transaction, null);
    const ids = await keep(sql, sql\`hidden > \${row.since}\`);
    const next = { ...row, seq: row.seq + 1 };
    const back = ids.length > 0 ? await recordRestored(sql, next, 1, "removed", ids) : [];
    return { events: [...down, ...back], result: null };`,
    by: "sqlite",
    says: /endShield brought back/,
  },
  {
    name: "a newcomer who was told that they waited in vain, and is called all the same",
    file: "src/room/newcomer-line.ts",
    right: "      this.#waiting.delete(waiting);\n      waiting.settle(tooMany",
    wrong: "      waiting.settle(tooMany",
    by: "sqlite",
    from: 670,
    says: /was refused and is stored at \d+/,
  },
];
