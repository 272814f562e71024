import type { StaffWords } from "./en-staff.ts";
import { isolate, numbers } from "./numbers.ts";

const { number, count } = numbers("es");
const gone = (n: number, many: string, one: string) =>
  count(n, { one: `# mensaje ${one}.`, other: `# mensajes ${many}.` });
const messages = (n: number) => count(n, { one: "# mensaje", other: "# mensajes" });
const min = (n: number) => `${number(n)} min`;

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

  shield: {
    title: "Escudo",
    about:
      "Contra una avalancha de nuevos: esperan para hablar, cada invitado nuevo calcula una prueba y nadie crea una cuenta. Quien ya fue oído no nota nada. Termina por sí solo.",
    raise: "Alzar el escudo",
    hint: (n) =>
      `Durante ${min(n)}, los nuevos esperan para hablar y prueban que no son una avalancha`,
    up: (until, by) =>
      `Escudo hasta las ${isolate(until)} (${by === "staff" ? "equipo" : "la sala"})`,
    renew: (n) => `Prolongar ${min(n)} desde ahora`,
    raised: (n) => `El escudo está en alto durante ${min(n)}.`,
    end: "Bajar el escudo",
    ended: "El escudo ha bajado.",
  },

  hidden: {
    open: (n) => count(n, { one: "# oculto", other: "# ocultos" }),
    title: "Lo que dijeron los nuevos antes del escudo",
    about: (n) =>
      `${count(n, { one: "# mensaje de un nuevo, del minuto anterior al escudo, está oculto.", other: "# mensajes de nuevos, del minuto anterior al escudo, están ocultos." })} Así queda hasta que decidas, o hasta medianoche.`,
    more: (n) =>
      count(n, {
        one: "# mensaje anterior no se muestra aquí",
        other: "# mensajes anteriores no se muestran aquí",
      }),
    keepLabel: (n) => `Mantener ${messages(n)}`,
    kept: "Están de nuevo en su sitio.",
    removeLabel: (n) => `Retirar ${messages(n)}`,
    removed: (n) => count(n, { one: "# mensaje retirado.", other: "# mensajes retirados." }),
  },

  reports: {
    open: (n) =>
      n === 0 ? "Sin denuncias" : count(n, { one: "# denuncia", other: "# denuncias" }),
    title: "Mensajes denunciados",
    close: "Cerrar",
    none: "No hay nada denunciado.",
    count: (n) => count(n, { one: "# persona", other: "# personas" }),
    hidden: "Oculto",
    keep: "Mantener",
    keepLabel: (user) => `Mantener el mensaje de ${isolate(user)}`,
    kept: "Se queda.",
    remove: "Retirar",
    removeLabel: (user) => `Retirar el mensaje de ${isolate(user)}`,
    removed: "Retirado.",
  },
};
