import type { TopicWords } from "./en-topics.ts";
import { isolate, numbers } from "./numbers.ts";

const { number } = numbers("fr");

export const words: TopicWords = {
  days: "Les jours à venir",
  daysHint: "le sujet de chacun à son début",
  from: { planned: "prévu", rotation: "de la rotation", default: "le sujet habituel" },
  noRules: "Aucune règle",
  rulesHint: "Laissé vide, les règles habituelles valent.",
  plan: "Prévoir",
  planLabel: (day) => `Prévoir un sujet pour ${day}`,
  other: "Prévoir un autre jour",
  date: "Jour",
  planned: (day) => `Le sujet de ${isolate(day)} est prévu.`,
  unplanned: (day) => `Plus rien n’est prévu pour ${isolate(day)}.`,
  edit: "Modifier",
  editLabel: (what) => `Modifier: ${what}`,
  remove: "Retirer",
  removeLabel: (what) => `Retirer: ${what}`,
  save: "Enregistrer",
  rotation: "La rotation",
  rotationHint: "les jours sans sujet prévu les prennent à tour de rôle",
  rotationNone:
    "Aucun sujet en rotation : un jour sans sujet prévu commence avec le sujet habituel.",
  next: "le prochain",
  add: "Ajouter un sujet",
  upTitle: "Monter",
  downTitle: "Descendre",
  up: (topic) => `Monter: ${topic}`,
  down: (topic) => `Descendre: ${topic}`,
  moved: (place, of) => `Maintenant à la place ${number(place)} sur ${number(of)}.`,
  changed: "La rotation est changée.",
  full: (most) => `La rotation contient ${number(most)} sujets, pas plus.`,
};
