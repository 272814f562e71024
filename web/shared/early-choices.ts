/** Runs before a page is painted, so that nothing flashes: see bundle-pages.ts. */
import { showChoices } from "./choices.ts";

showChoices();
// What is chosen in one tab holds in all.
addEventListener("storage", showChoices);
