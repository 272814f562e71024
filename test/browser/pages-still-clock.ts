/** A page whose clock stands still: what it does after a while, it does when the test says that the while is over. */
import type { Locator, Page } from "playwright-core";

/**
 * Of the page that is loaded next. It goes on drawing: only what waits for time to pass waits for
 * the test. Nothing it does then depends on how long the machine takes.
 */
export async function stopClock(page: Page, time = Date.now()): Promise<void> {
  // The clock brings its own frames, which would stand still too: the browser's are kept before, and given back after.
  await page.addInitScript(() => {
    const { requestAnimationFrame, cancelAnimationFrame } = window;
    Object.defineProperty(window, "ownFrames", {
      value: { requestAnimationFrame, cancelAnimationFrame },
    });
  });
  await page.clock.install({ time: time - 1_000 });
  await page.clock.pauseAt(time);
  await page.addInitScript(() => {
    const own: unknown = Reflect.get(window, "ownFrames");
    Object.assign(window, own);
  });
}

/** Lets the page's clock go on until that is there. */
export async function drawn(page: Page, what: Locator): Promise<void> {
  while ((await what.count()) === 0) await page.clock.runFor(20);
}
