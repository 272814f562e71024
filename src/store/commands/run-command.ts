import type { Ask, AskOf, CommandName, CommandResult, Done } from "../../room/commands.ts";
import { isStaff } from "../../room/keys.ts";
import type { Change, SharedOutcome } from "../../room/ports.ts";
import { Refusal } from "../../room/refusal.ts";
import { roomRowOf } from "../database/room-row.ts";
import { ANOTHER_DAY, isOfAnotherDay } from "../log/another-day.ts";
import { recordAct } from "../log/audit.ts";
import { type Command, checkRight, type Transaction } from "./command.ts";
import { COMMANDS } from "./commands.ts";

/** A transaction in which nobody acts yet. */
export type Open = Omit<Transaction, "actor">;

/** Runs a command in an open transaction, if its actor may, and keeps what staff did. Throws Refusal. */
export async function runCommand<Name extends CommandName>(
  { name, input, actor }: AskOf<Name>,
  transaction: Open,
): Promise<Change<CommandResult<Name>>> {
  const command: Command<Name> = COMMANDS[name];
  const { sql, at, row } = transaction;
  if (isOfAnotherDay(actor, row)) throw Refusal.from(ANOTHER_DAY);
  await checkRight(sql, command.by, actor);
  const done = await command.run({ ...transaction, actor }, input);
  if (command.audit && isStaff(actor.kind)) {
    await recordAct(sql, actor, at, command.audit(input, done.result));
  }
  return done;
}

/** Runs commands one after another in an open transaction. Those that are refused have changed nothing. */
export async function runAll(
  asks: readonly Ask[],
  transaction: Open,
): Promise<Change<SharedOutcome[]>> {
  const { sql } = transaction;
  const change: Change<SharedOutcome[]> = { events: [], result: [] };
  let { row } = transaction;
  for (const ask of asks) {
    const { events, result } = await outcomeOf(ask, { ...transaction, row });
    change.result.push(result);
    change.events.push(...events);
    const last = events.at(-1)?.seq;
    if (last === undefined) continue;
    // The next one finds the room as this one left it.
    const [moved] = await sql`UPDATE room SET seq = ${last} RETURNING *`;
    row = roomRowOf(moved);
  }
  return change;
}

async function outcomeOf(ask: Ask, transaction: Open): Promise<Change<SharedOutcome>> {
  try {
    const { events, result: done } = await runAsk(ask, transaction);
    return { events, result: { done } };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { events: [], result: { refused: error.asData() } };
  }
}

async function runAsk(ask: Ask, transaction: Open): Promise<Change<Done>> {
  switch (ask.name) {
    case "eraseOwn": {
      const { events, result: eraseOwn } = await runCommand(ask, transaction);
      return { events, result: { eraseOwn } };
    }
    case "undo": {
      const { events, result: undo } = await runCommand(ask, transaction);
      return { events, result: { undo } };
    }
    case "report": {
      const { events, result: report } = await runCommand(ask, transaction);
      return { events, result: { report } };
    }
  }
}
