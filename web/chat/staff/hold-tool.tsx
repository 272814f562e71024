import { Changing } from "../../shared/changing.tsx";
import { words } from "../../words/staff-words.ts";
import type { Room } from "../state/room.ts";
import { Pause } from "./icons.tsx";

/** For a finger, which cannot hold a key: one press holds the log, the next lets it go. */
export function HoldTool({ room }: { room: Room }) {
  const { hold } = room;
  const isOn = hold.isOn.value;
  const press = () => {
    if (hold.isOn.peek()) hold.endAll();
    else hold.begin("button", room.entries.peek());
  };
  return (
    <button
      type="button"
      class={isOn ? "tool on" : "tool"}
      title={words.desk.holdHint}
      onClick={press}
    >
      <Pause />
      <Changing text={isOn ? words.desk.held(hold.waiting.value) : words.desk.hold} />
    </button>
  );
}
