import { expect, test } from "bun:test";
import type { Reaction } from "../../src/room/commands.ts";
import { Reactions } from "../../src/room/reactions.ts";
import { virtualClock } from "../harness/clock.ts";
import { keptJournal } from "./stored-room.ts";

const sender = (key: string) => ({
  ...{ key, name: key, kind: "guest" as const, userId: null, range: null, since: null },
});

test("what a crowd feels in a second is stored in parts, each reaction once, one part after the other", async () => {
  const clock = virtualClock("2026-03-01T12:00:00Z");
  const commits: Reaction[][] = [];
  let running = 0;
  const { logger } = keptJournal();
  const commit = async (reactions: Reaction[]) => {
    running += 1;
    expect(running).toBe(1);
    commits.push(reactions);
    await Promise.resolve();
    running -= 1;
  };
  const reactions = new Reactions({ clock, logger, commit });
  for (let person = 0; person < 600; person++) {
    reactions.add(sender(`g:${person}`), 1);
    reactions.add(sender(`g:${person}`), 1);
  }
  await clock.advance(1_000);
  expect(commits.map(({ length }) => length)).toEqual([250, 250, 100]);
  expect(new Set(commits.flat().map(({ sender }) => sender)).size).toBe(600);
});
