import type { StaffWords } from "./en-staff.ts";
import { isolate, numbers } from "./numbers.ts";

const { number, count } = numbers("de");
const messages = (n: number) => count(n, { one: "# Nachricht", other: "# Nachrichten" });
const min = (n: number) => `${number(n)} Min.`;

export const words: StaffWords = {
  act: {
    delete: "Löschen",
    deleteAll: "Alles von dieser Person löschen",
    mute: "Stummschalten",
    minutes: (n) => `${number(n)} Min.`,
    midnight: "Mitternacht",
    ban: "Sperren",
  },

  done: {
    delete: "Gelöscht.",
    deleteAll: (n) => `${messages(n)} gelöscht.`,
    mute: (user, until) => `${isolate(user)} ist bis ${isolate(until)} stummgeschaltet.`,
    muteOpen: (user) => `${isolate(user)} ist stummgeschaltet, bis jemand es aufhebt.`,
    ban: (user, until, n) =>
      `${isolate(user)} ist bis ${isolate(until)} gesperrt. ${messages(n)} entfernt.`,
    banOpen: (user, n) =>
      `${isolate(user)} ist gesperrt, bis jemand es aufhebt. ${messages(n)} entfernt.`,
    undone: "Es ist wieder da.",
    lifted: (user) => `${isolate(user)} darf wieder schreiben.`,
  },

  desk: {
    label: "Moderation im Raum",
    hold: "Anhalten",
    holdHint: "Verlauf anhalten (auch mit gedrückter Taste M)",
    held: (n) => (n === 0 ? "Angehalten" : `Angehalten: ${number(n)}`),
    slow: (n) => (n === 0 ? "Langsam: aus" : `Langsam: ${number(n)} s`),
    slowTitle: "Wie lange alle zwischen zwei Nachrichten warten",
    seconds: (n) => (n === 0 ? "Aus" : `${number(n)} s`),
  },

  shield: {
    title: "Schild",
    about:
      "Gegen eine Flut von Neuen: Sie warten mit dem Sprechen, jeder neue Gast rechnet einen Nachweis aus, und niemand legt ein Konto an. Wer schon gehört wurde, merkt nichts. Er endet von selbst.",
    raise: "Schild heben",
    hint: (n) =>
      `${min(n)} lang warten Neue mit dem Sprechen und weisen nach, dass sie keine Flut sind`,
    up: (until, by) => `Schild bis ${isolate(until)} (${by === "staff" ? "Team" : "der Raum"})`,
    renew: (n) => `Für ${min(n)} ab jetzt verlängern`,
    raised: (n) => `Der Schild ist ${min(n)} lang oben.`,
    end: "Schild senken",
    ended: "Der Schild ist unten.",
  },

  hidden: {
    open: (n) => `${number(n)} verborgen`,
    title: "Was Neue vor dem Schild sagten",
    about: (n) =>
      `${count(n, { one: "# Nachricht eines Neuen aus der Minute vor dem Schild ist verborgen.", other: "# Nachrichten von Neuen aus der Minute vor dem Schild sind verborgen." })} Das bleibt so, bis du entscheidest, oder bis Mitternacht.`,
    more: (n) =>
      `${count(n, { one: "# frühere Nachricht", other: "# frühere Nachrichten" })}, hier nicht gezeigt`,
    keepLabel: (n) => `Behalten: ${messages(n)}`,
    kept: "Sie stehen wieder, wo sie standen.",
    removeLabel: (n) => `Entfernen: ${messages(n)}`,
    removed: (n) => `${messages(n)} entfernt.`,
  },

  reports: {
    open: (n) =>
      n === 0 ? "Keine Meldungen" : count(n, { one: "# Meldung", other: "# Meldungen" }),
    title: "Gemeldete Nachrichten",
    close: "Schließen",
    none: "Nichts ist gemeldet.",
    count: (n) => count(n, { one: "# Person", other: "# Personen" }),
    hidden: "Verborgen",
    keep: "Behalten",
    keepLabel: (user) => `Die Nachricht von ${isolate(user)} behalten`,
    kept: "Sie bleibt.",
    remove: "Entfernen",
    removeLabel: (user) => `Die Nachricht von ${isolate(user)} entfernen`,
    removed: "Entfernt.",
  },
};
