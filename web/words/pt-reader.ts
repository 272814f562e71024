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
};
