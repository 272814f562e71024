import type { TopicWords } from "./en-topics.ts";
import { isolate, numbers } from "./numbers.ts";

const { number } = numbers("de");

export const words: TopicWords = {
  days: "Die nächsten Tage",
  daysHint: "womit jeder von ihnen beginnt",
  from: { planned: "geplant", rotation: "aus dem Wechsel", default: "das übliche Thema" },
  noRules: "Keine Regeln",
  rulesHint: "Bleibt es leer, gelten die üblichen Regeln.",
  plan: "Planen",
  planLabel: (day) => `Planen: Thema für ${day}`,
  other: "Einen anderen Tag planen",
  date: "Tag",
  planned: (day) => `Das Thema für ${isolate(day)} ist geplant.`,
  unplanned: (day) => `Für ${isolate(day)} ist nichts mehr geplant.`,
  edit: "Bearbeiten",
  editLabel: (what) => `Bearbeiten: ${what}`,
  remove: "Entfernen",
  removeLabel: (what) => `Entfernen: ${what}`,
  save: "Speichern",
  rotation: "Der Wechsel",
  rotationHint: "Tage ohne Plan nehmen sie der Reihe nach",
  rotationNone: "Kein Thema wechselt: Ein Tag ohne Plan beginnt mit dem üblichen.",
  next: "kommt als Nächstes",
  add: "Ein Thema hinzufügen",
  upTitle: "Nach oben",
  downTitle: "Nach unten",
  up: (topic) => `Nach oben: ${topic}`,
  down: (topic) => `Nach unten: ${topic}`,
  moved: (place, of) => `Jetzt an Stelle ${number(place)} von ${number(of)}.`,
  changed: "Der Wechsel ist geändert.",
  full: (most) => `Der Wechsel fasst ${number(most)} Themen und nicht mehr.`,
};
