import type { Dialogs } from "./en-dialogs.ts";
import { numbers } from "./numbers.ts";

const { count } = numbers("de");

export const dialogs: Dialogs = {
  picker: {
    title: "Emojis",
  },

  cool: {
    title: "Kurz abkühlen",
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
