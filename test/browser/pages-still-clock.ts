/** A page whose clock stands still: what it does after a while, it does when the test says that the while is over. */
import type { Locator, Page } from "playwright-core";

/** Of the page that is loaded next. */
export async function stopClock(page: Page, time = Date.now()): Promise<void> {
  await page.clock.install({ time: time - 1_000 });
  await page.clock.pauseAt(time);
}

/** Lets the page's clock go on, by which it draws too, until that is there. */
export async function drawn(page: Page, what: Locator): Promise<void> {
  while ((await what.count()) === 0) await page.clock.runFor(20);
}
