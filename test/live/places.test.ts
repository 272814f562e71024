import { expect, test } from "bun:test";
import { Places } from "../../src/live/places.ts";

function filled(max: number, ranges: readonly string[]): Places {
  const places = new Places(max);
  for (const range of ranges) if (places.offer(range) === "yes") places.take(range);
  return places;
}

test("one address takes half of a room at most, and everyone else still comes in", () => {
  const places = filled(
    200,
    Array.from({ length: 200 }, () => "a"),
  );
  expect(places.taken).toBe(100);
  expect(places.offer("a")).toBe("staff");
  const others = Array.from({ length: 100 }, (_, at) => `other ${at % 10}`);
  for (const range of others) {
    expect(places.offer(range)).toBe("yes");
    places.take(range);
  }
  expect(places.taken).toBe(200);
});

test("a room that is full for everyone else has places left for staff, and not without end", () => {
  const places = filled(2, ["a", "b"]);
  expect(places.offer("c")).toBe("staff");
  for (let taken = 0; taken < 8; taken++) places.take("c");
  expect(places.offer("c")).toBe("no");
});

test("who leaves makes room for another", () => {
  const places = filled(1, ["a"]);
  places.leave("a");
  expect(places.taken).toBe(0);
  expect(places.offer("a")).toBe("yes");
});
