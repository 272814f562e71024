/** Looks at a page at every frame, for what a person would see jump, grow or vanish. */
import type { Page } from "playwright-core";

export interface Watch {
  /** Where the first message in view has stood, and what the textbox held. */
  tops: number[];
  drafts: string[];
  /** The most messages there were, and the furthest that the end was below the view. */
  most: number;
  furthest: number;
}

/** Watches until it is told to stop. */
export async function watch(page: Page): Promise<() => Promise<Watch>> {
  await page.evaluate(() => {
    const pane = document.querySelector("main");
    const box = document.querySelector("textarea");
    const top = pane?.getBoundingClientRect().top ?? 0;
    const lines = document.getElementsByClassName("msg");
    const anchor = [...lines].find((line) => line.getBoundingClientRect().top > top);
    const tops = new Set<number>();
    const drafts = new Set<string>();
    let [most, furthest] = [0, 0];
    let isOver = false;
    const look = () => {
      if (isOver || !pane) return;
      tops.add(Math.round(anchor?.getBoundingClientRect().top ?? 0));
      drafts.add(box?.value ?? "");
      most = Math.max(most, lines.length);
      furthest = Math.max(furthest, pane.scrollHeight - pane.scrollTop - pane.clientHeight);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    Reflect.set(globalThis, "watched", () => {
      isOver = true;
      return { tops: [...tops], drafts: [...drafts], most, furthest };
    });
  });
  return () =>
    page.evaluate(() => {
      const watched: () => Watch = Reflect.get(globalThis, "watched");
      return watched();
    });
}
