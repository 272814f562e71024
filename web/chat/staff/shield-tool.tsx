import { ShieldButton } from "../../shared/shield-button.tsx";
import type { Room } from "../state/room.ts";
import { act } from "./act-for-staff.ts";

export function ShieldTool({ room }: { room: Room }) {
  return (
    <ShieldButton
      look="tool"
      shield={room.standing.shield.value}
      set={(minutes, said) => {
        const body = { shield_minutes: minutes };
        void act(room, ["PUT", "/api/mod/mode", body], () => ({ said }));
      }}
    />
  );
}
