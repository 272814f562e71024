import { isolate } from "./numbers.ts";

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
    rows: { theme: "Colours", letters: "Letters", lines: "Lines", sound: "Sound" },
    without: { theme: "As the system", letters: "Usual", lines: "Roomy", sound: "Off" },
    light: "Light",
    dark: "Dark",
    large: "Large",
    largest: "Largest",
    compact: "Close together",
    sound: "At the first new message while I look elsewhere",
  },
};

export type ReaderWords = typeof words;
