/** The process as a service of systemd, where it is one. */
import { openNotifier } from "./service-manager.ts";

export interface Service {
  /** The room takes messages. From now on the event loop tells again and again that it turns. */
  ready(): void;
  stopping(): void;
}

/** By the variables that systemd sets. */
export function serviceOf(env: Record<string, string | undefined>): Service {
  const tell = openNotifier(env["NOTIFY_SOCKET"] ?? "");
  const watchdogMs = Number(env["WATCHDOG_USEC"] ?? 0) / 1_000;
  return {
    ready() {
      tell?.("READY=1");
      // Twice as often as it must be, as sd_watchdog_enabled(3) asks.
      if (tell && watchdogMs > 0) setInterval(() => tell("WATCHDOG=1"), watchdogMs / 2).unref();
    },
    stopping: () => void tell?.("STOPPING=1"),
  };
}
