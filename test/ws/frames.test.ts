import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { FRAME_BYTES } from "../../src/wire/limits.ts";
import { openRoom, type TestRoom } from "../harness/room.ts";
import { type Client, connect } from "../harness/sockets.ts";
import { FAMILY, heard, join, refusal, say } from "./joining.ts";

let room: TestRoom;
let bystander: Client;
beforeAll(async () => {
  room = await openRoom({ env: { MESSAGES_PER_MINUTE: "10000" } });
  ({ client: bystander } = await join(room.wsUrl));
});
afterAll(() => room.stop());

describe("a frame that makes no sense", () => {
  const BAD: [string, string | Uint8Array<ArrayBuffer>][] = [
    ["no JSON", "nonsense"],
    ["nothing", ""],
    ["an array", '[{"type":"roll"}]'],
    ["null", "null"],
    ["a number", "1"],
    ["a text", '"say"'],
    ["an empty object", "{}"],
    ["no known type", '{"type":"shout"}'],
    ["a type that is no text", '{"type":["say"]}'],
    ["a say without a ref", '{"type":"say","text":"x"}'],
    ["a say without a text", '{"type":"say","ref":"x"}'],
    ["an empty ref", '{"type":"say","ref":"","text":"x"}'],
    ["a ref of 65", `{"type":"say","ref":"${"r".repeat(65)}","text":"x"}`],
    ["a ref that is a number", '{"type":"say","ref":1,"text":"x"}'],
    ["a text that is an object", '{"type":"say","ref":"x","text":{}}'],
    ["__proto__ for an object", '{"__proto__":{"type":"roll"}}'],
    ["binary", new TextEncoder().encode('{"type":"roll"}')],
    ["very deep", "[".repeat(30_000)],
  ];

  test.each(BAD)("%s is refused, and the socket goes on", async (_name, frame) => {
    const { client } = await join(room.wsUrl);
    client.sendRaw(frame);
    const refused = await client.next("refused");
    expect(refused).toEqual({ type: "refused", code: "invalid", detail: refused.detail });
    expect(await say(client, "and on")).toBeNumber();
    await client.close();
  });

  test.each([
    '{"type":"hello","after":-1}',
    '{"type":"hello","after":"1"}',
    '{"type":"hello","token":1}',
  ])("the hello %s is refused, and a better one may follow", async (frame) => {
    const client = await connect(room.wsUrl);
    client.sendRaw(frame);
    expect(await client.next("refused")).toMatchObject({ code: "invalid" });
    client.send({ type: "hello" });
    await client.next("welcome");
    await client.close();
  });

  test("closes the socket with 1002 when it is the twentieth, and no other socket", async () => {
    const { client } = await join(room.wsUrl);
    for (let i = 0; i < 19; i++) client.sendRaw("nonsense");
    for (let i = 0; i < 19; i++) await client.next("refused");
    expect(await say(client, "still here")).toBeNumber();
    client.sendRaw("nonsense");
    expect(await client.closed).toMatchObject({ code: 1002 });
    await heard(bystander, "undisturbed");
  });
});

describe("a frame over the limit", () => {
  test.each([FRAME_BYTES + 1, 10 * FRAME_BYTES])(
    "of %d bytes closes the socket with 1009, and no other",
    async (size) => {
      const { client } = await join(room.wsUrl);
      client.sendRaw("x".repeat(size));
      expect(await client.closed).toMatchObject({ code: 1009 });
      await heard(bystander, "undisturbed");
    },
  );

  test("is not one of exactly that size", async () => {
    const { client } = await join(room.wsUrl);
    client.sendRaw("x".repeat(FRAME_BYTES));
    expect(await client.next("refused")).toMatchObject({ code: "invalid" });
  });
});

describe("a text", () => {
  const refused = async (text: string) => {
    const { client } = await join(room.wsUrl);
    const { code } = await refusal(client, text);
    await client.close();
    return code;
  };

  test.each([
    ["501 letters", "a".repeat(501)],
    ["501 families", FAMILY.repeat(501)],
    ["as much as a frame takes", "é".repeat(15_000)],
  ])("of %s is too long", async (_name, text) => {
    expect(await refused(text)).toBe("too_long");
  });

  test.each([
    ["500 letters", "a".repeat(500)],
    ["500 families", FAMILY.repeat(500)],
    ["500 letters between spaces", `  ${"a".repeat(500)}\n\n`],
    ["500 flags", "🇩🇪".repeat(500)],
    ["one letter", "a"],
    ["two lines", "a\nb"],
    ["a right-to-left word", "שלום"],
  ])("of %s is taken", async (_name, text) => {
    const { client } = await join(room.wsUrl);
    const seq = await say(client, text);
    const { text: stored } = await client.next("message", ({ id }) => id === seq);
    expect(stored).toBe(text.trim());
    await client.close();
  });

  test("of 500 families fits a frame even with every character escaped", async () => {
    const { client } = await join(room.wsUrl);
    const escaped = Array.from({ length: FAMILY.length }, (_, index) => {
      return `\\u${FAMILY.charCodeAt(index).toString(16).padStart(4, "0")}`;
    });
    client.sendRaw(`{"type":"say","ref":"x","text":"${escaped.join("").repeat(500)}"}`);
    await client.next("ack");
  });

  test.each(["a\u0007b", "a\u0000", "x\u001b[31m", "a\u007f", "a\u0085b"])(
    "with a control character is refused: %j",
    async (text) => {
      expect(await refused(text)).toBe("control_character");
    },
  );

  test.each([
    "",
    " ",
    "\n\t \r\n",
    "\u00a0\u3000",
    "\u200b\u200d\u2060\ufeff",
    "\u3164",
    "\u034f\ufe0f",
    "\u2800",
  ])("that shows nothing is empty: %j", async (text) => {
    expect(await refused(text)).toBe("empty");
  });

  test("with half a surrogate pair is mended, not broken", async () => {
    const { client } = await join(room.wsUrl);
    client.sendRaw('{"type":"say","ref":"x","text":"half \\ud83d"}');
    const { seq } = await client.next("ack");
    expect(await client.next("message", ({ id }) => id === seq)).toMatchObject({
      text: "half \ufffd",
    });
  });
});
