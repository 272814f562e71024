/** Frames a second of the chat page on a slow phone while a crowd talks, and how soon it answers: `npx bun bin/frames.ts`. */
import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import type { Page } from "playwright-core";
import { openBrowser } from "../test/harness/chromium.ts";
import { openRoom } from "../test/harness/room.ts";
import { flood } from "./flood.ts";

const DRAFT = "half a thought";
/** Where the hearts stand, one below the other. */
const HEARTS = { x: 330, y: 400 };
/** Between a letter and a tap, as somebody does who is in a hurry. */
const PAUSE_MS = 100;

const { values } = parseArgs({
  options: {
    rate: { type: "string", default: "100" },
    seconds: { type: "string", default: "10" },
    slowdown: { type: "string", default: "4" },
  },
});
const [rate, seconds, slowdown] = [
  Number(values.rate),
  Number(values.seconds),
  Number(values.slowdown),
];

console.log(
  `360 px wide, processor slowed ${slowdown} times, ${rate} messages a second for ${seconds} s`,
);
const browser = await openBrowser();
for (const isPinned of [true, false]) await measure(isPinned);
await browser.close();

async function measure(isPinned: boolean) {
  const load = loadavg()[0]?.toFixed(2);
  await using room = await openRoom({ env: { MESSAGES_PER_MINUTE: "100000" } });
  const { url } = room;
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  await page.goto(url);
  await page.locator(".send:enabled").waitFor();
  await flood({ url, rate: 200, people: 10, seconds: 2 });
  await page.fill("#message", DRAFT);
  // As many as always stay.
  await page.locator(".msg").nth(249).waitFor();
  if (!isPinned) await page.evaluate(() => document.querySelector("main")?.scrollBy(0, -700));
  const debug = await context.newCDPSession(page);
  await debug.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  await page.evaluate(record);
  const talk = new AbortController();
  const acted = act(page, talk.signal);
  await flood({ url, rate, people: 20, seconds });
  talk.abort();
  const acts = await acted;
  const seen = await page.evaluate(() => {
    const stop: () => Seen = Reflect.get(globalThis, "stopRecording");
    return stop();
  });
  print(isPinned ? "at the end of the log" : "scrolled up", seen, acts);
  const draft = await page.inputValue("#message");
  console.log(`  draft ${draft === DRAFT + "a".repeat(acts / 2) ? "kept" : "LOST"}`);
  console.log(`  load of the machine before: ${load}`);
  await context.close();
}

/** Types a letter and taps a heart in turn until it is told to stop; how many of both, an even number. */
async function act(page: Page, stop: AbortSignal): Promise<number> {
  let acts = 0;
  for (; !stop.aborted; acts += 2) {
    await page.locator("#message").press("a");
    await Bun.sleep(PAUSE_MS);
    await page.touchscreen.tap(HEARTS.x, HEARTS.y);
    await Bun.sleep(PAUSE_MS);
  }
  return acts;
}

type Seen = { frames: number[]; most: number; tops: number; delays: number[] };

/**
 * In the page: when each frame came, how many messages it held, where the first in view stood, and how
 * long each letter and each tap took to be seen, where that was over 16 ms (Event Timing, interactions).
 */
function record() {
  const pane = document.querySelector("main");
  const lines = document.getElementsByClassName("msg");
  const top = pane?.getBoundingClientRect().top ?? 0;
  const anchor = [...lines].find((line) => line.getBoundingClientRect().top > top);
  const seen: Pick<Seen, "frames" | "most"> = { frames: [], most: 0 };
  const delays = new Map<number, number>();
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (!(entry instanceof PerformanceEventTiming) || entry.interactionId === 0) continue;
      const { interactionId, duration } = entry;
      delays.set(interactionId, Math.max(duration, delays.get(interactionId) ?? 0));
    }
  });
  const interactions = { type: "event", durationThreshold: 16 };
  observer.observe(interactions);
  const tops = new Set<number | undefined>();
  let request = 0;
  const look = (at: number) => {
    seen.frames.push(at);
    seen.most = Math.max(seen.most, lines.length);
    if (seen.frames.length % 30 === 0) tops.add(anchor?.getBoundingClientRect().top);
    request = requestAnimationFrame(look);
  };
  request = requestAnimationFrame(look);
  Reflect.set(globalThis, "stopRecording", () => {
    cancelAnimationFrame(request);
    observer.disconnect();
    return { ...seen, tops: tops.size, delays: [...delays.values()] };
  });
}

function print(where: string, { frames, most, tops, delays }: Seen, acts: number) {
  const gaps = frames.slice(1).map((at, n) => at - (frames[n] ?? at));
  const sorted = gaps.toSorted((one, other) => other - one);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
  const spent = (frames.at(-1) ?? 0) - (frames[0] ?? 0);
  console.log(where);
  console.log(`  frames a second: ${((gaps.length / spent) * 1_000).toFixed(1)} on the whole,`);
  console.log(
    `    median ${(1_000 / at(0.5)).toFixed(1)}, slowest twentieth ${(1_000 / at(0.05)).toFixed(1)},`,
  );
  console.log(`    longest frame ${at(0).toFixed(0)} ms`);
  console.log(`  messages on the page: ${most} at most; places of the first in view: ${tops}`);
  const slowest = delays.toSorted((one, other) => other - one);
  const p98 = slowest[Math.floor(acts * 0.02)] ?? 16;
  console.log(
    `  ${acts} letters and taps: seen after ${p98} ms (98 of 100), ${slowest[0] ?? 16} at most`,
  );
}
