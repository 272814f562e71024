import type { Dialogs } from "./en-dialogs.ts";
import { numbers } from "./numbers.ts";

const { count } = numbers("fr");

export const dialogs: Dialogs = {
  picker: {
    title: "Émojis",
  },

  cool: {
    title: "Une minute de calme",
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
