import { expect, test } from "bun:test";
import { open as openFile, readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { isSealed, open, seal } from "../../src/store/erasure/aes-gcm.ts";
import { DayKey, UnusableKey } from "../../src/store/erasure/day-key.ts";
import { folder } from "../process/program.ts";

const DAY = "2026-03-01";
const NEXT = "2026-03-02";
const begun = (file: string, day: string) => {
  const keys = new DayKey(file, "fresh");
  keys.begin(day);
  return keys;
};
const KEY = new Uint8Array(32).fill(7);

test.each(["x", "Straße 漢字 👩‍👩‍👧‍👦", 'a "quoted"\n\\ line', "😡".repeat(3_000)])(
  "a sealed text opens as it was",
  (text) => {
    const sealed = seal(KEY, 12, text);
    expect(isSealed(sealed)).toBe(true);
    expect(sealed).not.toBe(text);
    expect(open(KEY, 12, sealed)).toBe(text);
  },
);

test("a sealed text opens neither at another place nor with another key, nor when it was changed", () => {
  const sealed = seal(KEY, 12, "Printers.");
  const changed = `${sealed.slice(0, 30)}${sealed[30] === "A" ? "B" : "A"}${sealed.slice(31)}`;
  expect(() => open(KEY, 13, sealed)).toThrow();
  expect(() => open(new Uint8Array(32), 12, sealed)).toThrow();
  expect(() => open(KEY, 12, changed)).toThrow();
});

test("one text is sealed differently each time, so that equal rows do not show", () => {
  expect(seal(KEY, 1, "Same.")).not.toBe(seal(KEY, 1, "Same."));
});

test("the key of the day is kept for the next start in a file that only its owner may read", async () => {
  await using place = await folder();
  const file = join(place.path, "room.day");
  const key = Buffer.from(begun(file, DAY).of(DAY) ?? []);
  expect(key).toHaveLength(32);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(new DayKey(file, "fresh").of(DAY)).toEqual(key);
  expect(await readdir(place.path)).toEqual(["room.day"]);
});

test("the next day has a key of its own, and the one before is nowhere any more", async () => {
  await using place = await folder();
  const file = join(place.path, "room.day");
  const keys = begun(file, DAY);
  const held = keys.of(DAY);
  const before = Buffer.from(held ?? []);
  keys.begin(NEXT);
  expect(keys.of(NEXT)).not.toEqual(before);
  expect(keys.of(DAY)).toBeNull();
  expect(held).toEqual(Buffer.alloc(32));
  expect((await readFile(file)).includes(before)).toBe(false);
  expect(new DayKey(file, "fresh").of(DAY)).toBeNull();
});

test("what the old file held is overwritten where it lay", async () => {
  await using place = await folder();
  const file = join(place.path, "room.day");
  const keys = begun(file, DAY);
  const before = Buffer.from(keys.of(DAY) ?? []);
  await using handle = await openFile(file);
  keys.begin(NEXT);
  const now = await handle.readFile();
  expect(now.includes(before)).toBe(false);
  expect(now).toEqual(await readFile(file));
});

test("a file that a crash left empty holds no key, and one begins in it", async () => {
  await using place = await folder();
  const file = join(place.path, "room.day");
  await Bun.write(file, "");
  expect(new DayKey(file, "fresh").of(DAY)).toBeNull();
  const key = begun(file, DAY).of(DAY);
  expect(new DayKey(file, "fresh").of(DAY)).toEqual(key);
});

test("who shares the file follows the one that went ahead", async () => {
  await using place = await folder();
  const file = join(place.path, "room.day");
  const other = begun(file, DAY);
  const one = begun(file, DAY);
  expect(one.of(DAY)).toEqual(other.of(DAY));
  one.begin(NEXT);
  other.begin(NEXT);
  expect(other.of(NEXT)).toEqual(one.of(NEXT));
});

test("chained keys of two nodes agree, however many days one of them slept", async () => {
  await using place = await folder();
  const first = new DayKey(join(place.path, "first.day"), "chained");
  const second = new DayKey(join(place.path, "second.day"), "chained");
  first.begin(DAY);
  const held = { day: DAY, key: Buffer.from(first.of(DAY) ?? []) };
  expect(second.adopt(held, "2026-03-03", "0000000000000000")).toBe(false);
  first.of(NEXT);
  first.of("2026-03-04");
  expect(second.adopt(held, "2026-03-04", first.check("2026-03-04"))).toBe(true);
  expect(second.held).toEqual(first.held);
  expect(second.of("2026-03-09")).toEqual(first.of("2026-03-09"));
});

test("a file that holds no key is refused by name, and left as it is", async () => {
  await using place = await folder();
  const file = join(place.path, "room.day");
  await Bun.write(file, "not a key");
  expect(() => new DayKey(file, "fresh")).toThrow(UnusableKey);
  expect(() => new DayKey(file, "fresh")).toThrow(file);
  expect(await Bun.file(file).text()).toBe("not a key");
});
