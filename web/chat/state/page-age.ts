import { signal } from "@preact/signals";
import { address } from "../../shared/address.ts";
import type { PageLink } from "../../shared/page-link.ts";

/** Whether the server has another page by now than this one. */
export const isOld = signal(false);

/** Who comes back to a tab is told of an update that it slept through, asked for this seldom. */
const EVERY_MS = 3_600_000;
let lookedAt = Date.now();

/** Looks whenever a lost connection is back: the server may have been renewed meanwhile. */
export function followAge(link: PageLink): void {
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && Date.now() - lookedAt > EVERY_MS) void lookAtAge();
  });
  let wasLost = false;
  link.state.subscribe(({ is }) => {
    if (is === "open" && wasLost) void lookAtAge();
    if (is !== "connecting") wasLost = is === "waiting";
  });
}

/** The script of a page carries its content's hash. What cannot be known changes nothing. */
export async function lookAtAge(): Promise<void> {
  lookedAt = Date.now();
  const here = document.querySelector<HTMLScriptElement>("script[src]")?.src;
  try {
    const response = await fetch(address("/"), { cache: "no-store" });
    const [, there] = /<script[^>]+src="([^"]*\/assets\/[^"]+)"/.exec(await response.text()) ?? [];
    if (there !== undefined) isOld.value = address(`/${there}`) !== here;
  } catch (error) {
    console.error("The server's page could not be looked at.", error);
  }
}
