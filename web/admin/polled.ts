import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { AdminSession } from "./session.ts";

const EVERY_MS = 5_000;

/** What a call answers now: asked again every five seconds while it is looked at, and after each act. */
export function usePolled<T>(session: AdminSession, path: string): T | undefined {
  const found = useSignal<T | undefined>(undefined);
  const acts = session.acts.value;
  useEffect(() => {
    let isShown = true;
    const ask = async () => {
      const answer = await session.ask<T>(path);
      if (isShown && answer) found.value = answer;
    };
    void ask();
    const timer = setInterval(() => {
      if (!document.hidden) void ask();
    }, EVERY_MS);
    return () => {
      isShown = false;
      clearInterval(timer);
    };
  }, [session, path, found, acts]);
  return found.value;
}
