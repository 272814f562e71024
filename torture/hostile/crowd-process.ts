import { constants, setPriority } from "node:os";
import type { Subprocess } from "bun";
import type { z } from "zod";
import { keepTrackOf } from "../cleanup.ts";
import { Deeds, type Plan } from "./crowd.ts";

const CROWD = new URL("./crowd.ts", import.meta.url).pathname;

/** Hostile sockets that have come, in a process of their own. */
export class Crowd {
  readonly #process: Subprocess;
  readonly #said: ReadableStreamDefaultReader<string>;

  private constructor(child: Subprocess, said: ReadableStreamDefaultReader<string>) {
    this.#process = child;
    this.#said = said;
  }

  /** Resolves when each has had a turn. */
  static async come(plan: Plan): Promise<Crowd> {
    const child = keepTrackOf(
      Bun.spawn([process.execPath, CROWD, JSON.stringify(plan)], {
        stdout: "pipe",
        stderr: "inherit",
      }),
    );
    // The processors of those who attack are not the room's.
    setPriority(child.pid, constants.priority.PRIORITY_LOW);
    const said = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
    await said.read();
    return new Crowd(child, said);
  }

  async leave(): Promise<z.infer<typeof Deeds>> {
    this.#process.kill("SIGTERM");
    const { value = "" } = await this.#said.read();
    await this.#process.exited;
    return Deeds.parse(JSON.parse(value));
  }
}
