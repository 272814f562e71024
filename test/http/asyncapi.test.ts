/** The document of the socket names what the socket speaks, and what is spoken is as it says. */
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { z } from "zod";
import { ClientFrame, ServerEvent } from "../../src/wire/frames.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom, type TestRoom } from "../harness/room.ts";
import { connectPlain } from "../harness/sockets.ts";
import { heard, join, refusal } from "../ws/joining.ts";

setDefaultTimeout(TEST_MS);

let room: TestRoom;
beforeAll(async () => {
  room = await openRoom();
});
afterAll(() => room.stop());

const Reference = z.object({ $ref: z.string() });
const Schema = z.record(z.string(), z.json());
const Described = z.looseObject({ description: z.string().min(1) });
/** What AsyncAPI 3.0 asks of these parts. */
const AsyncApi = z.strictObject({
  asyncapi: z.literal("3.0.0"),
  info: z.strictObject({ title: z.string(), version: z.string(), description: z.string() }),
  defaultContentType: z.literal("application/json"),
  channels: z.record(
    z.string().regex(/^\w+$/),
    z.strictObject({
      address: z.literal("/ws"),
      title: z.string(),
      description: z.string(),
      messages: z.record(z.string(), Reference),
      bindings: z.strictObject({
        ws: z.strictObject({ method: z.literal("GET"), bindingVersion: z.literal("0.1.0") }),
      }),
    }),
  ),
  operations: z.record(
    z.string().regex(/^\w+$/),
    z.strictObject({
      action: z.enum(["send", "receive"]),
      summary: z.string().min(1),
      channel: Reference,
      messages: z.array(Reference),
    }),
  ),
  components: z.strictObject({
    messages: z.record(
      z.string(),
      z.strictObject({ name: z.string(), title: z.string(), summary: z.string(), payload: Schema }),
    ),
    schemas: z.record(z.string(), z.intersection(Described, Schema)),
  }),
});

const JsonSchema = z.custom<Parameters<typeof z.fromJSONSchema>[0]>((one) => one instanceof Object);

async function read() {
  const response = await room.call("GET", "/asyncapi.json");
  expect(response.status).toBe(200);
  expect(response.headers.get("Content-Type")).toContain("application/json");
  const raw: unknown = await response.json();
  return { raw, document: AsyncApi.parse(raw) };
}

/** What a JSON pointer of the document leads to. */
function at(document: unknown, pointer: string): unknown {
  const steps = pointer.replace("#/", "").split("/");
  return steps.reduce<unknown>(
    (here, step) => z.record(z.string(), z.unknown()).parse(here)[step],
    document,
  );
}

test("it is AsyncAPI 3.0, every reference leads somewhere, and the reference's page links it", async () => {
  const { raw, document } = await read();
  const references = [...JSON.stringify(raw).matchAll(/"\$ref":"([^"]+)"/g)];
  expect(references.length).toBeGreaterThan(30);
  for (const [, pointer = ""] of references) expect(at(raw, pointer)).toBeObject();
  // The messages of an operation are those of its channel.
  for (const { channel, messages } of Object.values(document.operations)) {
    for (const { $ref } of messages) expect($ref).toStartWith(`${channel.$ref}/messages/`);
  }
  expect(await (await room.call("GET", "/docs")).text()).toContain('href="asyncapi.json"');
});

test("every kind of frame is there, sent by whom it is sent", async () => {
  const { document } = await read();
  const received = Object.entries(document.operations).filter(([, { action, channel }]) => {
    return action === "receive" && channel.$ref === "#/channels/v1";
  });
  const names = (schemas: readonly { shape: { type: { value: string } } }[]) =>
    schemas.map(({ shape }) => shape.type.value).toSorted();
  expect(received.map(([name]) => name).toSorted()).toEqual(names(ClientFrame.options));
  expect(Object.keys(document.components.schemas).toSorted()).toEqual(names(ServerEvent.options));
});

test("what is really spoken is as it says, and what is not the protocol is not", async () => {
  const { document } = await read();
  const { messages, schemas } = document.components;
  const schemaOf = (schema: unknown) => z.fromJSONSchema(JsonSchema.parse(schema));
  const events = new Map(Object.entries(schemas).map(([type, one]) => [type, schemaOf(one)]));

  const { client, welcome } = await join(room.wsUrl);
  const seq = await heard(client, "hello");
  await refusal(client, " ");
  client.send({ type: "erase", id: seq });
  await client.next("deleted");
  client.send({ type: "proof" });
  await client.next("proof");
  const kinds = new Set(client.events.map(({ type }) => type));
  expect([...kinds]).toEqual(
    expect.arrayContaining(["welcome", "message", "ack", "refused", "deleted", "proof"]),
  );
  for (const event of client.events) {
    expect(events.get(event.type)?.safeParse(event).error).toBeUndefined();
  }
  expect(events.get("welcome")?.safeParse({ ...welcome, seq: "1" }).success).toBe(false);

  const say = schemaOf(messages["say"]?.payload);
  expect(say.safeParse({ type: "say", ref: "1", text: "x" }).success).toBe(true);
  expect(say.safeParse({ type: "say", ref: "", text: "x" }).success).toBe(false);

  const plain = await connectPlain(room.wsUrl);
  plain.send({ user: "Plain Bot", text: "in plain words" });
  plain.send({ user: "Plain Bot", text: " " });
  const said = await plain.next(({ text }) => text === "in plain words");
  const notice = await plain.next(({ user }) => user === "System");
  const received = schemaOf(messages["plainReceived"]?.payload);
  for (const event of [said, notice]) expect(received.safeParse(event).error).toBeUndefined();
});
