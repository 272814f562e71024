import type { Today } from "../wire/http.ts";
import type { Topic } from "./commands.ts";
import { endOf, isoIn } from "./day.ts";

/** The topic and the end of a day, as shown at the time `at`. */
export function todayOf({ topic, rules }: Topic, day: string, timezone: string, at: number): Today {
  return {
    date: day,
    time: isoIn(timezone, at),
    topic,
    title: `today's topic: ${topic}`,
    rules,
    timezone,
    wipes_at: isoIn(timezone, endOf(day, timezone)),
  };
}
