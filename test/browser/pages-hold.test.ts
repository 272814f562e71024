/** The log held still, and the keys that do it, without a browser. */
import { expect, test } from "bun:test";
import { Hold } from "../../web/chat/state/hold.ts";
import { Transcript } from "../../web/chat/state/transcript.ts";
import { letterOf } from "../../web/shared/letter.ts";

const timestamp = "2026-03-01T12:00:00Z";

function said(transcript: Transcript, seq: number): void {
  const message = {
    type: "message" as const,
    seq,
    id: seq,
    user: "Ann",
    text: `${seq}`,
    timestamp,
  };
  transcript.say({ ...message, kind: "guest" }, ANOTHERS);
}

const ANOTHERS = { mine: false, feltByMe: false, named: false, isFirst: false };

function holding() {
  let draws = 0;
  const hold = new Hold({ request: () => draws++ });
  const transcript = new Transcript();
  said(transcript, 1);
  return { hold, transcript, drawn: () => draws };
}

test("a held log shows what it showed, and everything once the last of its holders lets go", () => {
  const { hold, transcript, drawn } = holding();
  const before = transcript.entries;
  hold.begin("menu", before);
  hold.begin("key", before);
  said(transcript, 2);
  hold.arrived();
  expect(hold.still(transcript.entries)).toEqual(before);
  hold.end("key");
  expect(hold.waiting.value).toBe(1);
  hold.end("menu");
  expect(drawn()).toBe(1);
  expect(hold.waiting.value).toBe(0);
  expect(hold.still(transcript.entries)).toEqual(transcript.entries);
});

test("what has not changed in a held log is the same object, and is not drawn again", () => {
  const { hold, transcript } = holding();
  hold.begin("button", transcript.entries);
  const [first] = hold.still(transcript.entries);
  said(transcript, 2);
  expect(hold.still(transcript.entries)[0]).toBe(first ?? expect.anything());
});

test("a log that is held for long goes on before too much waits", () => {
  const { hold, transcript } = holding();
  hold.begin("button", transcript.entries);
  for (let n = 0; n < 2_000; n++) hold.arrived();
  expect(hold.isOn.value).toBe(true);
  hold.arrived();
  expect(hold.isOn.value).toBe(false);
});

test.each([
  ["m", "KeyM", "m"],
  ["M", "KeyM", "m"],
  ["m", "Semicolon", "m"],
  [",", "KeyM", ""],
  ["ة", "KeyM", "m"],
  ["ي", "KeyD", "d"],
  ["à", "Digit0", "0"],
  ["&", "Digit1", "1"],
  ["Enter", "Enter", ""],
])("a key that says %s at %s is taken for “%s”", (key, code, letter) => {
  expect(letterOf({ key, code })).toBe(letter);
});
