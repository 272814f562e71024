import type { Moderation } from "./en-moderation.ts";
import { isolate, numbers } from "./numbers.ts";

const { count, number } = numbers("es");

export const moderation: Moderation = {
  acts: {
    label: (user) => `Más sobre este mensaje de ${user}`,
    title: (user) => `Qué hacer con ${isolate(user)}`,
    reason: "Motivo, si lo hay",
    reasonHint: "Se le dice a quien afecta y se guarda en el registro.",
    mute: "Silenciar",
    minutes: (n) => count(n, { one: "# minuto", other: "# minutos" }),
    midnight: "Hasta medianoche",
    more: "Echar",
    banHint:
      "Una expulsión vale para un invitado hasta medianoche, para una cuenta hasta que se levante, y se lleva lo que dijo hoy.",
    eraseAll: "Eliminar todo lo suyo",
    erasedAll: "Todo lo que dijo hoy ha salido de todas las páginas.",
    wasMuted: (user) => `${isolate(user)} queda en silencio.`,
  },

  sanctions: {
    tab: "Sanciones",
    title: "En silencio o expulsados ahora",
    none: "Nadie está en silencio ni expulsado.",
    muted: "en silencio",
    until: (when) => `Termina: ${isolate(when)}`,
    open: "Hasta que se levante",
    reason: (reason) => `Motivo: ${isolate(reason)}`,
    lift: "Levantar",
    liftLabel: (user) => `Levantar lo que pesa sobre ${user}`,
    lifted: "Queda levantada.",
  },

  audit: {
    tab: "Registro",
    title: "Lo que hizo el equipo",
    hint: "se guarda 90 días, nunca con un texto",
    none: "No se ha hecho nada.",
    older: "Más antiguo",
    targets: {
      message: (id) => `mensaje ${id}`,
      account: (id) => `cuenta ${id}`,
      event: (id) => `suceso ${id}`,
    },
    acts: {
      message_erased: "eliminó un mensaje",
      sender_erased: "eliminó todo lo de alguien",
      account_deleted: "eliminó una cuenta",
      reset_opened: "creó un enlace para otra contraseña",
      cleared: "vació la sala",
      undone: "recuperó lo eliminado",
      topic_set: "cambió el tema",
      topic_planned: "preparó el tema de un día",
      topic_unplanned: "retiró el tema de un día",
      rotation_set: "cambió la serie de temas",
      slow_mode_set: "frenó la sala",
      slow_mode_ended: "acabó con el modo lento",
      shield_raised: "alzó el escudo",
      shield_ended: "bajó el escudo",
      hidden_kept: "devolvió lo que estaba oculto",
      hidden_removed: "retiró lo que estaba oculto",
      swept: "retiró lo que habían dicho los nuevos",
      report_kept: "mantuvo un mensaje denunciado",
      report_removed: "retiró un mensaje denunciado",
      muted: "silenció a alguien",
      banned: "expulsó a alguien",
      unbanned: "readmitió a alguien",
      lifted: "levantó una sanción",
      admin_made: "hizo admin a alguien",
      admin_unmade: "quitó a un admin",
      moderator_made: "hizo moderador a alguien",
      moderator_unmade: "quitó a un moderador",
    },
  },

  mode: {
    slow: "Modo lento",
    slowHint: "Lo que cada cual espera entre dos mensajes, salvo el equipo.",
    off: "No",
    set: (n) =>
      n === 0
        ? "El modo lento está apagado."
        : `Desde ahora, un mensaje cada ${number(n)} segundos.`,
  },

  role: {
    button: "Papel",
    label: (user) => `Papel de ${user}`,
    title: (user) => `Papel de ${isolate(user)}`,
    names: { member: "Miembro", moderator: "Moderador", admin: "Administrador" },
    may: {
      member: "Habla con un nombre propio.",
      moderator: "Elimina mensajes, silencia, expulsa y frena la sala.",
      admin: "También hace eso, cambia el tema y elige al equipo.",
    },
    ends: "Quien pierde un papel sale de todas sus sesiones.",
    save: "Cambiar el papel",
    changed: (user, role) => `${isolate(user)} tiene ahora otro papel: ${role}.`,
  },

  owner: {
    button: "Cuenta",
    label: (user) => `Cuenta de ${user}`,
    title: (user) => `Cuenta de ${isolate(user)}`,
    resetTitle: "Contraseña olvidada",
    resetText:
      "Un enlace para elegir otra. Sirve una vez y durante una hora: no se lo des a nadie más. Un segundo paso sigue activado.",
    reset: "Crear un enlace",
    link: "Enlace para otra contraseña",
    copy: "Copiar",
    copied: "Está copiado.",
    made: "Está creado. El anterior ya no sirve.",
    deleteText: "La cuenta y todo lo que ha dicho hoy se destruyen, al momento y para siempre.",
    deleted: (user) => `La cuenta de ${isolate(user)} ya no existe.`,
  },
};
