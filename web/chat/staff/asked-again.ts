import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { call } from "../../shared/api.ts";
import type { Room } from "../state/room.ts";

/** However much happens, it is asked no more often. */
const EVERY_MS = 1_000;

/** What staff have to decide on, asked for again whenever it may have changed. */
export function useAskedAgain<One>(room: Room, path: string): readonly One[] {
  const open = useSignal<readonly One[]>([]);
  const last = useRef(Number.NEGATIVE_INFINITY);
  const changes = room.reports.count.value;
  useEffect(() => {
    const ask = async () => {
      last.current = performance.now();
      const answer = await call<readonly One[]>("GET", path);
      if (answer.ok) open.value = answer.value;
    };
    const wait = Math.max(0, last.current + EVERY_MS - performance.now());
    const timer = setTimeout(() => void ask(), wait);
    return () => clearTimeout(timer);
  }, [changes, path]);
  return open.value;
}
