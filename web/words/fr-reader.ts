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
};
