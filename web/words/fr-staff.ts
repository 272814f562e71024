import type { StaffWords } from "./en-staff.ts";
import { isolate, numbers } from "./numbers.ts";

const { number, count } = numbers("fr");
const gone = (n: number, many: string, one: string) =>
  count(n, { one: `# message ${one}.`, other: `# messages ${many}.` });

export const words: StaffWords = {
  act: {
    delete: "Supprimer",
    deleteAll: "Supprimer tous ses messages",
    mute: "Rendre muet",
    minutes: (n) => `${number(n)} min`,
    midnight: "minuit",
    ban: "Exclure",
  },

  done: {
    delete: "Supprimé.",
    deleteAll: (n) => gone(n, "supprimés", "supprimé"),
    mute: (user, until) => `${isolate(user)} ne peut plus écrire jusqu’à ${isolate(until)}.`,
    muteOpen: (user) => `${isolate(user)} ne peut plus écrire, jusqu’à nouvel ordre.`,
    ban: (user, until, n) =>
      `${isolate(user)} est exclu jusqu’à ${isolate(until)}. ${gone(n, "retirés", "retiré")}`,
    banOpen: (user, n) =>
      `${isolate(user)} est exclu jusqu’à nouvel ordre. ${gone(n, "retirés", "retiré")}`,
    undone: "C’est revenu.",
    lifted: (user) => `${isolate(user)} peut de nouveau écrire.`,
  },

  desk: {
    label: "Modération de la salle",
    hold: "Figer",
    holdHint: "Figer le fil (ou en tenant la touche M)",
    held: (n) => (n === 0 ? "Figé" : `Figé : ${number(n)}`),
    slow: (n) => (n === 0 ? "Lent : non" : `Lent : ${number(n)} s`),
    slowTitle: "Combien chacun attend entre deux messages",
    seconds: (n) => (n === 0 ? "Non" : `${number(n)} s`),
  },
};
