/** One store, open on two nodes. */

import { afterAll, beforeAll } from "bun:test";
import { readConfig } from "../../src/config.ts";
import type { NewUser } from "../../src/room/account-ports.ts";
import type { Sender, Submission } from "../../src/room/ports.ts";
import { USUAL_LIMITS } from "../../src/room/speaking-limits.ts";
import type { Store as OpenStore } from "../../src/store/ports.ts";
import { openStore } from "../../src/store/store.ts";
import { emptyStore, type Store, storedAt } from "../harness/room.ts";

export const AT = Date.parse("2026-03-01T12:00:00Z");
export const TOPIC = { topic: "Printers", rules: "Be brief." };
export const LIMIT = 25;

/** Newcomers have tests of their own. */
const NOBODY_IS_NEW = {
  ...USUAL_LIMITS,
  newcomersPerSecond: 1_000_000,
  newcomersPerRange: 1_000_000,
};

export interface Nodes {
  readonly here: OpenStore;
  readonly there: OpenStore;
  /** Another node; it closes with the others. `perMinute` is what one sender may say there. */
  open(perMinute?: number): Promise<OpenStore>;
  /**
   * Four that may turn the day at the same moment. On SQLite all are one: its key is in a file that no
   * other program has, so nothing there orders two that make it at once.
   */
  turners(): Promise<OpenStore[]>;
  /** Today, in which nothing was said yet, and the head of the log. */
  readonly day: string;
  readonly head: number;
}

/** Opens a store for the tests of one `describe`. Each test calls what it returns, which begins a new day. */
export function nodesOf(store: Store, limits = NOBODY_IS_NEW): () => Promise<Nodes> {
  const opened: OpenStore[] = [];
  let place: Awaited<ReturnType<typeof emptyStore>>;
  const open = async (perMinute = LIMIT) => {
    const { database } = readConfig({ ...storedAt(place.url), SECRET_KEY: "s".repeat(32) });
    const node = await openStore(database, { ...limits, perMinute });
    opened.push(node);
    return node;
  };
  beforeAll(async () => {
    place = await emptyStore(store);
    await open();
    await open();
  });
  afterAll(async () => {
    for (const node of opened) await node.close();
    await place.remove();
  });
  let day = Temporal.PlainDate.from("2026-03-01");
  return async () => {
    const [here, there] = opened;
    if (!here || !there) throw new Error("The store did not open.");
    // A test may turn the day itself.
    day = day.add({ days: 10 });
    await here.log.turnDay(day.toString(), TOPIC, AT);
    const { seq: head } = await here.log.state();
    const turners = async () =>
      store === "postgres" ? [here, there, await open(), await open()] : [here, here, here, here];
    return { here, there, open, turners, day: day.toString(), head };
  };
}

export function dayAfter(day: string): string {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString();
}

export function guest(key: string): Sender {
  return { key, name: `Guest ${key}`, kind: "guest", userId: null, range: null, since: null };
}

export function say(key: string, text: string, ref: string | null = null): Submission {
  return { sender: guest(key), ref, text };
}

/** As many messages of one sender, each with a `ref` of its own. */
export function submissions(count: number, key: string): Submission[] {
  return Array.from({ length: count }, (_, index) => say(key, `${key} ${index}`, `${key}${index}`));
}

/** The refusals among outcomes, by code. */
export function codes(outcomes: readonly (number | { code: string })[]): (string | number)[] {
  return outcomes.map((outcome) => (typeof outcome === "number" ? outcome : outcome.code));
}

export const range = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => from + index);

let accounts = 0;
/** Of somebody with a name that nobody else has. */
export function newAccount(fields: Partial<NewUser> = {}): NewUser {
  accounts++;
  return {
    email: `person${accounts}@example.com`,
    username: `person-${accounts}`,
    passwordHash: "x",
    isAdmin: false,
    ...fields,
  };
}
