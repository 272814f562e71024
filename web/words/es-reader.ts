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

  choices: {
    lead: "Se guarda solo en este navegador. Lo que no cambies sigue a tu sistema.",
    rows: { theme: "Colores", letters: "Letras", lines: "Líneas", sound: "Sonido" },
    without: { theme: "Como el sistema", letters: "Normales", lines: "Holgadas", sound: "Apagado" },
    light: "Claros",
    dark: "Oscuros",
    large: "Grandes",
    largest: "Muy grandes",
    compact: "Juntas",
    sound: "Con el primer mensaje nuevo mientras miro otra cosa",
  },
};
