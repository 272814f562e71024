import type { StaffWords } from "./en-staff.ts";
import { isolate, numbers } from "./numbers.ts";

const { number, count } = numbers("es");
const gone = (n: number, many: string, one: string) =>
  count(n, { one: `# mensaje ${one}.`, other: `# mensajes ${many}.` });

export const words: StaffWords = {
  act: {
    delete: "Eliminar",
    deleteAll: "Eliminar todo lo suyo",
    mute: "Silenciar",
    minutes: (n) => `${number(n)} min`,
    midnight: "medianoche",
    ban: "Expulsar",
  },

  done: {
    delete: "Eliminado.",
    deleteAll: (n) => gone(n, "eliminados", "eliminado"),
    mute: (user, until) => `${isolate(user)} no puede escribir hasta ${isolate(until)}.`,
    muteOpen: (user) => `${isolate(user)} no puede escribir hasta nuevo aviso.`,
    ban: (user, until, n) =>
      `${isolate(user)} está expulsado hasta ${isolate(until)}. ${gone(n, "retirados", "retirado")}`,
    banOpen: (user, n) =>
      `${isolate(user)} está expulsado hasta nuevo aviso. ${gone(n, "retirados", "retirado")}`,
    undone: "Ya está de vuelta.",
    lifted: (user) => `${isolate(user)} puede volver a escribir.`,
  },

  desk: {
    label: "Moderación de la sala",
    hold: "Detener",
    holdHint: "Detener la sala (o manteniendo la tecla M)",
    held: (n) => (n === 0 ? "Detenido" : `Detenido: ${number(n)}`),
    slow: (n) => (n === 0 ? "Lento: no" : `Lento: ${number(n)} s`),
    slowTitle: "Cuánto espera cada uno entre dos mensajes",
    seconds: (n) => (n === 0 ? "No" : `${number(n)} s`),
  },
};
