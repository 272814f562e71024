import type { ForgettingWords } from "./en-forgetting.ts";
import { isolate, numbers } from "./numbers.ts";

const { count } = numbers("de");

export const words: ForgettingWords = {
  forget: {
    gone: (midnight) => `Was um ${midnight} gelöscht wird`,
    messages: "Jede Nachricht: in der Datenbank des Raums und auf jeder offenen Seite.",
    guests: "Jeder Gast: Morgen kann hier niemand sagen, wer du heute warst.",
    stays: "Was bleibt",
    accounts: "Konten, und wer gesperrt ist. Nie, was gesagt wurde.",
    drafts: "Was du geschrieben und nicht gesendet hast, bleibt in deinem eigenen Browser.",
    cannot: "Was wir nicht versprechen können",
    screenshots: "Bildschirmfotos, und Kopien, die jemand im Raum gemacht hat.",
    snapshots:
      "Kopien, die der Betreiber der Maschine selbst anlegt, etwa Abbilder der Festplatte.",
    memory: "Kopien im Arbeitsspeicher des Servers, bis er neu beschrieben wird.",
  },

  receipt: {
    title: (day: string, zone: string) => `Das Ende des ${isolate(day)}, ${isolate(zone)}`,
    destroyed: (messages: number, people: number) =>
      `${count(messages, { one: "# Nachricht", other: "# Nachrichten" })} von ${count(people, { one: "# Person", other: "# Menschen" })} vernichtet.`,
    clean: (ms: number) =>
      `Danach haben wir nach Resten gesucht und nichts gefunden. Es dauerte ${count(ms, { one: "# Millisekunde", other: "# Millisekunden" })}.`,
    unclean: "Danach haben wir nach Resten gesucht, und etwas war noch da.",
    nothing: "nichts gefunden",
    methods: {
      key: "Der Schlüssel des Tages wurde vernichtet",
      overwritten: "Die Zeilen wurden überschrieben, das Vorausprotokoll geleert",
      unlinked: "Die Dateien der Tabellen wurden entfernt",
      deleted: "Die Zeilen wurden gelöscht",
    },
    checks: {
      rows: "Zeilen jenes Tages in der Datenbank",
      key: "Proben, die ein Schlüssel von uns noch öffnet",
      files: "Proben in den Dateien der Datenbank",
      wal: "Reste im Vorausprotokoll",
      replaced: "Tabellen, die noch in ihrer alten Datei stehen",
      unlinked: "Bytes in der alten Datei",
    },
  },
};
