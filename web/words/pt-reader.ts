import type { ReaderWords } from "./en-reader.ts";
import { isolate } from "./numbers.ts";

export const words: ReaderWords = {
  menu: {
    reply: "Responder",
    copy: "Copiar",
    copied: "Copiado.",
    notCopied: "Este navegador não deixa copiar aqui. Selecione o texto e copie-o à mão.",
    report: "Denunciar",
    ignore: "Ignorar hoje",
    ignored: (user: string) =>
      `Não verá ${isolate(user)} até à meia-noite, enquanto usar esse nome.`,
  },

  choices: {
    lead: "Guardado só neste navegador. O que você não mudar segue o seu sistema.",
    rows: { theme: "Cores", letters: "Letras", lines: "Linhas", sound: "Som" },
    without: {
      theme: "Como o sistema",
      letters: "Normais",
      lines: "Espaçadas",
      sound: "Desligado",
    },
    light: "Claras",
    dark: "Escuras",
    large: "Grandes",
    largest: "Muito grandes",
    compact: "Juntas",
    sound: "Na primeira mensagem nova enquanto olho para outro lado",
  },
};
