import type { AccountWords } from "./en-account.ts";
import { isolate, numbers } from "./numbers.ts";

const { count } = numbers("es");

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

  secondStep: {
    title: "Segundo paso",
    text: "Además de la contraseña, la cuenta pide entonces un código que muestra una aplicación en tu teléfono. Quien sepa tu contraseña no entra.",
    start: "Prepararlo",
    scan: "Escanéalo con una aplicación de autenticación, o escribe la clave en ella. Después da el código que muestra.",
    qr: "La clave como código QR",
    key: "Clave",
    confirm: "Activarlo",
    on: "Está activado.",
    left: (n) =>
      count(n, {
        one: "Queda # código de recuperación.",
        other: "Quedan # códigos de recuperación.",
      }),
    codes: "Códigos de recuperación",
    codesText:
      "Cada uno sirve una vez en lugar de la aplicación. No se muestran de nuevo: apúntalos.",
    kept: "Los he apuntado",
    anyCode: "Código de la aplicación, o uno de recuperación",
    renew: "Crear códigos de recuperación nuevos",
    off: "Desactivar el segundo paso",
    isOff: "Está desactivado.",
  },

  leave: {
    title: "Eliminar la cuenta",
    text: "La cuenta y todo lo que has dicho hoy se destruyen, al momento y para siempre. Tu nombre queda libre.",
    confirm: (user) => `Para seguir, escribe ${isolate(user)}`,
    another: "Ese es otro nombre.",
    action: "Eliminarla para siempre",
  },
};
