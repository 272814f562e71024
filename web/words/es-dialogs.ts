import type { Dialogs } from "./en-dialogs.ts";
import { numbers } from "./numbers.ts";

const { count } = numbers("es");

export const dialogs: Dialogs = {
  picker: {
    title: "Emojis",
  },

  cool: {
    title: "Un minuto de calma",
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
