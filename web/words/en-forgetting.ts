import type { Mood } from "../../src/wire/limits.ts";
import { isolate, numbers } from "./numbers.ts";

const { count, number } = numbers("en", ["one", "other"]);

/** What is said about what midnight takes. */
export const words = {
  forget: {
    gone: (midnight: string) => `What is deleted at ${midnight}`,
    messages: "Every message: in the room’s database and on every open page.",
    guests: "Every guest: tomorrow nobody here can tell who you were today.",
    stays: "What stays",
    accounts: "Accounts, and who is banned. Never what was said.",
    drafts: "What you have written and not sent stays in your own browser.",
    cannot: "What we cannot promise",
    screenshots: "Screenshots, and copies that somebody in the room made.",
    snapshots:
      "Copies that the server’s host makes on its own, such as snapshots and backups of the disk.",
    memory: "Copies in the server’s memory, until it is used again.",
    me: "Forget me now",
    lead: "Deletes everything you said today, on every screen.",
    sure: "Delete all of it?",
  },

  mood: {
    ask: "How do you leave the day that ended?",
    angrier: "Angrier",
    same: "The same",
    calmer: "Calmer",
    thanks: "Counted, and nothing else is kept of it.",
  },

  receipt: {
    title: (day: string, zone: string) => `The end of ${isolate(day)}, ${isolate(zone)}`,
    destroyed: (messages: number, people: number) =>
      `${count(messages, { one: "# message", other: "# messages" })} of ${count(people, { one: "# person", other: "# people" })} destroyed.`,
    clean: (ms: number) =>
      `Then we looked for what was left, and found nothing. It took ${count(ms, { one: "# millisecond", other: "# milliseconds" })}.`,
    unclean: "Then we looked for what was left, and something was still there.",
    moods: ({ angrier, same, calmer }: Record<Mood, number>) =>
      `Of those who said so, ${number(angrier)} left angrier, ${number(same)} the same, ${number(calmer)} calmer.`,
    nothing: "nothing found",
    methods: {
      key: "The key of the day was destroyed",
      overwritten: "The rows were overwritten and the write-ahead log emptied",
      unlinked: "The tables’ files were removed",
      deleted: "The rows were deleted",
    },
    checks: {
      rows: "Rows of that day in the database",
      key: "Samples that a key we hold still opens",
      files: "Samples in the database’s files",
      wal: "Left in the write-ahead log",
      replaced: "Tables that still stand in their old file",
      unlinked: "Bytes in the old file",
    },
  },
};

export type ForgettingWords = typeof words;
