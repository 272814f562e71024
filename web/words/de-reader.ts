import type { ReaderWords } from "./en-reader.ts";
import { isolate, numbers } from "./numbers.ts";

const { number, count } = numbers("de");

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

  choices: {
    lead: "Bleibt allein in diesem Browser. Was du nicht änderst, folgt deinem System.",
    rows: { theme: "Farben", letters: "Schrift", lines: "Zeilen", sound: "Ton" },
    without: { theme: "Wie das System", letters: "Üblich", lines: "Luftig", sound: "Aus" },
    light: "Hell",
    dark: "Dunkel",
    large: "Groß",
    largest: "Sehr groß",
    compact: "Dicht",
    sound: "Bei der ersten neuen Nachricht, während ich woanders hinsehe",
  },

  breathing: {
    lead: "Sechs langsame Atemzüge. Sie lösen nichts; sie sind eine Minute Ruhe.",
    breatheIn: "Einatmen",
    breatheOut: "Ausatmen, langsam",
    left: (seconds) => count(seconds, { one: "Noch # Sekunde", other: "Noch # Sekunden" }),
    done: "Das war eine Minute. Bleib, solange du magst.",
  },

  emoji: {
    search: "Emojis suchen",
    found: (n) => (n === 0 ? "Nichts gefunden" : `${number(n)} gefunden`),
    groups: [
      "Wütend",
      "Gesichter und Gefühle",
      "Menschen",
      "Tiere und Natur",
      "Essen und Trinken",
      "Reisen und Orte",
      "Aktivitäten",
      "Dinge",
      "Zeichen",
    ],
  },
};
