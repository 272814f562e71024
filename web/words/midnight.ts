import type { Words } from "./en.ts";

type HeadWords = Pick<Words["head"], "city" | "otherZone">;

/** A room's midnight as people say it: in which city, and not in which zone of a table. */
export function midnightIn(zone: string, words: HeadWords): string {
  const city = zone.split("/").slice(1).at(-1);
  if (city === undefined || zone.startsWith("Etc/")) return words.otherZone(city ?? zone);
  return words.city(city.replaceAll("_", " "));
}
