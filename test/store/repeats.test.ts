import { Database } from "bun:sqlite";
import { expect, setDefaultTimeout, test } from "bun:test";
import { join } from "node:path";
import { likenessOf } from "../../src/room/likeness.ts";
import { USUAL_LIMITS } from "../../src/room/speaking-limits.ts";
import { Repeats } from "../../src/store/log/repeats.ts";
import { openStore } from "../../src/store/store.ts";
import { TEST_MS } from "../harness/limits.ts";
import { folder } from "../process/program.ts";
import { codes, say, TOPIC } from "./nodes.ts";

setDefaultTimeout(TEST_MS);

const AT = Date.parse("2026-03-01T12:00:00Z");
const TEXT = 7;

test("what was accepted and then not stored may be said again, and what was stored may not", () => {
  const repeats = new Repeats(25);
  repeats.count(TEXT, "anna", AT);
  repeats.rollback();
  expect(repeats.wait(TEXT, "anna", false, AT)).toBe(0);
  repeats.count(TEXT, "anna", AT);
  repeats.commit();
  repeats.rollback();
  expect(repeats.wait(TEXT, "anna", false, AT + 1_000)).toBe(119);
});

test("what the database could not store may be said again", async () => {
  await using place = await folder();
  const file = join(place.path, "room.db");
  const store = await openStore({ dialect: "sqlite", file, dayKey: null }, USUAL_LIMITS);
  await store.log.turnDay("2026-03-01", TOPIC, AT);
  const said = [say("anna", "The printer is jammed again.")];
  const other = new Database(file);
  other.run(`CREATE TRIGGER full BEFORE INSERT ON messages
    BEGIN SELECT RAISE(ABORT, 'there is no room for it'); END`);
  const answer = store.log.append(said, AT);
  expect(await answer.catch(String)).toContain("there is no room for it");
  other.run("DROP TRIGGER full");
  other.close();
  expect((await store.log.append(said, AT)).outcomes).toEqual([expect.any(Number)]);
  expect(codes((await store.log.append(said, AT)).outcomes)).toEqual(["repeated"]);
  await store.close();
});

test("a room that allows more messages a minute allows as many more repeats", () => {
  const repeats = new Repeats(50);
  repeats.count(TEXT, "anna", AT);
  expect(repeats.wait(TEXT, "anna", true, AT)).toBe(0);
  repeats.count(TEXT, "anna", AT);
  expect(repeats.wait(TEXT, "anna", true, AT)).toBe(120);
});

test.each([
  ["Down with printers", "DOWN, with: printers!!!"],
  ["down with printers", "d o w n * with * prinnnnters"],
  ["down with printers", "dоwn with prïnters"],
])("%p reads like %p", (one, other) => {
  expect(likenessOf(other)).toBe(likenessOf(one) ?? 0);
});

test("a text of less than twelve letters is like no other", () => {
  expect(likenessOf("good morning")).toBe(null);
  expect(likenessOf("a very good morning")).not.toBe(null);
});
