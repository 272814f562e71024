import { expect, test } from "bun:test";
import { likenessOf } from "../../src/room/likeness.ts";
import { Repeats } from "../../src/store/log/repeats.ts";

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
