import type { StaffWords } from "./en-staff.ts";
import { isolate, numbers } from "./numbers.ts";

const { number, count } = numbers("fr");
const gone = (n: number, many: string, one: string) =>
  count(n, { one: `# message ${one}.`, other: `# messages ${many}.` });
const messages = (n: number) => count(n, { one: "# message", other: "# messages" });
const min = (n: number) => `${number(n)} min`;

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

  shield: {
    title: "Bouclier",
    about:
      "Contre un afflux de nouveaux : ils attendent pour parler, chaque nouvel invité calcule une preuve, et personne ne crée de compte. Qui a déjà été entendu ne remarque rien. Il finit de lui-même.",
    raise: "Lever le bouclier",
    hint: (n) =>
      `Pendant ${min(n)}, les nouveaux attendent pour parler et prouvent qu’ils ne sont pas une nuée`,
    up: (until, by) =>
      `Bouclier jusqu’à ${isolate(until)} (${by === "staff" ? "équipe" : "la salle"})`,
    renew: (n) => `Prolonger de ${min(n)} à partir de maintenant`,
    raised: (n) => `Le bouclier est levé pour ${min(n)}.`,
    end: "Baisser le bouclier",
    ended: "Le bouclier est baissé.",
  },

  hidden: {
    open: (n) => count(n, { one: "# masqué", other: "# masqués" }),
    title: "Ce que les nouveaux ont dit avant le bouclier",
    about: (n) =>
      `${count(n, { one: "# message d’un nouveau, de la minute avant le bouclier, est masqué.", other: "# messages de nouveaux, de la minute avant le bouclier, sont masqués." })} Cela reste ainsi jusqu’à ta décision, ou jusqu’à minuit.`,
    more: (n) =>
      count(n, {
        one: "# message plus ancien n’est pas montré ici",
        other: "# messages plus anciens ne sont pas montrés ici",
      }),
    keepLabel: (n) => `Garder ${messages(n)}`,
    kept: "Ils sont de nouveau à leur place.",
    removeLabel: (n) => `Retirer ${messages(n)}`,
    removed: (n) => count(n, { one: "# message retiré.", other: "# messages retirés." }),
  },

  reports: {
    open: (n) =>
      n === 0 ? "Aucun signalement" : count(n, { one: "# signalement", other: "# signalements" }),
    title: "Messages signalés",
    close: "Fermer",
    none: "Rien n’est signalé.",
    count: (n) => count(n, { one: "# personne", other: "# personnes" }),
    hidden: "Masqué",
    keep: "Garder",
    keepLabel: (user) => `Garder le message de ${isolate(user)}`,
    kept: "Il reste.",
    remove: "Retirer",
    removeLabel: (user) => `Retirer le message de ${isolate(user)}`,
    removed: "Retiré.",
  },
};
