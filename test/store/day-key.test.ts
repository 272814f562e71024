import { expect, test } from "bun:test";
import { createSecretKey } from "node:crypto";
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
const keyOf = (keys: DayKey, day: string) => keys.of(day)?.export() ?? null;
const KEY = createSecretKey(Buffer.alloc(32, 7));
const OTHER_KEY = createSecretKey(Buffer.alloc(32));

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
  expect(() => open(OTHER_KEY, 12, sealed)).toThrow();
  expect(() => open(KEY, 12, changed)).toThrow();
});

test("one text is sealed differently each time, so that equal rows do not show", () => {
  expect(seal(KEY, 1, "Same.")).not.toBe(seal(KEY, 1, "Same."));
});

test("the key of the day is kept for the next start in a file that only its owner may read", async () => {
  await using place = await folder();
  const file = join(place.path, "room.day");
  const key = keyOf(begun(file, DAY), DAY);
  expect(key).toHaveLength(32);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(keyOf(new DayKey(file, "fresh"), DAY)).toEqual(key);
  expect(await readdir(place.path)).toEqual(["room.day"]);
});

test("the next day has a key of its own, and the one before is nowhere any more", async () => {
  await using place = await folder();
  const file = join(place.path, "room.day");
  const keys = begun(file, DAY);
  const held = keys.held?.key;
  const before = Buffer.from(held ?? []);
  keys.advanceTo(NEXT);
  expect(keyOf(keys, NEXT)).not.toEqual(before);
  expect(keyOf(keys, DAY)).toBeNull();
  expect(held).toEqual(Buffer.alloc(32));
  expect((await readFile(file)).includes(before)).toBe(false);
  expect(keyOf(new DayKey(file, "fresh"), DAY)).toBeNull();
});

test("what the old file held is overwritten where it lay", async () => {
  await using place = await folder();
  const file = join(place.path, "room.day");
  const keys = begun(file, DAY);
  const before = keyOf(keys, DAY) ?? "";
  await using handle = await openFile(file);
  keys.advanceTo(NEXT);
  const now = await handle.readFile();
  expect(now.includes(before)).toBe(false);
  expect(now).toEqual(await readFile(file));
});

test("a file that a crash left empty holds no key, and one begins in it", async () => {
  await using place = await folder();
  const file = join(place.path, "room.day");
  await Bun.write(file, "");
  expect(keyOf(new DayKey(file, "fresh"), DAY)).toBeNull();
  const key = keyOf(begun(file, DAY), DAY);
  expect(keyOf(new DayKey(file, "fresh"), DAY)).toEqual(key);
});

test("who shares the file follows the one that went ahead", async () => {
  await using place = await folder();
  const file = join(place.path, "room.day");
  const other = begun(file, DAY);
  const one = begun(file, DAY);
  expect(keyOf(one, DAY)).toEqual(keyOf(other, DAY));
  one.advanceTo(NEXT);
  other.advanceTo(NEXT);
  expect(keyOf(other, NEXT)).toEqual(keyOf(one, NEXT));
});

test("chained keys of two nodes agree, however many days one of them slept", async () => {
  await using place = await folder();
  const first = new DayKey(join(place.path, "first.day"), "chained");
  const second = new DayKey(join(place.path, "second.day"), "chained");
  first.begin(DAY);
  const held = { day: DAY, key: keyOf(first, DAY) ?? Buffer.alloc(0) };
  expect(second.adopt(held, "2026-03-03", "0000000000000000")).toBe(false);
  first.advanceTo(NEXT);
  first.advanceTo("2026-03-04");
  expect(second.adopt(held, "2026-03-04", first.check("2026-03-04"))).toBe(true);
  expect(second.held).toEqual(first.held);
  first.advanceTo("2026-03-09");
  second.advanceTo("2026-03-09");
  expect(keyOf(second, "2026-03-09")).toEqual(keyOf(first, "2026-03-09"));
});

test.each(["fresh", "chained"] as const)(
  "asked for tomorrow, a %s key and its file stay as they are",
  async (derivation) => {
    await using place = await folder();
    const file = join(place.path, "room.day");
    const keys = new DayKey(file, derivation);
    keys.begin(DAY);
    const key = keyOf(keys, DAY);
    const bytes = await readFile(file);
    const { mtimeNs } = await stat(file, { bigint: true });
    expect(keys.of(NEXT)).toBeNull();
    expect(keys.check(NEXT)).toBe("");
    keys.begin(NEXT);
    expect(await readFile(file)).toEqual(bytes);
    expect((await stat(file, { bigint: true })).mtimeNs).toBe(mtimeNs);
    expect(keys.held).toMatchObject({ day: DAY, key });
  },
);

test("a day that has begun takes no key back to an earlier one", async () => {
  await using place = await folder();
  const file = join(place.path, "room.day");
  const keys = begun(file, NEXT);
  const bytes = await readFile(file);
  keys.advanceTo(DAY);
  keys.advanceTo(NEXT);
  expect(await readFile(file)).toEqual(bytes);
});

test("a file that holds no key is refused by name, and left as it is", async () => {
  await using place = await folder();
  const file = join(place.path, "room.day");
  await Bun.write(file, "not a key");
  expect(() => new DayKey(file, "fresh")).toThrow(UnusableKey);
  expect(() => new DayKey(file, "fresh")).toThrow(file);
  expect(await Bun.file(file).text()).toBe("not a key");
});
