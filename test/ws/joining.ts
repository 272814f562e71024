/** What most tests of sockets begin with. */

import type { Log } from "../../src/room/ports.ts";
import type { Hello, LogEvent, ServerEvent } from "../../src/wire/frames.ts";
import { emptyStore, openRoom, type RoomOptions, type Store } from "../harness/room.ts";
import { type Client, connect } from "../harness/sockets.ts";

export const FAMILY = "👨‍👩‍👧‍👦";

export async function join(
  url: string,
  hello: Omit<Hello, "type"> = {},
  options: { deflate?: boolean } = {},
) {
  const client = await connect(url, options);
  client.send({ type: "hello", ...hello });
  return { client, welcome: await client.next("welcome") };
}

/** Says something and waits until it is stored. */
export async function say(client: Client, text: string, ref: string = crypto.randomUUID()) {
  client.send({ type: "say", ref, text });
  return (await client.next("ack", (ack) => ack.ref === ref)).seq;
}

/** As `say`, and waits until everyone can have heard it: the ack may come first. */
export async function heard(client: Client, text: string) {
  const seq = await say(client, text);
  await client.next("message", ({ id }) => id === seq);
  return seq;
}

/** Says something that will be refused, and gives the refusal. */
export async function refusal(client: Client, text: string, ref: string = crypto.randomUUID()) {
  client.send({ type: "say", ref, text });
  return client.next("refused", (refused) => refused.ref === ref);
}

/** The events that have a place in the log, as they came. */
export function logged(events: readonly ServerEvent[]): LogEvent[] {
  return events.filter(
    (event): event is LogEvent =>
      "seq" in event && event.type !== "welcome" && event.type !== "ack",
  );
}

/** The numbers from `first` to `last`. */
export function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** A room in which so much was said before it opened, straight into the store. */
export async function openAfter(messages: number, store: Store, options: RoomOptions = {}) {
  const place = await emptyStore(store);
  const env = { ...options.env, DATABASE_URL: place.url };
  let log: Log | undefined;
  const keep = (real: Log) => {
    log = real;
    return real;
  };
  const sender = {
    key: "before",
    name: "Ann",
    kind: "guest" as const,
    userId: null,
    range: null,
    since: null,
  };
  {
    await using first = await openRoom({ ...options, env, log: keep });
    const { time } = await (await first.call("GET", "/api/today")).json();
    for (let done = 0; done < messages; done += 500) {
      const batch = range(done + 1, Math.min(messages, done + 500));
      const says = batch.map((number) => ({ sender, ref: null, text: `before ${number}` }));
      await log?.append(says, Date.parse(time));
    }
  }
  const room = await openRoom({ ...options, env });
  const stop = () => room.stop().then(place.remove);
  return { ...room, stop, [Symbol.asyncDispose]: stop };
}
