import type { ReaderWords } from "./en-reader.ts";
import { isolate, numbers } from "./numbers.ts";

const { count } = numbers("fr");

export const words: ReaderWords = {
  menu: {
    reply: "Répondre",
    copy: "Copier",
    copied: "Copié.",
    notCopied:
      "Ce navigateur ne permet pas de copier ici. Sélectionnez le texte et copiez-le à la main.",
    report: "Signaler",
    ignore: "Ignorer aujourd’hui",
    ignored: (user: string) =>
      `Vous ne verrez plus ${isolate(user)} jusqu’à minuit, tant que ce nom est porté.`,
  },

  choices: {
    lead: "Gardé dans ce navigateur seul. Ce que vous ne changez pas suit votre système.",
    rows: { theme: "Couleurs", letters: "Lettres", lines: "Lignes", sound: "Son" },
    without: { theme: "Comme le système", letters: "Normales", lines: "Espacées", sound: "Coupé" },
    light: "Claires",
    dark: "Sombres",
    large: "Grandes",
    largest: "Très grandes",
    compact: "Serrées",
    sound: "Au premier nouveau message pendant que je regarde ailleurs",
  },

  breathing: {
    lead: "Six respirations lentes. Elles ne règlent rien ; c’est une minute de silence.",
    breatheIn: "Inspirez",
    breatheOut: "Expirez, lentement",
    left: (seconds) => count(seconds, { one: "Encore # seconde", other: "Encore # secondes" }),
    done: "La minute est passée. Restez autant que vous voulez.",
  },

  emoji: {
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
};
