import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import { useEffect } from "preact/hooks";
import { KEYS, local } from "../../shared/storage.ts";
import { claimsOf } from "../../shared/token.ts";
import type { Room } from "../state/room.ts";
import { loadLazily } from "./load-lazily.ts";

/** The list of first steps, for the admin who opened the room, in this browser, until it is hidden. */
export function FirstStepsPart({ room }: { room: Room }) {
  const list = useSignal<VNode | null>(null);
  const isWanted = room.you.value?.kind === "admin" && isWhoOpenedTheRoom();
  useEffect(() => {
    if (!isWanted) return;
    const hide = () => {
      local.forget(KEYS.firstSteps);
      list.value = null;
      document.getElementById("message")?.focus();
    };
    void loadLazily(room, () => import("./first-steps.tsx")).then((part) => {
      if (part) list.value = <part.default hide={hide} />;
    });
  }, [room, list, isWanted]);
  return isWanted ? list.value : null;
}

function isWhoOpenedTheRoom(): boolean {
  const account = local.recall(KEYS.firstSteps);
  return account !== undefined && claimsOf(local.recall(KEYS.token) ?? "")?.sub === account;
}
