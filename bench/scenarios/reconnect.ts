/** Everyone comes back at once, late in a day of many messages. */

import { Generator } from "../generator.ts";
import { Server } from "../server.ts";
import {
  BACKLOG,
  DAY,
  LAST_IN_ONE,
  LAST_MESSAGES,
  ROOM,
  ROOM_DEFLATED,
  type Subject,
  WHOLE_DAY,
} from "../subjects.ts";
import { atMost, type Bench, type Figures, figure, type Scenario } from "./scenario.ts";

const CLIENTS = 5_000;
/** Of the whole day for each: enough to tell what one costs, and they do not outlast a run. */
const CLIENTS_OF_ALL = 500;
const CPU = "CPU ms / client";

export const reconnect: Scenario = {
  name: "reconnect",
  about: `${CLIENTS} clients come back over a day of ${DAY} messages; each gets the last ${BACKLOG}, or the whole day where its name says so.`,
  run(bench) {
    const others = bench.quick ? [] : [LAST_MESSAGES, LAST_IN_ONE];
    const subjects = [ROOM, ROOM_DEFLATED, WHOLE_DAY, ...others];
    return bench.interleave("reconnect", subjects, (subject) => once(bench, subject));
  },
  targets: (rows) =>
    [ROOM, ROOM_DEFLATED].map((room) =>
      atMost(
        0.1,
        `reconnect, ${room.name}: share of the CPU of rendering the day a client`,
        figure(rows, room, CPU) / figure(rows, WHOLE_DAY, CPU),
      ),
    ),
};

async function once(bench: Bench, subject: Subject): Promise<Figures> {
  await using server = await Server.start(subject.command);
  await using generator = new Generator();
  const { port } = server;
  if (subject.stores) {
    await generator.join({ ...subject, port, clients: 20, sampled: 0 });
    const day = await generator.press({ messages: DAY, ms: 60_000, inFlight: 16 });
    if (day.acked < DAY) throw new Error(`Only ${day.acked} of the day's ${DAY} were stored.`);
    await generator.leave();
  }
  const isWhole = subject === WHOLE_DAY;
  const clients = bench.clients(isWhole ? CLIENTS_OF_ALL : CLIENTS);
  const backlog = isWhole ? DAY : BACKLOG;
  const before = server.cpuSeconds();
  const { ms } = await generator.join({ ...subject, port, clients, sampled: 0, backlog });
  const cpu = server.cpuSeconds() - before;
  return { [CPU]: (cpu * 1000) / clients, "CPU s": cpu, "all back, s": ms / 1000 };
}
