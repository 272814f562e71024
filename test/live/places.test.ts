import { expect, test } from "bun:test";
import { Places } from "../../src/live/places.ts";
import { range } from "../ws/joining.ts";

test("one address takes half of a room at most, and everyone else still comes in", () => {
  const places = new Places(200);
  const taken = range(1, 200).filter(() => places.take("a"));
  expect(taken).toHaveLength(100);
  expect(places.taken).toBe(100);
  for (const other of range(1, 100)) expect(places.take(`other ${other % 10}`)).toBe(true);
  expect(places.taken).toBe(200);
  expect(places.take("one more")).toBe(false);
});

test("who leaves makes room for another", () => {
  const places = new Places(1);
  expect(places.take("a")).toBe(true);
  expect(places.take("b")).toBe(false);
  places.leave("a");
  expect(places.taken).toBe(0);
  expect(places.take("b")).toBe(true);
});
