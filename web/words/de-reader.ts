import type { ReaderWords } from "./en-reader.ts";
import { isolate } from "./numbers.ts";

export const words: ReaderWords = {
  menu: {
    reply: "Antworten",
    copy: "Kopieren",
    copied: "Kopiert.",
    notCopied:
      "Dieser Browser lässt hier nichts kopieren. Markiere den Text und kopiere ihn von Hand.",
    report: "Melden",
    ignore: "Heute ignorieren",
    ignored: (user: string) =>
      `${isolate(user)} ist bis Mitternacht ausgeblendet, solange der Name bleibt.`,
  },
};
