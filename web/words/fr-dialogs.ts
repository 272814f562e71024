import type { Dialogs } from "./en-dialogs.ts";
import { numbers } from "./numbers.ts";

const { count } = numbers("fr");

export const dialogs: Dialogs = {
  picker: {
    title: "Émojis",
    search: "Chercher un émoji",
    found: (n) => (n === 0 ? "Aucun émoji" : count(n, { one: "# émoji", other: "# émojis" })),
    groups: [
      "Colère",
      "Visages et émotions",
      "Personnes",
      "Animaux et nature",
      "Nourriture et boissons",
      "Voyages et lieux",
      "Activités",
      "Objets",
      "Symboles",
    ],
  },

  cool: {
    title: "Une minute de calme",
    lead: "Six respirations lentes. Elles ne règlent rien ; c’est une minute de silence.",
    breatheIn: "Inspirez",
    breatheOut: "Expirez, lentement",
    left: (seconds) => count(seconds, { one: "Encore # seconde", other: "Encore # secondes" }),
    done: "La minute est passée. Restez autant que vous voulez.",
    close: "Retour à la salle",
  },

  invite: { title: "Inviter" },

  settings: { title: "Réglages" },

  help: {
    title: "Aide",
    lead: "Certains jours demandent plus qu’un salon. Voici quelqu’un à qui parler.",
  },

  forget: {
    title: "Comment nous oublions",
  },

  receipt: {
    line: (n: number) =>
      `${count(n, { one: "# message de la dernière journée : détruit, cherché et pas retrouvé", other: "# messages de la dernière journée : détruits, cherchés et pas retrouvés" })}.`,
  },
};
