import { isolate, numbers } from "./numbers.ts";

const { number, count } = numbers("en", ["one", "other"]);

/** What is said to who does more than read and write, and comes with what they open. */
export const words = {
  menu: {
    reply: "Reply",
    copy: "Copy",
    copied: "Copied.",
    notCopied: "This browser lets nothing be copied here. Select the text and copy it by hand.",
    report: "Report",
    ignore: "Ignore today",
    ignored: (user: string) =>
      `${isolate(user)} is out of sight until midnight, as long as they go by that name.`,
  },

  choices: {
    lead: "Kept in this browser alone. What you leave as it is follows your system.",
    rows: {
      theme: "Colours",
      letters: "Letters",
      lines: "Lines",
      view: "Messages",
      sound: "Sound",
    },
    without: {
      theme: "As the system",
      letters: "Usual",
      lines: "Roomy",
      view: "All of them",
      sound: "Off",
    },
    light: "Light",
    dark: "Dark",
    large: "Large",
    largest: "Largest",
    compact: "Close together",
    quiet: "Quiet: one in two seconds, the one most felt",
    sound: "At the first new message while I look elsewhere",
  },

  quiet: "Quiet view: one message in two seconds.",

  coolOffer: { line: "There is a minute to cool, if you like.", no: "Not now" },

  breathing: {
    lead: "Six slow breaths. They settle nothing; they are a minute of quiet.",
    breatheIn: "Breathe in",
    breatheOut: "Breathe out, slowly",
    left: (seconds: number) => count(seconds, { one: "# second left", other: "# seconds left" }),
    done: "That was a minute. Stay as long as you like.",
  },

  emoji: {
    search: "Search emoji",
    found: (n: number) => (n === 0 ? "Nothing found" : `${number(n)} found`),
    groups: [
      "Angry",
      "Faces and feelings",
      "People",
      "Animals and nature",
      "Food and drink",
      "Travel and places",
      "Activities",
      "Things",
      "Symbols",
    ],
  },
};

export type ReaderWords = typeof words;
