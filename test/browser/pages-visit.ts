/** A visitor of the pages: a real browser's context, and what its console complained about. */
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { STEP_MS } from "../harness/limits.ts";

export interface Visit extends AsyncDisposable {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of the scripts, and whatever the browser refused or could not load. */
  readonly complaints: string[];
  say(text: string): Promise<void>;
  /** Resolves once the room shows the text exactly once, sent. */
  shows(text: string): Promise<void>;
}

export interface VisitOptions {
  width?: number;
  colorScheme?: "dark" | "light";
  isTouch?: boolean;
  locale?: string;
  timezoneId?: string;
  /** Whether the page may move; nothing dissolves for seconds while a test waits otherwise. */
  moves?: boolean;
}

export async function visit(
  browser: Browser,
  url: string,
  {
    width = 1280,
    colorScheme = "dark",
    isTouch = false,
    locale = "en-US",
    timezoneId,
    moves = false,
  }: VisitOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width, height: 740 },
    colorScheme,
    locale,
    ...(timezoneId !== undefined && { timezoneId }),
    hasTouch: isTouch,
    isMobile: isTouch,
    reducedMotion: moves ? "no-preference" : "reduce",
  });
  context.setDefaultTimeout(STEP_MS);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (line) => {
    if (line.type() === "error") complaints.push(line.text());
  });
  await page.goto(url);
  return {
    page,
    context,
    complaints,
    async say(text) {
      await page.locator(".send:enabled").waitFor();
      await page.fill("#message", text);
      await page.press("#message", "Enter");
    },
    async shows(text) {
      // In one look: what the page was served with gives way to what came by the socket.
      const all = await page.waitForFunction((text) => {
        const shown = [...document.querySelectorAll(".msg")].filter(
          (message) => message.checkVisibility() && message.textContent?.includes(text),
        );
        const isStored = shown.some((message) => message.matches(".group:not(:has(.own)) .msg"));
        return isStored ? shown.length : 0;
      }, text);
      const times = await all.jsonValue();
      if (times === 1) return;
      const log = await page.locator("main").innerHTML();
      throw new Error(`"${text}" is on the page ${times} times: ${log}`);
    },
    [Symbol.asyncDispose]: () => context.close(),
  };
}

/**
 * Resolves once the page has none of it. A page that was just opened shows for a moment what it was
 * served with: one look may come before what is taken away arrives.
 */
export function gone(what: Locator): Promise<void> {
  return what.first().waitFor({ state: "detached" });
}
