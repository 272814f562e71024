import type { ReaderWords } from "./en-reader.ts";
import { isolate, numbers } from "./numbers.ts";

const { count } = numbers("es");

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

  breathing: {
    lead: "Seis respiraciones lentas. No arreglan nada; son un minuto de silencio.",
    breatheIn: "Inspira",
    breatheOut: "Suelta el aire, despacio",
    left: (seconds) => count(seconds, { one: "Queda # segundo", other: "Quedan # segundos" }),
    done: "Ha pasado un minuto. Quédate cuanto quieras.",
  },

  emoji: {
    search: "Buscar emojis",
    found: (n) =>
      n === 0 ? "No hay ninguno" : count(n, { one: "# encontrado", other: "# encontrados" }),
    groups: [
      "De rabia",
      "Caras y emociones",
      "Personas",
      "Animales y naturaleza",
      "Comida y bebida",
      "Viajes y lugares",
      "Actividades",
      "Objetos",
      "Símbolos",
    ],
  },
};
