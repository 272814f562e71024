/** What it costs to be one file: the room from its sources, beside itself as an executable. */
import { join } from "node:path";
import { ROOM, type Subject } from "../subjects.ts";
import { START, starts } from "./cold-start.ts";
import { FLOOD, listenTo, PER_CPU } from "./fan-out.ts";
import { atLeast, atMost, figure, type Scenario } from "./scenario.ts";

const ROOT = join(import.meta.dir, "../..");
const EXECUTABLE = join(ROOT, "dist/rage-room");

const SOURCES: Subject = { ...ROOM, name: "from its sources" };
const ONE_FILE: Subject = {
  ...ROOM,
  name: "one file",
  command: { ...ROOM.command, argv: [EXECUTABLE] },
};

export const oneFile: Scenario = {
  name: "one-file",
  about:
    "The loads of `cold-start` and `flood`, from the sources and as one file, which is built first.",
  async run(bench) {
    await build();
    return await bench.interleave("one-file", [SOURCES, ONE_FILE], async (subject) => ({
      ...(await starts(subject, bench)),
      ...(await listenTo(bench, subject, FLOOD)),
    }));
  },
  targets: (rows) => [
    atMost(250, "one file: start to healthy, ms", figure(rows, ONE_FILE, START)),
    atLeast(
      0.95,
      "one file, flood: deliveries a CPU s, times the sources'",
      figure(rows, ONE_FILE, PER_CPU) / figure(rows, SOURCES, PER_CPU),
    ),
  ],
};

async function build(): Promise<void> {
  const command = [process.execPath, join(ROOT, "bin/build.ts")];
  const building = Bun.spawn(command, { cwd: ROOT, stdout: "ignore", stderr: "inherit" });
  if ((await building.exited) !== 0) throw new Error("The executable could not be built.");
}
