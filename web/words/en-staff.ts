import { isolate, numbers } from "./numbers.ts";

const { number, count } = numbers("en", ["one", "other"]);
const messages = (n: number) => count(n, { one: "# message", other: "# messages" });
const min = (n: number) => `${number(n)} min`;

/** What is said to admins and moderators in the room, and comes for them alone. */
export const words = {
  act: {
    delete: "Delete",
    deleteAll: "Delete all of theirs",
    mute: "Mute",
    minutes: (n: number) => `${number(n)} min`,
    midnight: "midnight",
    ban: "Ban",
  },

  done: {
    delete: "Deleted.",
    deleteAll: (n: number) => `${messages(n)} deleted.`,
    mute: (user: string, until: string) => `${isolate(user)} is muted until ${isolate(until)}.`,
    muteOpen: (user: string) => `${isolate(user)} is muted until you lift it.`,
    ban: (user: string, until: string, n: number) =>
      `${isolate(user)} is banned until ${isolate(until)}. ${messages(n)} removed.`,
    banOpen: (user: string, n: number) =>
      `${isolate(user)} is banned until that is lifted. ${messages(n)} removed.`,
    undone: "It is back.",
    lifted: (user: string) => `${isolate(user)} may speak again.`,
  },

  desk: {
    label: "Moderation",
    hold: "Hold",
    holdHint: "Hold the log (M held does the same)",
    held: (n: number) => (n === 0 ? "Held" : `Held: ${number(n)}`),
    slow: (n: number) => (n === 0 ? "Slow: off" : `Slow: ${number(n)} s`),
    slowTitle: "How long each sender waits between two messages",
    seconds: (n: number) => (n === 0 ? "Off" : `${number(n)} s`),
  },

  shield: {
    title: "Shield",
    about:
      "For a flood of newcomers: they wait to speak, each new guest works out a proof, and nobody makes an account. Whoever was heard notices nothing. It ends by itself.",
    raise: "Raise shield",
    hint: (n: number) => `For ${min(n)}, newcomers wait to speak and prove that they are no flood`,
    up: (until: string, by: "staff" | "room") =>
      `Shield until ${isolate(until)} (${by === "staff" ? "staff" : "the room"})`,
    renew: (n: number) => `Renew it for ${min(n)} from now`,
    raised: (n: number) => `The shield is up for ${min(n)}.`,
    end: "End shield",
    ended: "The shield is down.",
  },

  hidden: {
    open: (n: number) => `${number(n)} hidden`,
    title: "What newcomers said before the shield",
    about: (n: number) =>
      `${count(n, { one: "# message of a newcomer, of the minute before the shield, is hidden.", other: "# messages of newcomers, of the minute before the shield, are hidden." })} They stay so until you decide, or until midnight.`,
    more: (n: number) =>
      `${count(n, { one: "# earlier message", other: "# earlier messages" })} not shown here`,
    keepLabel: (n: number) => `Keep ${messages(n)}`,
    kept: "They stand where they stood.",
    removeLabel: (n: number) => `Remove ${messages(n)}`,
    removed: (n: number) => `${messages(n)} removed.`,
  },

  reports: {
    open: (n: number) =>
      n === 0 ? "No reports" : count(n, { one: "# report", other: "# reports" }),
    title: "Reported messages",
    close: "Close",
    none: "Nothing is reported.",
    count: (n: number) => count(n, { one: "# person", other: "# people" }),
    hidden: "Hidden",
    keep: "Keep",
    keepLabel: (user: string) => `Keep the message of ${isolate(user)}`,
    kept: "It stays.",
    remove: "Remove",
    removeLabel: (user: string) => `Remove the message of ${isolate(user)}`,
    removed: "Removed.",
  },
};

export type StaffWords = typeof words;
