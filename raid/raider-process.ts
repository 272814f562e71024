/** Starts the process of the raiders, and brings what they sent into this one's time. */
import { join } from "node:path";
import type { Subprocess } from "bun";
import { z } from "zod";
import { keepTrackOf } from "../torture/cleanup.ts";
import { Person } from "./plan.ts";
import { Sent, Turned } from "./sent.ts";

export const Asked = z.object({
  people: z.array(Person),
  url: z.string(),
  /** When the evening starts, in milliseconds since the epoch. */
  startEpoch: z.number(),
  endMs: z.number(),
});
const Played = z.object({
  timeOrigin: z.number(),
  sent: z.array(Sent),
  turned: z.array(Turned),
  cpuSeconds: z.number(),
});
type Played = Omit<z.infer<typeof Played>, "timeOrigin">;

export class RaiderProcess {
  readonly #process: Subprocess;
  readonly #ready = Promise.withResolvers<void>();
  readonly #played = Promise.withResolvers<Played>();

  constructor() {
    this.#process = keepTrackOf(
      Bun.spawn([process.execPath, join(import.meta.dir, "raiders.ts")], {
        stdio: ["ignore", "inherit", "inherit"],
        ipc: (message) => {
          if (message === "ready") this.#ready.resolve();
          else this.#played.resolve(inOurTime(Played.parse(message)));
        },
        onExit: () => this.#played.reject(new Error("The raiders ended too early.")),
      }),
    );
    // Whoever plays them is told.
    this.#played.promise.catch(() => undefined);
  }

  get ready(): Promise<void> {
    return this.#ready.promise;
  }

  /** `start` by `performance.now()`. Resolves once they are answered, or have waited for long. */
  play(people: Person[], url: string, start: number, endMs: number): Promise<Played> {
    this.#process.send({ people, url, startEpoch: performance.timeOrigin + start, endMs });
    return this.#played.promise;
  }

  async end(): Promise<void> {
    this.#process.kill("SIGKILL");
    await this.#process.exited;
  }
}

function inOurTime({ timeOrigin, sent, turned, cpuSeconds }: z.infer<typeof Played>): Played {
  const later = timeOrigin - performance.timeOrigin;
  return {
    sent: sent.map((one) => ({
      ...one,
      atMs: one.atMs + later,
      answer:
        one.answer && "seq" in one.answer
          ? { ...one.answer, atMs: one.answer.atMs + later }
          : one.answer,
    })),
    turned: turned.map((one) => ({ ...one, atMs: one.atMs + later })),
    cpuSeconds,
  };
}
