import type { Clock, Logger } from "../room/ports.ts";

const AGAIN_MS = 60_000;

interface Sealing {
  secondStep: { reseal(): Promise<void> };
}

/**
 * Once the room's secret has changed, so that the one before can be dropped: at once where that is
 * so already. Returns what stops it.
 */
export async function resealOnce(
  { secondStep }: Sealing,
  from: number,
  clock: Clock,
  logger: Logger,
): Promise<() => void> {
  let cancel: (() => void) | undefined;
  const run = async () => {
    try {
      await secondStep.reseal();
    } catch (err) {
      logger.warn({ err }, "Second steps are still sealed with the secret from before.");
      cancel = clock.after(AGAIN_MS, () => void run());
    }
  };
  const wait = from - clock.now();
  if (wait <= 0) await run();
  else cancel = clock.after(wait, () => void run());
  return () => cancel?.();
}
