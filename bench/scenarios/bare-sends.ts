/** What of a server's time the kernel takes for its frames, however they came about. */

import { Generator } from "../generator.ts";
import { Server } from "../server.ts";
import { BARE_SENDS } from "../subjects.ts";
import type { Bench, Figures } from "./scenario.ts";

export const FRAMES_PER_CPU = "frames / CPU s";
export const FRAME_BYTES = "bytes / frame";

/** Sends alone, of frames as long, to as many clients for as long as the load that it stands beside. */
export async function bareSends(
  bench: Bench,
  { clients, frameBytes = 0 }: { clients: number; frameBytes?: number },
): Promise<Figures> {
  const env = { FRAME_BYTES: String(frameBytes) };
  await using server = await Server.start({ ...BARE_SENDS.command, env });
  await using generator = new Generator();
  await generator.join({
    ...BARE_SENDS,
    port: server.port,
    clients: bench.clients(clients),
    sampled: 0,
  });
  const listen = (ms: number) => generator.say({ rate: 0, ms: bench.ms(ms), drainMs: 0 });
  await listen(2_000);
  const before = server.cpuSeconds();
  const { frames, bytes } = await listen(10_000);
  const cpu = server.cpuSeconds() - before;
  return { [FRAMES_PER_CPU]: frames / cpu, [FRAME_BYTES]: bytes / frames, "CPU s": cpu };
}

/** The share of a CPU second that a server needs besides its sends, of two figures of one run. */
export function ownShare(framesPerCpu: number, bareFramesPerCpu: number): number {
  return 1 - framesPerCpu / bareFramesPerCpu;
}
