/** A day of a room, minute by minute: quiet at night, loud in the evening, with a raid in between. */
import { SUBPROTOCOL } from "../../src/wire/frames.ts";
import type { Client } from "../../test/harness/sockets.ts";
import type { Stage } from "./stage.ts";

const MINUTE_MS = 60_000;
const SPEAKERS = 7;
/** How many there are in each hour, apart from those who were there before. */
const PEOPLE = [
  9, 6, 4, 2, 2, 3, 5, 9, 14, 17, 18, 20, 24, 22, 19, 21, 26, 31, 38, 44, 47,
] as const;
/** When somebody floods the room, in minutes after midnight. */
const RAID = { from: 14 * 60 + 10, to: 14 * 60 + 19 };

/** From where the stage is, shortly after midnight, to nine in the evening. */
export async function aDay(stage: Stage): Promise<void> {
  const listeners: WebSocket[] = [];
  const speakers: Client[] = [];
  for (let n = 0; n < SPEAKERS; n++) speakers.push(await stage.person(`speaker ${n}`));
  for (let minute = 0; minute < PEOPLE.length * 60; minute++) {
    const wanted = PEOPLE[Math.floor(minute / 60)] ?? 0;
    await come(stage, listeners, wanted);
    await speak(speakers, minute, wanted);
    if (minute >= RAID.from && minute < RAID.to) await flood(await stage.person("raider"));
    await stage.clock.advance(MINUTE_MS);
  }
}

/** One comes or goes each minute, until there are as many as the hour has. They do not listen: that is slow. */
async function come(stage: Stage, listeners: WebSocket[], wanted: number): Promise<void> {
  if (listeners.length > wanted) listeners.pop()?.close();
  if (listeners.length >= wanted) return;
  const socket = new WebSocket(stage.room.wsUrl, SUBPROTOCOL);
  await new Promise((resolve) => socket.addEventListener("open", resolve));
  socket.send(JSON.stringify({ type: "hello" }));
  listeners.push(socket);
}

async function speak(speakers: readonly Client[], minute: number, wanted: number): Promise<void> {
  const wave = 1 + Math.sin(minute / 7) / 2 + Math.sin(minute / 23) / 3;
  const count = Math.round((wanted * wave) / 12);
  const texts = Array.from({ length: count }, (_, n) => `jammed, ${n + 1}`);
  await Promise.all(texts.map((text, n) => tell(speakers[(minute + n) % SPEAKERS], text)));
}

/** Somebody says more than one may, and what nobody may. What is asked after it is answered after it. */
async function flood(raider: Client): Promise<void> {
  for (let n = 0; n < 34; n++) {
    const text = n % 9 === 0 ? "" : `BUY TONER ${n}`;
    raider.send({ type: "say", ref: crypto.randomUUID(), text });
  }
  raider.send({ type: "roll" });
  await raider.next("you");
}

/** Resolves once it is stored. */
async function tell(person: Client | undefined, text: string): Promise<void> {
  const ref = crypto.randomUUID();
  person?.send({ type: "say", ref, text });
  await person?.next("ack", (ack) => ack.ref === ref);
}
