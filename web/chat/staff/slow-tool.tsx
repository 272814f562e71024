import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { SLOW_SECONDS } from "../../../src/wire/limits.ts";
import { Changing } from "../../shared/changing.tsx";
import Menu from "../../shared/menu.tsx";
import { words } from "../../words/staff-words.ts";
import type { Room } from "../state/room.ts";
import { act } from "./act-for-staff.ts";
import { Hourglass } from "./icons.tsx";

/** How slow the room is, and the choice of another: two presses. */
export function SlowTool({ room }: { room: Room }) {
  const button = useRef<HTMLButtonElement>(null);
  const isOpen = useSignal(false);
  const now = room.standing.slowSeconds.value;
  const close = () => {
    isOpen.value = false;
    button.current?.focus();
  };
  const items = SLOW_SECONDS.map((seconds, index) => ({
    key: `${index}`,
    label: words.desk.seconds(seconds),
    isChosen: seconds === now,
    run: () => void slow(room, seconds),
  }));
  return (
    <>
      <button
        ref={button}
        type="button"
        class={now > 0 ? "tool on" : "tool"}
        aria-haspopup="menu"
        aria-expanded={isOpen.value}
        title={words.desk.slowTitle}
        onClick={() => {
          isOpen.value = !isOpen.peek();
        }}
      >
        <Hourglass />
        <Changing text={words.desk.slow(now)} />
      </button>
      {isOpen.value && button.current && (
        <Menu label={words.desk.slowTitle} items={items} anchor={button.current} close={close} />
      )}
    </>
  );
}

/** The room itself says what it is from now on. */
function slow(room: Room, seconds: number) {
  const body = { slow_seconds: seconds };
  const said = words.desk.slow(seconds);
  return act(room, ["PUT", "/api/mod/mode", body], () => ({ said }));
}
