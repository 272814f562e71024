/** Rooms on a real store, at a time of our choosing, without sockets. */

import { readConfig } from "../../src/config.ts";
import type { RoomEvent } from "../../src/events/kinds.ts";
import { FramePacer } from "../../src/live/frame-pacer.ts";
import type { Topic } from "../../src/room/commands.ts";
import type { Clock, Logger } from "../../src/room/ports.ts";
import { Room } from "../../src/room/room.ts";
import { speakingLimits, USUAL_LIMITS } from "../../src/room/speaking-limits.ts";
import { WordList } from "../../src/room/word-list.ts";
import type { Store as OpenStore } from "../../src/store/ports.ts";
import { openStore } from "../../src/store/store.ts";
import { type VirtualClock, virtualClock } from "../harness/clock.ts";
import { Inbox } from "../harness/inbox.ts";
import { STEP_MS } from "../harness/limits.ts";
import { emptyStore, type LogLine, type Store, storedAt } from "../harness/room.ts";

export const TOPIC: Topic = { topic: "Printers", rules: "Be brief." };

export interface RoomRow extends AsyncDisposable {
  open(): Promise<OpenStore>;
}

/** An empty place to store a room in; what is opened in it closes with it. */
export async function newPlace(store: Store): Promise<RoomRow> {
  const { url, remove } = await emptyStore(store);
  const { database } = readConfig({ ...storedAt(url), SECRET_KEY: "s".repeat(32) });
  const opened: OpenStore[] = [];
  return {
    async open() {
      const store = await openStore(database, speakingLimits(25));
      opened.push(store);
      return store;
    },
    async [Symbol.asyncDispose]() {
      for (const store of opened) await store.close();
      await remove();
    },
  };
}

export interface RoomOptions {
  clock: Clock;
  timezone?: string;
  topic?: Topic;
  log?: OpenStore["log"];
  words?: string[];
}

/** A room, with what it delivers and logs. */
export async function openStoredRoom(store: OpenStore, options: RoomOptions) {
  const { clock, timezone = "Europe/Berlin", topic = TOPIC, log = store.log } = options;
  const { users } = store;
  const words = new WordList(options.words ?? []);
  const journal = keptJournal();
  const { logger } = journal;
  const pacer = new FramePacer();
  const { newcomersWait } = USUAL_LIMITS;
  const parts = { log, users, clock, logger, timezone, topic, pacer, newcomersWait, words };
  const room = await Room.open(parts);
  const events = new Inbox<RoomEvent>(({ type, seq }) => `${type} ${seq}`);
  room.listen((some) => {
    for (const event of some) events.put(event);
  });
  const delivered = <Type extends RoomEvent["type"]>(type: Type) =>
    events.take(
      type,
      (event): event is Extract<RoomEvent, { type: Type }> => event.type === type,
      STEP_MS,
    );
  return { room, events, delivered, ...journal };
}

/** A logger, and the next line of it that holds a sentence. */
export function keptJournal() {
  const lines = new Inbox<LogLine>(({ sentence }) => sentence);
  const at = (level: string) => (fields: object, sentence: string) => {
    lines.put({ level, fields, sentence });
  };
  const logger: Logger = {
    debug: at("debug"),
    info: at("info"),
    warn: at("warn"),
    error: at("error"),
  };
  const logged = (sentence: string) =>
    lines.take(sentence, (line): line is LogLine => line.sentence === sentence, STEP_MS);
  return { logger, lines, logged };
}

/** A machine that may sleep: then its clock goes on and its timers do not. */
export function sleepingClock(start: string): VirtualClock & { sleep(ms: number): void } {
  const clock = virtualClock(start);
  let slept = 0;
  return {
    ...clock,
    now: () => clock.now() + slept,
    advanceTo: (at) => clock.advanceTo(at - slept),
    sleep(ms) {
      slept += ms;
    },
  };
}
