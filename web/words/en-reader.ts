import { isolate } from "./numbers.ts";

/** What is said to who opens the menu of a message, and comes with it. */
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
};

export type ReaderWords = typeof words;
