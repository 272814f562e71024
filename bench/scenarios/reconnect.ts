/** Everyone comes back at once, late in a day of many messages. */

import { Generator } from "../generator.ts";
import { Server } from "../server.ts";
import { HISTORY, HISTORY_IN_ONE, ROOM, ROOM_DEFLATED, type Subject } from "../subjects.ts";
import { atMost, type Bench, type Figures, figure, type Scenario } from "./scenario.ts";

const CLIENTS = 5_000;
const DAY = 5_000;
/** What a page holds, and so what each client is brought. */
const BACKLOG = 300;
const CPU = "CPU ms / client";

export const reconnect: Scenario = {
  name: "reconnect",
  about: `${CLIENTS} clients come back over a day of ${DAY} messages; each gets the last ${BACKLOG}.`,
  run(bench) {
    const subjects = [ROOM, ROOM_DEFLATED, HISTORY, ...(bench.quick ? [] : [HISTORY_IN_ONE])];
    return bench.interleave("reconnect", subjects, (subject) => once(bench, subject));
  },
  targets: (rows) =>
    [ROOM, ROOM_DEFLATED].map((room) =>
      atMost(
        0.1,
        `reconnect, ${room.name}: share of the CPU of a history a client`,
        figure(rows, room, CPU) / figure(rows, HISTORY, CPU),
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
  const clients = bench.clients(CLIENTS);
  const before = server.cpuSeconds();
  const { ms } = await generator.join({ ...subject, port, clients, sampled: 0, backlog: BACKLOG });
  const cpu = server.cpuSeconds() - before;
  return { [CPU]: (cpu * 1000) / clients, "CPU s": cpu, "all back, s": ms / 1000 };
}
