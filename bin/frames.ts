/** Frames a second of the chat page on a slow phone while a crowd talks: `npx bun bin/frames.ts`. */
import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { openBrowser } from "../test/harness/chromium.ts";
import { openRoom } from "../test/harness/room.ts";
import { flood } from "./flood.ts";

const DRAFT = "half a thought";

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
  await page.locator(".msg").nth(299).waitFor();
  if (!isPinned) await page.evaluate(() => document.querySelector("main")?.scrollBy(0, -700));
  const debug = await context.newCDPSession(page);
  await debug.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  await page.evaluate(record);
  await flood({ url, rate, people: 20, seconds });
  const seen = await page.evaluate(() => {
    const stop: () => Seen = Reflect.get(globalThis, "stopRecording");
    return stop();
  });
  print(
    isPinned ? "at the end of the log" : "scrolled up",
    seen,
    await page.inputValue("#message"),
  );
  console.log(`  load of the machine before: ${load}`);
  await context.close();
}

type Seen = { frames: number[]; most: number; tops: number };

/** In the page: when each frame came, how many messages it held, where the first in view stood. */
function record() {
  const pane = document.querySelector("main");
  const lines = document.getElementsByClassName("msg");
  const top = pane?.getBoundingClientRect().top ?? 0;
  const anchor = [...lines].find((line) => line.getBoundingClientRect().top > top);
  const seen: Seen = { frames: [], most: 0, tops: 0 };
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
    return { ...seen, tops: tops.size };
  });
}

function print(where: string, { frames, most, tops }: Seen, draft: string) {
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
  console.log(`  draft ${draft === DRAFT ? "kept" : "LOST"}`);
}
