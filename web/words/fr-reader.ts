import type { ReaderWords } from "./en-reader.ts";
import { isolate } from "./numbers.ts";

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
};
