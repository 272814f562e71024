import type { Words } from "./english.ts";

/** A room's midnight as people say it: in which city, and not in which zone of a table. */
export function midnightIn(zone: string, words: Pick<Words["words"], "head">): string {
  const city = zone.split("/").slice(1).at(-1);
  if (city === undefined || zone.startsWith("Etc/")) return words.head.otherZone(city ?? zone);
  return words.head.city(city.replaceAll("_", " "));
}
