import { expect, test } from "bun:test";
import { randomBytes } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { folder } from "../process/program.ts";
import { keyBytesIn, keyNeedles, newCanaries } from "./canaries.ts";
import { searchFiles, searchMemory } from "./search.ts";

/** Every way in which a text may lie in a file, each made by other means than the needles are. */
const LAID: Record<string, (text: string) => string | Uint8Array> = {
  raw: (text) => text,
  "UTF-16LE": (text) => Buffer.from(text, "utf16le"),
  "UTF-16BE": (text) => Buffer.from([...Buffer.from(text, "utf16le")]).swap16(),
  JSON: (text) => JSON.stringify({ said: [text] }),
  "JSON \\u": (text) =>
    text.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`),
  percent: (text) => encodeURIComponent(`a ${text}`),
  hex: (text) => Buffer.from(`x${text}`).toString("hex"),
  base64: (text) => Buffer.from(`${text}!`).toString("base64"),
  "base64, one on": (text) => Buffer.from(`x${text}!!`).toString("base64"),
  "base64, two on": (text) => btoa(String.fromCharCode(...Buffer.from(`xx${text}`))),
  base64url: (text) => Buffer.from(`?${text}`).toString("base64url"),
};

test("the search finds each text in each form, at any place of any file, by its first or its last half", async () => {
  await using place = await folder();
  const { texts, patterns } = newCanaries(3);
  const noise = randomBytes(100_000);
  for (const [at, text] of texts.entries()) {
    for (const [form, lay] of Object.entries(LAID)) {
      for (const half of [text.slice(0, 60), text.slice(-60)]) {
        const file = join(place.path, `${at} ${form.replace("\\", "")}`, ".hidden");
        await mkdir(join(file, ".."), { recursive: true });
        await writeFile(file, Buffer.concat([noise, Buffer.from(lay(half)), noise]));
        const hits = await searchFiles(place.path, patterns);
        expect({ form, half, hits: hits.length }).not.toEqual({ form, half, hits: 0 });
        await writeFile(file, noise);
        expect(await searchFiles(place.path, patterns)).toEqual([]);
      }
    }
  }
});

test("the search finds a key as it is and as text", async () => {
  await using place = await folder();
  const key = randomBytes(32);
  const forms = [key, key.toString("hex"), key.toString("base64"), key.toString("base64url")];
  for (const form of forms) {
    await writeFile(join(place.path, "file"), form);
    expect(await searchFiles(place.path, keyNeedles(key))).not.toEqual([]);
  }
});

test("what is found of a key is counted in bytes, and as the whole of it where it stands as text", async () => {
  await using place = await folder();
  const key = randomBytes(32);
  const found = async (bytes: string | Uint8Array) => {
    await writeFile(join(place.path, "file"), bytes);
    return keyBytesIn(await searchFiles(place.path, keyNeedles(key)));
  };
  expect(await found(randomBytes(32))).toBe(0);
  expect(await found(key)).toBe(32);
  expect(await found(Buffer.concat([randomBytes(3), key.subarray(8)]))).toBe(24);
  expect(await found(Buffer.concat([key.subarray(24), randomBytes(9), key.subarray(0, 8)]))).toBe(
    16,
  );
  expect(await found(key.toString("hex"))).toBe(Number.POSITIVE_INFINITY);
});

test("the search finds what another process holds in memory", async () => {
  const { texts, patterns } = newCanaries(1);
  const child = Bun.spawn(["sh", "-c", "read line", "sh", ...texts], { stdin: "pipe" });
  const hits = await searchMemory(child.pid, patterns);
  await child.stdin.end();
  await child.exited;
  expect(hits.map(({ form }) => form)).toContain("raw");
});
