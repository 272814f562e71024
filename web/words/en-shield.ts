import { isolate } from "./numbers.ts";

/** What is said of the shield to everybody. */
export const shield = {
  up: (until: string) =>
    `The shield is up until ${isolate(until)}: whoever is new here waits to speak. Everybody reads, and who was heard today speaks as before.`,
  down: "The shield is down. Everybody may speak again.",
  proving: "Your browser works out a proof that you are no flood of machines…",
};

export type ShieldWords = typeof shield;
