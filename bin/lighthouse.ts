/** Weighs the pages with Lighthouse, on a phone and on a desk: `npx bun bin/lighthouse.ts`, or `--why` for what cost points. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Browser, chromium } from "playwright-core";
import { z } from "zod";
import { buildPages } from "../src/http/pages.ts";
import { openBrowser } from "../test/harness/chromium.ts";
import { freePort } from "../test/harness/free-port.ts";
import { openRoom } from "../test/harness/room.ts";
import { connect } from "../test/harness/sockets.ts";
import { EARLIER } from "./pictures/talk.ts";

const FOLDER = join(import.meta.dir, "lighthouse");
const TOOL = join(FOLDER, "node_modules/lighthouse/cli/index.js");
const PROFILES = { phone: [], desktop: ["--preset=desktop"] };
const COUNTS = ["performance", "accessibility", "best-practices", "seo"] as const;

const Score = z.object({ score: z.number().nullable() });
const Report = z.object({
  categories: z.record(
    z.enum(COUNTS),
    Score.extend({ auditRefs: z.array(z.object({ id: z.string(), weight: z.number() })) }),
  ),
  audits: z.record(
    z.string(),
    Score.extend({ title: z.string(), displayValue: z.string().optional() }),
  ),
});
type Report = z.infer<typeof Report>;

const { values: asked } = parseArgs({ options: { why: { type: "boolean", default: false } } });
await install();
const built = await buildPages();
// A room that has been up for a moment sends its pages compressed.
await built.compress();
await using room = await openRoom({ pages: Promise.resolve(built) });
await using speaker = await connect(room.wsUrl);
speaker.send({ type: "hello" });
for (const [index, [, text]] of EARLIER.entries()) {
  speaker.send({ type: "say", ref: `${index}`, text });
  await speaker.next("ack");
}

const port = freePort();
await using browser = await openBrowser([`--remote-debugging-port=${port}`]);
console.log(`Chromium ${browser.version()}`);
console.log("| Page | Profile | Performance | Accessibility | Best practices | SEO |");
console.log("|---|---|--:|--:|--:|--:|");
for (const path of ["/", "/login", "/admin"]) await weigh(path, path);
await signIn(await chromium.connectOverCDP(`http://127.0.0.1:${port}`), await room.admin());
await weigh("/admin", "/admin, signed in");

async function weigh(path: string, name: string): Promise<void> {
  for (const [profile, flags] of Object.entries(PROFILES)) {
    const report = await lighthouse(room.url + path, flags);
    const scores = COUNTS.map((count) => percent(report.categories[count].score));
    console.log(`| ${[name, profile, ...scores].join(" | ")} |`);
    if (asked.why) for (const line of lost(report)) console.log(`    ${line}`);
  }
}

async function lighthouse(url: string, flags: readonly string[]): Promise<Report> {
  const only = `--only-categories=${COUNTS.join(",")}`;
  const fixed = [`--port=${port}`, "--output=json", "--quiet", "--disable-storage-reset", only];
  const tool = Bun.spawn(["node", TOOL, url, ...fixed, ...flags], {
    stdout: "pipe",
    stderr: "inherit",
  });
  const report = await new Response(tool.stdout).text();
  if ((await tool.exited) !== 0) throw new Error(`Lighthouse could not weigh ${url}.`);
  return Report.parse(JSON.parse(report));
}

/** What stood in the way of a full score. */
function lost({ categories, audits }: Report): string[] {
  const counted = COUNTS.flatMap((count) =>
    categories[count].auditRefs.filter(({ weight }) => weight > 0),
  );
  return counted.flatMap(({ id }) => {
    const audit = audits[id];
    if (!audit || audit.score === null || audit.score === 1) return [];
    return [`${percent(audit.score)} ${id}: ${audit.title} ${audit.displayValue ?? ""}`];
  });
}

function percent(score: number | null): string {
  return score === null ? "none" : `${Math.round(score * 100)}`;
}

/** Lighthouse opens its tabs in the browser's own context, so the token is kept there. */
async function signIn(own: Browser, token: string): Promise<void> {
  const [context] = own.contexts();
  if (!context) throw new Error("The browser has no context of its own.");
  const page = await context.newPage();
  await page.goto(`${room.url}/robots.txt`);
  await page.evaluate((kept) => localStorage.setItem("access_token", kept), token);
  await page.close();
}

/** From its own lock file, the first time. */
async function install(): Promise<void> {
  if (existsSync(TOOL)) return;
  const npm = Bun.spawn(["npm", "ci", "--prefix", FOLDER, "--no-audit", "--no-fund"], {
    stdout: "inherit",
    stderr: "inherit",
  });
  if ((await npm.exited) !== 0) throw new Error("npm ci for Lighthouse failed.");
}
