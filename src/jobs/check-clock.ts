import type { CorrectedClock } from "../process/corrected-clock.ts";
import { every } from "../process/every.ts";
import type { Logger } from "../room/ports.ts";

const EVERY_MS = 60_000;
/** Less is the business of NTP, and of a question that took long. */
const MOST_OFF_MS = 60_000;

/**
 * Holds the machine's clock against the database's, which all nodes share. Where it is off by more
 * than a minute the room goes by the database's: a node never ends the day of the others early, and
 * one that is alone ends it at the right time. Throws what the database throws.
 */
export async function checkClock(
  clock: CorrectedClock,
  databaseTime: () => Promise<number>,
  logger: Logger,
): Promise<void> {
  const asked = clock.machine.now();
  const right = await databaseTime();
  const behind = Math.round(right - (asked + clock.machine.now()) / 2);
  const isOff = Math.abs(behind) > MOST_OFF_MS;
  if (isOff && clock.behind === 0) {
    const seconds = Math.round(Math.abs(behind) / 1_000);
    logger.error(
      { event: "clock_off", seconds_behind: Math.round(behind / 1_000) },
      `This machine's clock is ${seconds} seconds ${behind > 0 ? "behind" : "ahead of"} the database's. The room goes by the database's, for its days too. Set this machine's (NTP).`,
    );
  }
  if (!isOff && clock.behind !== 0) {
    logger.info({ event: "clock_right" }, "This machine's clock is right again.");
  }
  clock.behind = isOff ? behind : 0;
}

export function keepChecking(
  clock: CorrectedClock,
  databaseTime: () => Promise<number>,
  logger: Logger,
): () => void {
  return every(
    clock,
    () => EVERY_MS,
    () => {
      checkClock(clock, databaseTime, logger).catch((error: unknown) =>
        logger.warn({ err: error }, "The database's clock could not be asked for."),
      );
    },
  );
}
