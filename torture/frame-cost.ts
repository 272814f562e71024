/**
 * `npx bun torture/frame-cost.ts`: what one frame over its limit costs the room, in microseconds of processor time,
 * beyond what receiving it costs a server that does nothing. For each kind of frame a new room and a new such server
 * in turn.
 */
import { parseArgs } from "node:util";
import { type Command, Server } from "../bench/server.ts";
import { room } from "../bench/subjects.ts";
import { endOnSignals } from "./cleanup.ts";
import { BARE } from "./hostile/bare-server.ts";
import { FRAMES, textFrame } from "./hostile/kinds.ts";
import { Talker } from "./hostile/talker.ts";

/** Each socket says so many first: together more than their range may. */
const FIRST = 4;
/** Fewer than close a socket. */
const MOST_FRAMES = 150;

const { values } = parseArgs({
  options: {
    /** Of one range, whose limits they use up together: `look` wants 750. */
    sockets: { type: "string", default: "1000" },
    /** Of each socket. */
    frames: { type: "string", default: `${MOST_FRAMES}` },
    /** Frames that are sent in one write: all of them, as one socket in a hurry does, or one, as many do. */
    together: { type: "string", default: "1" },
    only: { type: "string" },
  },
});
const frames = Math.min(MOST_FRAMES, Number(values.frames));
const sockets = Number(values.sockets);
const together = Number(values.together);
const only = values.only?.split(",");
endOnSignals();

const kinds = Object.entries({
  ...FRAMES,
  plain: (turn: number) => ({ user: "x", text: `A plain line, ${turn}` }),
}).filter(([name]) => name !== "hello" && (only?.includes(name) ?? true));

console.log("| frame | frames | bytes back | room µs | bare µs | more |");
console.log("|---|--:|--:|--:|--:|--:|");
for (const [name, frame] of kinds) {
  const ours = await cost(room({ MESSAGES_PER_MINUTE: "25" }), name, frame);
  const bare = await cost(BARE, name, frame);
  const more = (ours.micros - bare.micros).toFixed(1);
  const cells = [name, ours.sent, ours.bytes, ours.micros.toFixed(1), bare.micros.toFixed(1), more];
  console.log(`| ${cells.join(" | ")} |`);
}
process.exit(0);

async function cost(command: Command, name: string, frame: (turn: number) => object) {
  await using server = await Server.start(command);
  const mode = name === "plain" ? "plain" : "v1";
  const talkers: Talker[] = [];
  while (talkers.length < sockets) talkers.push(await Talker.open(server.port, mode));
  const say = async (count: number) => {
    for (let turn = 0; turn < count; turn += together) {
      const some = Array.from({ length: Math.min(together, count - turn) }, (_, more) =>
        textFrame(frame(turn + more)),
      );
      for (const talker of talkers) talker.write(Buffer.concat(some));
      // What was written leaves, and what came is read.
      await Bun.sleep(0);
    }
    await Promise.all(talkers.map((talker) => talker.heard()));
  };
  await say(FIRST);
  for (const talker of talkers) talker.bytes = 0;
  const before = server.cpuSeconds();
  await say(frames);
  const sent = frames * sockets;
  const micros = ((server.cpuSeconds() - before) * 1_000_000) / sent;
  const bytes = talkers.reduce((sum, talker) => sum + talker.bytes, 0);
  for (const talker of talkers) talker.close();
  return { sent, micros, bytes };
}
