import type { SetupWords } from "./en-setup.ts";
import { isolate } from "./numbers.ts";

export const words: SetupWords = {
  setup: {
    title: "Ouvrez votre salle",
    lead: "Un formulaire, et vous y êtes. Le compte créé ici dirige la salle.",
    topic: "Le sujet du jour",
    topicHint: "Ce contre quoi on râle aujourd’hui. Il peut changer à tout moment.",
    rules: "Règles",
    rulesHint: "Elles peuvent rester vides.",
    zone: "Fuseau horaire de minuit",
    zoneHint: "À minuit là-bas, tout ce qui a été dit est détruit.",
    midnight: (when: string, left: string) =>
      `Prochain minuit : ${when} à votre heure, dans ${left}`,
    browsers: (zone: string) => `Prendre celui de ce navigateur : ${isolate(zone)}`,
    fixed: {
      variable: "TIMEZONE le fixe, là où la salle est lancée.",
      said: "Quelque chose a été dit aujourd’hui : ce jour garde son minuit.",
    },
    action: "Ouvrir la salle",
    spentTitle: "Ce lien d’installation ne sert plus",
    spent: "Il a servi, ou son heure est passée.",
    spentIn: "Si le premier administrateur existe déjà, connectez-vous.",
    spentAgain: "Sinon, arrêtez la salle et relancez-la : elle affiche un autre lien.",
    again: "Réessayer",
  },

  signedIn: {
    as: (user: string) => `Vous êtes connecté en tant que ${isolate(user)}.`,
    account: "Votre compte",
  },

  steps: {
    title: "Votre salle est ouverte",
    lead: "Trois choses utiles, quand vous voulez :",
    topics: "Préparer les sujets des jours à venir",
    moderator: "Nommer quelqu’un modérateur, dès qu’il a un compte",
    link: "Transmettre le lien de la salle ou son code QR",
    hide: "Masquer cette liste",
  },

  invite: {
    lead: "Qui a ce lien peut lire tout de suite, et parler sans compte.",
    link: "Le lien de la salle",
    copy: "Copier le lien",
    copied: "Il est copié.",
    byHand: "La copie a échoué. Le lien est sélectionné : copiez-le à la main.",
    share: "Partager",
    code: (link: string) => `Code QR de ${link}`,
    here: "Cette adresse ne marche que sur cette machine. Ouvrez la salle à son adresse extérieure et invitez de là.",
  },
};
