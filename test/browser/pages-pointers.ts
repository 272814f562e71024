/** What presses a page: a mouse, or a finger that the debugger moves. */
import type { Locator, Page } from "playwright-core";

export interface Pointer {
  down(x: number, y: number): Promise<void>;
  up(x: number, y: number): Promise<void>;
  /** To there, while it is down. */
  slide(x: number, y: number): Promise<void>;
  /** Ends the press without pressing anything. */
  cancel(): Promise<void>;
}

/** Where to press an element, once it has kept still for some frames: the page may still be scrolling. */
export async function middleOf(element: Locator): Promise<[x: number, y: number]> {
  await element.scrollIntoViewIfNeeded();
  return element.evaluate(async (node) => {
    let { x, y, width, height } = node.getBoundingClientRect();
    for (let still = 0; still < 5; still++) {
      await new Promise(requestAnimationFrame);
      const now = node.getBoundingClientRect();
      if (now.x !== x || now.y !== y) still = 0;
      ({ x, y, width, height } = now);
    }
    return [x + width / 2, y + height / 2];
  });
}

/** Begins a press of an element; says where. A log that scrolls between the look and the press has it begun again. */
export async function putDown(pointer: Pointer, element: Locator): Promise<[x: number, y: number]> {
  for (;;) {
    const [x, y] = await middleOf(element);
    const hit = await element.evaluateHandle((node) => {
      const press = { isOn: false };
      const begin = ({ target }: Event) => {
        press.isOn = target instanceof Node && node.contains(target);
      };
      addEventListener("pointerdown", begin, { capture: true, once: true });
      return press;
    });
    await pointer.down(x, y);
    if (await hit.evaluate(({ isOn }) => isOn)) return [x, y];
    await pointer.cancel();
  }
}

export async function finger(page: Page): Promise<Pointer> {
  const devtools = await page.context().newCDPSession(page);
  const touch = async (
    type: "touchStart" | "touchMove" | "touchEnd" | "touchCancel",
    touchPoints: { x: number; y: number }[],
  ) => {
    await devtools.send("Input.dispatchTouchEvent", { type, touchPoints });
  };
  return {
    down: (x, y) => touch("touchStart", [{ x, y }]),
    up: () => touch("touchEnd", []),
    slide: (x, y) => touch("touchMove", [{ x, y }]),
    cancel: () => touch("touchCancel", []),
  };
}

export async function mouse({ mouse }: Page): Promise<Pointer> {
  return {
    async down(x, y) {
      await mouse.move(x, y);
      await mouse.down();
    },
    async up(x, y) {
      await mouse.move(x, y);
      await mouse.up();
    },
    slide: (x, y) => mouse.move(x, y, { steps: 3 }),
    async cancel() {
      await mouse.move(0, 0);
      await mouse.up();
    },
  };
}

/** Each hand, with the width of what it holds. */
export const HANDS = [
  ["a finger", 360, finger],
  ["a mouse", 1280, mouse],
] as const;
