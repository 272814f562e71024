/**
 * Makes `raid/shape.json`: when each of 200 honest people comes, when they speak and how long what
 * they say is. Nobody's words or hours are in it: it is drawn from the distributions below, with a
 * seed. `npx bun raid/make-shape.ts` writes it, and `npm run fix` formats it.
 */
import { join } from "node:path";
import type { z } from "zod";
import { Random } from "../torture/random.ts";
import type { Shape } from "./shape.ts";

const SEED = 12;
const SECONDS = 300;
const PEOPLE = 200;
/** Of those who are there from the start; the others come in the meantime, most of them early. */
const THERE = 0.75;
const COMES_AFTER = 60;
/** Seconds from one message of a person to the next: half of all people take longer on average. */
const GAP = { median: 25, spread: 0.6, least: 8 };
/** So many messages are followed by another within seconds, as the thought goes on. */
const GOES_ON = 0.2;
const LENGTH = { median: 40, spread: 0.9, least: 2, most: 300 };

export function shapeOf(seed = SEED): z.input<typeof Shape> {
  const people = Array.from({ length: PEOPLE }, (_, at) => person(new Random(seed).fork(`${at}`)));
  return { seconds: SECONDS, people };
}

function person(random: Random): string {
  const isThere = random.next() < THERE;
  const arrives = isThere ? 0 : tenths(Math.min(exponential(random, COMES_AFTER), SECONDS - 30));
  const gap = Math.max(GAP.least, logNormal(random, GAP));
  const says: string[] = [];
  let at = isThere ? random.next() * gap : arrives + 3 + random.next() * 12;
  while (at < SECONDS) {
    const length = Math.round(logNormal(random, LENGTH));
    says.push(`${tenths(at)}:${Math.min(LENGTH.most, Math.max(LENGTH.least, length))}`);
    at += random.next() < GOES_ON ? 2 + random.next() * 3 : 3 + exponential(random, gap);
  }
  return [arrives, ...says].join(" ");
}

const tenths = (seconds: number) => Math.round(seconds * 10) / 10;
const exponential = (random: Random, mean: number) => -Math.log(1 - random.next()) * mean;

function logNormal(random: Random, { median, spread }: { median: number; spread: number }): number {
  const normal =
    Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
  return median * Math.exp(spread * normal);
}

if (import.meta.main) {
  const text = `${JSON.stringify(shapeOf(), null, 2)}\n`;
  await Bun.write(join(import.meta.dir, "shape.json"), text);
}
