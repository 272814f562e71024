/** What presses a page: a mouse, or a finger that the debugger moves. */
import type { Page } from "playwright-core";

export interface Pointer {
  down(x: number, y: number): Promise<void>;
  up(x: number, y: number): Promise<void>;
}

export async function finger(page: Page): Promise<Pointer> {
  const devtools = await page.context().newCDPSession(page);
  const touch = async (
    type: "touchStart" | "touchEnd",
    touchPoints: { x: number; y: number }[],
  ) => {
    await devtools.send("Input.dispatchTouchEvent", { type, touchPoints });
  };
  return {
    down: (x, y) => touch("touchStart", [{ x, y }]),
    up: () => touch("touchEnd", []),
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
  };
}
