import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { SQL } from "bun";
import { readConfig } from "../../src/config.ts";
import { LogReplaced } from "../../src/room/log-replaced.ts";
import { openedState } from "../../src/room/opened-state.ts";
import type { Log } from "../../src/room/ports.ts";
import { USUAL_LIMITS } from "../../src/room/speaking-limits.ts";
import { openStore } from "../../src/store/store.ts";
import { virtualClock } from "../harness/clock.ts";
import { TEST_MS } from "../harness/limits.ts";
import { emptyStore, keptLog, STORES, storedAt } from "../harness/room.ts";

setDefaultTimeout(TEST_MS);
const TOPIC = { topic: "Printers", rules: "Be brief." };

describe.each(STORES)("a room that opens on %s", (store) => {
  test("begins with the log that is there, where another node replaced it meanwhile", async () => {
    await using place = await opened();
    await place.replace("of another node");
    const state = await place.state();
    expect(state).toMatchObject({ epoch: "of another node", day: "2026-03-01", topic: "Printers" });
    expect(state.seq).toBeGreaterThan(0);
  });

  test("begins with it where that happens after the day was turned", async () => {
    await using place = await opened();
    const { log } = place;
    const apply: Log["apply"] = async (...call) => {
      if (times++ === 0) await place.replace("of another node");
      return log.apply(...call);
    };
    let times = 0;
    expect((await place.state({ apply })).epoch).toBe("of another node");
    expect(times).toBe(2);
  });

  test("gives up where it is replaced again and again", async () => {
    await using place = await opened();
    const { log } = place;
    let times = 0;
    const turnDay: Log["turnDay"] = async (...call) => {
      await place.replace(`number ${times++}`);
      return log.turnDay(...call);
    };
    const failure = await place.state({ turnDay }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(LogReplaced);
    expect(times).toBe(3);
  });

  async function opened() {
    const { url, remove } = await emptyStore(store);
    const { database } = readConfig({ ...storedAt(url), SECRET_KEY: "s".repeat(32) });
    const { log, close } = await openStore(database, USUAL_LIMITS);
    const sql = new SQL(url);
    const clock = virtualClock("2026-03-01T12:00:00Z");
    const { logger } = keptLog();
    return {
      log,
      replace: (epoch: string) => sql`UPDATE room SET epoch = ${epoch}`,
      state(instead: Partial<Pick<Log, "turnDay" | "apply">> = {}) {
        const asked: Pick<Log, "turnDay" | "apply" | "state"> = {
          turnDay: (...call) => log.turnDay(...call),
          apply: (...call) => log.apply(...call),
          state: () => log.state(),
          ...instead,
        };
        return openedState({ log: asked, clock, logger, timezone: "UTC", topic: TOPIC });
      },
      async [Symbol.asyncDispose]() {
        await sql.close();
        await close();
        await remove();
      },
    };
  }
});
