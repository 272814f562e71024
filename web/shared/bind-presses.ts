/** A finger that moved further than this meant to scroll, or changed its mind. */
const STILL_PX = 10;
const PRESSABLE = "button, a, summary";

interface Press {
  button: Element;
  x: number;
  y: number;
}

/**
 * In a list whose rows move, a press acts on the button that was there when it began: what has
 * moved under the finger meanwhile is not pressed. Keys and assistive technology press the button
 * that has the focus, as ever. For the `ref` of the list; its listeners go with it.
 */
export function bindPresses(list: HTMLElement | null, pressable = PRESSABLE): void {
  if (!list) return;
  let press: Press | undefined;
  const buttonOf = (target: EventTarget | null) =>
    target instanceof Element ? (target.closest(pressable) ?? undefined) : undefined;
  const begin = ({ target, clientX: x, clientY: y }: PointerEvent) => {
    const button = buttonOf(target);
    press = button && { button, x, y };
  };
  const cancel = () => {
    press = undefined;
  };
  const end = (event: MouseEvent) => {
    // Not from a pointer.
    if (event.detail === 0) return;
    const begun = press;
    press = undefined;
    const clicked = buttonOf(event.target);
    if (begun?.button === clicked) return;
    event.stopPropagation();
    event.preventDefault();
    if (!begun?.button.isConnected || !isStill(begun, event)) return;
    if (begun.button instanceof HTMLElement) begun.button.click();
  };
  list.addEventListener("pointerdown", begin, true);
  list.addEventListener("pointercancel", cancel, true);
  list.addEventListener("click", end, true);
}

function isStill({ x, y }: Press, { clientX, clientY }: MouseEvent): boolean {
  return Math.hypot(clientX - x, clientY - y) <= STILL_PX;
}
