import type { Dialogs } from "./en-dialogs.ts";
import { numbers } from "./numbers.ts";

const { count } = numbers("es");

export const dialogs: Dialogs = {
  picker: {
    title: "Emojis",
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

  cool: {
    title: "Un minuto de calma",
    lead: "Seis respiraciones lentas. No arreglan nada; son un minuto de silencio.",
    breatheIn: "Inspira",
    breatheOut: "Suelta el aire, despacio",
    left: (seconds) => count(seconds, { one: "Queda # segundo", other: "Quedan # segundos" }),
    done: "Ha pasado un minuto. Quédate cuanto quieras.",
    close: "Volver a la sala",
  },

  invite: { title: "Invitar" },

  settings: { title: "Ajustes" },

  help: {
    title: "Ayuda",
    lead: "Hay días que piden más que una sala. Aquí hay alguien con quien hablar.",
  },

  forget: {
    title: "Cómo olvidamos",
  },

  receipt: {
    line: (n: number) =>
      `${count(n, { one: "# mensaje del último día: destruido, buscado y no encontrado", other: "# mensajes del último día: destruidos, buscados y no encontrados" })}.`,
  },
};
