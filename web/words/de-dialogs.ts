import type { Dialogs } from "./en-dialogs.ts";
import { numbers } from "./numbers.ts";

const { number, count } = numbers("de");

export const dialogs: Dialogs = {
  picker: {
    title: "Emojis",
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

  cool: {
    title: "Kurz abkühlen",
    lead: "Sechs langsame Atemzüge. Sie lösen nichts; sie sind eine Minute Ruhe.",
    breatheIn: "Einatmen",
    breatheOut: "Ausatmen, langsam",
    left: (seconds) => count(seconds, { one: "Noch # Sekunde", other: "Noch # Sekunden" }),
    done: "Das war eine Minute. Bleib, solange du magst.",
    close: "Zurück zum Raum",
  },

  invite: { title: "Einladen" },

  settings: { title: "Einstellungen" },

  help: {
    title: "Hilfe",
    lead: "Manche Tage brauchen mehr als einen Raum. Hier ist jemand, mit dem du reden kannst.",
  },

  forget: {
    title: "Wie wir vergessen",
  },

  receipt: {
    line: (n: number) =>
      `${count(n, { one: "# Nachricht", other: "# Nachrichten" })} des letzten Tages: vernichtet, gesucht und nicht gefunden.`,
  },
};
