/**
 * The raiders of an evening, in a process of their own that gives way to all others: what hundreds of
 * sockets are sent must be read, and neither the room nor those who measure it wait for that.
 */
import { setPriority } from "node:os";
import { Asked } from "./raider-process.ts";
import { Speaker } from "./speaker.ts";

const LOW = 10;
/** As long as a message waits for its turn. */
const SETTLED_WITHIN_MS = 20_000;
const LOOK_EVERY_MS = 50;

setPriority(LOW);
process.on("disconnect", () => process.exit(0));
process.on("message", async (message: unknown) => {
  const { people, url, startEpoch, endMs } = Asked.parse(message);
  const start = startEpoch - performance.timeOrigin;
  const speakers = people.map((person) => new Speaker(person, url));
  const before = process.cpuUsage();
  await Promise.all(speakers.map((speaker) => speaker.play(start, endMs)));
  for (const from = performance.now(); performance.now() - from < SETTLED_WITHIN_MS; ) {
    if (speakers.every(({ isAtRest }) => isAtRest)) break;
    await Bun.sleep(LOOK_EVERY_MS);
  }
  for (const speaker of speakers) speaker.leave();
  const { user, system } = process.cpuUsage(before);
  process.send?.({
    timeOrigin: performance.timeOrigin,
    sent: speakers.flatMap(({ sent }) => sent),
    turned: speakers.flatMap(({ turned }) => turned),
    cpuSeconds: (user + system) / 1_000_000,
  });
});
process.send?.("ready");
