import { signal } from "@preact/signals";
import { midnightAfter } from "../../../client/days.ts";
import type { ServerEvent } from "../../../src/wire/frames.ts";
import { KEYS, local } from "../../shared/storage.ts";

export type Today = {
  day: string;
  topic: string;
  rules: string;
  timezone: string;
  wipesAt: number;
  /** Of the log, once a socket has said it. */
  epoch?: string | undefined;
};
export type Welcome = Extract<ServerEvent, { type: "welcome" }>;
export type Begun = Pick<Welcome, "day" | "topic" | "rules" | "timezone" | "wipes_at" | "epoch">;

/** The day that is on: what it is about, when it ends, whether its rules are accepted. */
export class Day {
  readonly today = signal<Today | undefined>(undefined);
  readonly acceptedOn = signal(local.recall(KEYS.accepted));

  begin({ wipes_at, day, topic, rules, timezone, epoch }: Begun): void {
    this.today.value = { day, topic, rules, timezone, epoch, wipesAt: Date.parse(wipes_at) };
  }

  change(topic: string, rules: string): void {
    const today = this.today.peek();
    if (today) this.today.value = { ...today, topic, rules };
  }

  /** Goes on to the day named. Its topic, where it has one of its own, follows by itself. */
  turn(day: string): void {
    const today = this.today.peek();
    if (!today || today.day === day) return;
    const wipesAt = midnightAfter(today.wipesAt, today.timezone);
    this.today.value = { ...today, day, wipesAt };
  }

  /** The first message of the day accepts its rules. */
  accept(): void {
    const day = this.today.peek()?.day;
    if (day === undefined || day === this.acceptedOn.peek()) return;
    this.acceptedOn.value = day;
    local.keep(KEYS.accepted, day);
  }
}
