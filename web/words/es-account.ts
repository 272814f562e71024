import type { AccountWords } from "./en-account.ts";
import { isolate } from "./numbers.ts";

export const words: AccountWords = {
  account: {
    title: "Tu cuenta",
    tab: "Tu cuenta: Rage Room",
    as: (user, email) => `Has entrado como ${isolate(user)}, ${isolate(email)}`,
    loading: "Cargando…",
  },

  password: {
    title: "Cambiar la contraseña",
    ends: "Con ello terminan todas las sesiones anteriores; esta sigue.",
    current: "Contraseña actual",
    action: "Cambiarla",
    done: "Está cambiada. Todas las sesiones anteriores han terminado.",
  },

  signIns: {
    title: "Dónde has entrado",
    hint: "Se guarda la hora sin los minutos, y nada más.",
    since: (when) => `Desde ${isolate(when)}`,
    used: (when) => `último uso: ${isolate(when)}`,
    here: "esta",
    endLabel: (when) => `Cerrar la sesión abierta desde ${when}`,
    ended: "La sesión está cerrada.",
    everywhere: "Salir de todas partes",
  },

  leave: {
    title: "Eliminar la cuenta",
    text: "La cuenta y todo lo que has dicho hoy se destruyen, al momento y para siempre. Tu nombre queda libre.",
    confirm: (user) => `Para seguir, escribe ${isolate(user)}`,
    another: "Ese es otro nombre.",
    action: "Eliminarla para siempre",
  },
};
