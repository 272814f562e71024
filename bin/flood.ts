/** A crowd that talks without end, to watch a page by: `npx bun bin/flood.ts --rate=100 --people=50 --seconds=60`. */
import { parseArgs } from "node:util";
import { z } from "zod";
import { ServerFrame, SUBPROTOCOL } from "../src/wire/frames.ts";

const LOOPBACK = ["127.0.0.1", "localhost", "[::1]"];
const TICK_MS = 20;

const Flood = z.object({
  url: z
    .url()
    .refine((url) => LOOPBACK.includes(new URL(url).hostname), "Only a room on this machine."),
  /** Messages a second, of all people together. */
  rate: z.coerce.number().positive().max(1_000),
  people: z.coerce.number().int().positive().max(500),
  seconds: z.coerce.number().positive().max(600),
});
type Flood = z.infer<typeof Flood>;

export type Outcome = { sent: number; stored: number; refused: number };

/** Talks for the given time; resolves once every message is answered. Throws for a room elsewhere. */
export async function flood(wanted: Flood, text: (n: number) => string = line): Promise<Outcome> {
  const { url, rate, people, seconds } = Flood.parse(wanted);
  const outcome: Outcome = { sent: 0, stored: 0, refused: 0 };
  const crowd = await Promise.all(Array.from({ length: people }, () => enter(url, outcome)));
  const start = performance.now();
  const total = Math.round(rate * seconds);
  while (outcome.sent < total) {
    const due = Math.min(total, Math.ceil(((performance.now() - start) / 1_000) * rate));
    while (outcome.sent < due) {
      const n = outcome.sent++;
      const ref = `flood-${n}`;
      crowd[n % people]?.send(JSON.stringify({ type: "say", ref, text: text(n) }));
    }
    await Bun.sleep(TICK_MS);
  }
  const answered = () => outcome.stored + outcome.refused;
  const isOpen = () => crowd.every(({ readyState }) => readyState === WebSocket.OPEN);
  while (answered() < total && isOpen()) await Bun.sleep(TICK_MS);
  for (const socket of crowd) socket.close();
  return outcome;
}

/** Resolves with a guest's socket once the room has welcomed it. */
function enter(url: string, outcome: Outcome): Promise<WebSocket> {
  const { promise, resolve, reject } = Promise.withResolvers<WebSocket>();
  const socket = new WebSocket(new URL("/ws", url.replace(/^http/, "ws")), SUBPROTOCOL);
  socket.onopen = () => socket.send(JSON.stringify({ type: "hello" }));
  socket.onclose = () => reject(new Error("The room let nobody in."));
  socket.onmessage = ({ data }) => {
    for (const { type } of ServerFrame.parse(JSON.parse(data))) {
      if (type === "welcome") resolve(socket);
      if (type === "ack") outcome.stored++;
      if (type === "refused") outcome.refused++;
    }
  };
  return promise;
}

const WHAT = ["The printer", "My landlord", "The 7:42", "That meeting", "The router", "Upstairs"];
const DOES = ["did it AGAIN", "is late", "wants cyan", "could have been a mail", "beeps", "moved"];
const SO = ["", "!!!", ". I am so done.", " 🔥🔥", " 😤", ". Third time this week. THIRD.", "?!"];
const WHOLE = [
  "WHY",
  "same here",
  "كل يوم نفس القصة",
  "no words left, only noises",
  "I was on hold for fifty minutes, was told that my call matters, and then it hung up on me.",
  "nggghhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh",
];

/** The nth thing that a crowd would say: mostly short, at times long, loud or from the right. */
function line(n: number): string {
  const pick = (from: readonly string[], step: number) => from[Math.floor(n / step) % from.length];
  if (n % 4 === 3) return pick(WHOLE, 4) ?? "";
  return `${pick(WHAT, 1)} ${pick(DOES, 5)}${pick(SO, 3)}`;
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      url: { type: "string", default: "http://127.0.0.1:8000" },
      rate: { type: "string", default: "100" },
      people: { type: "string", default: "50" },
      seconds: { type: "string", default: "60" },
    },
  });
  const wanted = Flood.safeParse(values);
  if (wanted.success) console.log(await flood(wanted.data));
  else {
    console.error(z.prettifyError(wanted.error));
    process.exitCode = 1;
  }
}
