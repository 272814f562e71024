/** Whatever is said, removed and brought back, no row is accused, and the chain goes on. */
import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { readFile } from "node:fs/promises";
import { type CommandInput, type CommandName, ROOM } from "../../src/room/commands.ts";
import { Refusal } from "../../src/room/refusal.ts";
import type { Store as OpenStore } from "../../src/store/ports.ts";
import { Random } from "../../torture/random.ts";
import { TEST_MS } from "../harness/limits.ts";
import { STORES } from "../harness/room.ts";
import { command } from "../process/command.ts";
import { DAY, everything, fill, linkedRoom, setTopic } from "./linked-room.ts";
import { AT, dayAfter, guest, newAccount, say, TOPIC } from "./nodes.ts";

setDefaultTimeout(TEST_MS);

const STEPS = 400;
const PEOPLE = ["a", "b", "c", "d", "e"];

type Room = Awaited<ReturnType<typeof linkedRoom>>;

const headOf = async ({ sql }: Room) => (await sql`SELECT chain FROM room`)[0];

/** What is in the database: of a SQLite room every byte of its files, of a PostgreSQL room every row. */
async function contentsOf({ url, sql }: Room): Promise<string> {
  if (url.startsWith("sqlite:")) {
    const files = ["", "-wal", ".head"].map((end) => url.replace("sqlite:", "") + end);
    const contents = await Promise.all(files.map((file) => readFile(file, "latin1")));
    return contents.join();
  }
  const tables = await sql`SELECT messages.chain FROM messages UNION ALL SELECT chain FROM events
    UNION ALL SELECT chain FROM tombstones UNION ALL SELECT chain FROM withdrawn
    UNION ALL SELECT chain FROM room`;
  return JSON.stringify([...tables]);
}

/** One of everything that adds to the log or takes from it. */
class Evening {
  readonly #random: Random;
  /** The events that took something away. */
  readonly #acts: number[] = [];
  #said: number[] = [];
  day = "2026-03-01";

  constructor(seed: number) {
    this.#random = new Random(seed);
  }

  async step(node: OpenStore): Promise<void> {
    const random = this.#random;
    const id = random.pick([0, ...this.#said]);
    const act = random.pick([0, ...this.#acts]);
    const run = async <Name extends CommandName>(
      name: Name,
      input: CommandInput<Name>,
      by = ROOM,
    ) => {
      const { events } = await node.log.apply(name, input, by, AT);
      this.#acts.push(...events.map(({ seq }) => seq).slice(0, 1));
    };
    const ban = { kind: "ban", message: id, userId: null, minutes: 1, midnight: AT + 1 } as const;
    const steps: [weight: number, step: () => Promise<unknown>][] = [
      [12, async () => this.#said.push(...(await fill(node, random.whole(1, 5), this.#person())))],
      [2, () => setTopic(node, `Topic ${random.next()}`)],
      [2, () => run("react", { reactions: [{ id, sender: this.#person() }] })],
      [3, () => run("erase", { id })],
      [3, () => run("eraseOwn", { id }, guest(this.#person()))],
      [1, () => run("eraseOwn", {}, guest(this.#person()))],
      [1, () => run("eraseSender", { id })],
      [1, () => run("sweep", { since: AT - random.whole(0, 1) })],
      [1, () => run("sanction", { ...ban, reason: null })],
      [1, () => run("liftSanction", { id: act })],
      [1, () => run("clear", {})],
      [8, () => run("undo", { act })],
      [2, () => run("setShield", { minutes: random.whole(0, 1) })],
      [2, () => run("keepHidden", { act })],
      [1, () => run("removeHidden", { act })],
      [1, () => run("settleReport", { id, keep: random.next() < 0.5 })],
      [2, () => run("destroyWithdrawn", { upTo: act })],
      [1, () => this.#passes(node)],
    ];
    const wheel = steps.flatMap(([weight, one]) => Array.from({ length: weight }, () => one));
    await random
      .pick(wheel)()
      .catch((error) => {
        if (!(error instanceof Refusal)) throw error;
      });
  }

  async turn({ log, destruction }: OpenStore): Promise<void> {
    this.day = dayAfter(this.day);
    this.#said = [];
    await log.turnDay(this.day, TOPIC, AT);
    await destruction.destroy();
  }

  /** Somebody makes an account, speaks, and deletes it. */
  async #passes(node: OpenStore): Promise<void> {
    const user = await node.users.create(newAccount(), AT);
    const sender = { ...guest(`u:${user.id}`), kind: "user", userId: user.id } as const;
    await node.log.append(
      ["I came,", "and went."].map((text) => ({ ...say("x", `${text} ${user.id}`), sender })),
      AT,
    );
    const actor = { key: sender.key, kind: sender.kind, userId: user.id };
    await node.log.apply("deleteAccount", { userId: user.id }, actor, AT);
  }

  #person(): string {
    return this.#random.pick(PEOPLE);
  }
}

describe.each(STORES)("on %s", (store) => {
  test("after midnight no link of the day before is left in the database", async () => {
    await using room = await linkedRoom(store);
    const node = await room.open();
    const evening = new Evening(3);
    for (let at = 0; at < 60; at++) await evening.step(node);
    const rows = await room.sql`SELECT chain FROM messages UNION ALL SELECT chain FROM events
      UNION ALL SELECT chain FROM tombstones UNION ALL SELECT chain FROM withdrawn
      UNION ALL SELECT chain FROM room`;
    const links = rows.flatMap(({ chain }: { chain: string }) => chain.match(/.{16}/g) ?? []);
    const own = links.filter((link: string) => !/^A+$/.test(link));
    expect(own.length).toBeGreaterThan(60);
    await evening.turn(node);
    const left = await contentsOf(room);
    expect(own.filter((link: string) => left.includes(link))).toEqual([]);
    await fill(node, 1);
    expect(await contentsOf(room)).toContain((await headOf(room)).chain);
  });

  test("that a message was taken away is told, although the link that was left in its place is damaged", async () => {
    await using room = await linkedRoom(store);
    const node = await room.open();
    const [id = 0] = await fill(node, 1);
    await room.sql`UPDATE messages SET chain = substr(chain, 1, 16) || ${"A".repeat(16)} WHERE id = ${id}`;
    await node.log.apply("erase", { id }, ROOM, AT);
    await fill(node, 1);
    expect((await everything(node, DAY)).get(id + 1)).toEqual({ type: "deleted", seq: id + 1, id });
    expect(room.reports).toEqual([expect.stringContaining(`The row of message ${id} of ${DAY}`)]);
  });

  test("what an older version left of the chain at midnight goes with the day too", async () => {
    await using room = await linkedRoom(store);
    const { log, destruction } = await room.open();
    const { seq } = await log.state();
    await log.turnDay(dayAfter("2026-03-01"), TOPIC, AT);
    await room.sql`INSERT INTO tombstones (seq, chain) VALUES (${seq}, ${"A".repeat(32)})`;
    const destroyed = await destruction.destroy();
    expect(destroyed?.checks).toContainEqual({ what: "rows", found: 0, ok: true });
  });

  test.each([1, 2])(
    "two days of everything at once, from seed %p, are whole to the end",
    async (seed) => {
      await using room = await linkedRoom(store);
      const evening = new Evening(seed);
      let nodes = [await room.open(), store === "postgres" ? await room.open() : null];
      for (let at = 0; at < STEPS; at++) {
        const node = nodes[at % 2] ?? nodes[0];
        if (!node) throw new Error("No node is open.");
        await evening.step(node);
        if (at % 20 === 0) await everything(node, evening.day);
        if (at === STEPS / 2) await evening.turn(node);
        if (at % 90 === 0) {
          await room.end(node);
          nodes = nodes.map((one) => (one === node ? null : one));
          nodes[at % 2] = await room.open();
        }
      }
      const [node] = nodes.filter((one) => one !== null);
      if (!node) throw new Error("No node is open.");
      const read = [...(await everything(node, evening.day)).values()];
      const heard = read.filter(({ type }) => type === "message").map(({ seq }) => seq);
      expect(heard.length).toBeGreaterThan(0);
      expect((await node.log.history(evening.day, 10_000)).map(({ id }) => id)).toEqual(heard);
      expect(room.reports).toEqual([]);
      const { seq } = await node.log.state();
      const { exitCode, out } = await command("verify", "/", [], room.env);
      expect(out).toContain(`each place up to ${seq} follows the one before it`);
      expect(exitCode).toBe(0);
    },
  );
});
