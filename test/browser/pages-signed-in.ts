import type { Browser, Page } from "playwright-core";
import { UNDO_MS } from "../../src/wire/limits.ts";
import type { TestRoom } from "../harness/room.ts";
import { type Visit, type VisitOptions, visit } from "./pages-visit.ts";

/** A slow machine may take longer to press than the offer to undo lasts. */
function keepOffers(ms: number): void {
  const { setTimeout } = globalThis;
  globalThis.setTimeout = Object.assign(
    (run: () => void, wait?: number) => setTimeout(run, wait === ms ? 60_000 : wait),
    setTimeout,
  );
}

/** A page of somebody whose offers to undo wait for the test; signed in where there is a token. */
export async function signedIn(
  browser: Browser,
  room: TestRoom,
  { path = "/", token, ...options }: VisitOptions & { path?: string; token?: string | undefined },
): Promise<Visit> {
  const visitor = await visit(browser, `${room.url}/robots.txt`, options);
  await visitor.page.addInitScript(keepOffers, UNDO_MS);
  if (token !== undefined) await keepToken(visitor.page, token);
  await visitor.page.goto(room.url + path);
  return visitor;
}

async function keepToken(page: Page, token: string): Promise<void> {
  await page.evaluate((kept) => localStorage.setItem("access_token", kept), token);
}
