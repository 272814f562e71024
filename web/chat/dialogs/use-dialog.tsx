import { useSignal } from "@preact/signals";
import type { ComponentType, VNode } from "preact";
import { useCallback } from "preact/hooks";
import type { Room } from "../state/room.ts";
import { loadLazily } from "./load-lazily.ts";

type Part = { default: ComponentType<{ room: Room; close: () => void }> };

/** A dialog that comes when it is first asked for. `load` is an import and no more: see load-part.ts. */
export function useDialog(room: Room) {
  const dialog = useSignal<VNode | null>(null);
  const open = useCallback(
    async (load: () => Promise<Part>) => {
      const close = () => {
        dialog.value = null;
      };
      const part = await loadLazily(room, load);
      if (part) dialog.value = <part.default room={room} close={close} />;
    },
    [room, dialog],
  );
  return { open, dialog: dialog.value };
}
