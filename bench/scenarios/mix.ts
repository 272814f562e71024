/** A flood in a room as rooms are: few look at the end, some read further back, most are away. */

import { Generator } from "../generator.ts";
import { Server } from "../server.ts";
import { ROOM, ROOM_DEFLATED, type Subject } from "../subjects.ts";
import { figuresOf, PER_CPU, REST_MS, SAMPLED, warmUp } from "./fan-out.ts";
import { atLeast, atMost, type Bench, type Figures, figure, type Scenario } from "./scenario.ts";

const RATE = 300;
const SECONDS = 10;
const LOOKING = { back: 0.2, away: 0.5 };
const RETURNING = 0.2;
const AWAY_FRAMES = "frames / minute away";

export const mixSmall = mix("mix", 2_000, () => []);

export const mixLarge: Scenario = mix("mix-large", 10_000, (rows) => [
  atLeast(6_000_000, "large mix: deliveries a CPU s", figure(rows, ROOM, PER_CPU)),
  atMost(120, "large mix: p99 at the end, ms", figure(rows, ROOM, "p99 ms")),
  atMost(25, "large mix: frames a minute to who is away", figure(rows, ROOM, AWAY_FRAMES)),
  atMost(0, "large mix: clients that miss any or hold it twice", figure(rows, ROOM, "wrong")),
]);

function mix(name: string, clients: number, targets: Scenario["targets"]): Scenario {
  return {
    name,
    about:
      `${RATE} messages a second to ${clients} clients: 30 % at the end, 20 % further back, 50 % away, of whom a fifth ` +
      "comes back meanwhile. Deliveries are messages that reached a reader: who stays away is given none, and none is counted.",
    targets,
    run: (bench) =>
      bench.interleave(name, [ROOM, ROOM_DEFLATED], (subject) => once(bench, subject, clients)),
  };
}

async function once(bench: Bench, subject: Subject, clients: number): Promise<Figures> {
  await using server = await Server.start(subject.command);
  await using generator = new Generator();
  await generator.join({
    ...subject,
    port: server.port,
    clients: bench.clients(clients),
    sampled: SAMPLED,
  });
  await warmUp(generator, bench);
  await generator.look(LOOKING);
  await Bun.sleep(REST_MS);
  const before = server.cpuSeconds();
  const ms = bench.ms(SECONDS * 1_000);
  const round = await generator.say({
    rate: RATE,
    ms,
    drainMs: bench.drainMs,
    returning: RETURNING,
  });
  const minutes = round.ms / 60_000;
  return {
    ...figuresOf(round, server.cpuSeconds() - before),
    [AWAY_FRAMES]: round.awayFrames / minutes,
    "bytes / minute away": round.awayBytes / minutes,
  };
}
