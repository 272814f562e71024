/** What one delivered message weighs on the wire, WebSocket headers included. */

import { Generator } from "../generator.ts";
import { Server } from "../server.ts";
import { ROOM, ROOM_DEFLATED, ROOM_PLAIN, type Subject } from "../subjects.ts";
import { warmUp } from "./fan-out.ts";
import { atMost, type Bench, type Figures, figure, type Scenario } from "./scenario.ts";

const CLIENTS = 2_000;
/** A frame a message weighs the same for any crowd; this one can be kept up with. */
const CLIENTS_OF_PLAIN = 400;
const RATE = 300;
const BYTES = "bytes / message";

export const bytes: Scenario = {
  name: "bytes",
  about: `The flood, ${RATE} messages a second to ${CLIENTS} clients (${CLIENTS_OF_PLAIN} in plain mode): bytes a delivered message.`,
  run: (bench) =>
    bench.interleave("bytes", [ROOM_PLAIN, ROOM, ROOM_DEFLATED], (subject) => once(bench, subject)),
  targets: (rows) => [
    atMost(
      0.4,
      "bytes deflated, share of one plain JSON frame a message",
      figure(rows, ROOM_DEFLATED, BYTES) / figure(rows, ROOM_PLAIN, BYTES),
    ),
  ],
};

async function once(bench: Bench, subject: Subject): Promise<Figures> {
  await using server = await Server.start(subject.command);
  await using generator = new Generator();
  const { port } = server;
  const clients = bench.clients(subject === ROOM_PLAIN ? CLIENTS_OF_PLAIN : CLIENTS);
  await generator.join({ ...subject, port, clients, sampled: 20 });
  await warmUp(generator, bench);
  const round = await generator.say({ rate: RATE, ms: bench.ms(8_000), drainMs: bench.drainMs });
  return { [BYTES]: round.bytes / round.delivered, "p99 ms": round.p99, wrong: round.wrong };
}
