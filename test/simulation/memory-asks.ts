import type { Ask, Done } from "../../src/room/commands.ts";
import type { Change, SharedOutcome } from "../../src/room/ports.ts";
import { Refusal } from "../../src/room/refusal.ts";
import type { Commands } from "./memory-commands.ts";

/** Runs commands one after another on a store in memory. */
export function runAll(asks: readonly Ask[], commands: Commands): Change<SharedOutcome[]> {
  const change: Change<SharedOutcome[]> = { events: [], result: [] };
  for (const ask of asks) {
    try {
      const { events, result: done } = run(ask, commands);
      change.events.push(...events);
      change.result.push({ done });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { code, message: detail, retryAfter } = error;
      change.result.push({ refused: { code, detail, retryAfter } });
    }
  }
  return change;
}

function run(ask: Ask, commands: Commands): Change<Done> {
  switch (ask.name) {
    case "eraseOwn": {
      const { events, result: eraseOwn } = commands.eraseOwn(ask.input, ask.actor);
      return { events, result: { eraseOwn } };
    }
    case "undo": {
      const { events, result: undo } = commands.undo(ask.input, ask.actor);
      return { events, result: { undo } };
    }
    case "report": {
      const { events, result: report } = commands.report(ask.input, ask.actor);
      return { events, result: { report } };
    }
  }
}
