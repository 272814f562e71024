import type { ReaderWords } from "./en-reader.ts";
import { isolate } from "./numbers.ts";

export const words: ReaderWords = {
  menu: {
    reply: "Responder",
    copy: "Copiar",
    copied: "Copiado.",
    notCopied: "Este navegador no deja copiar aquí. Selecciona el texto y cópialo a mano.",
    report: "Denunciar",
    ignore: "Ignorar hoy",
    ignored: (user: string) =>
      `No verás a ${isolate(user)} hasta medianoche, mientras lleve ese nombre.`,
  },
};
