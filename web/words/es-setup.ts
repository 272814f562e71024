import type { SetupWords } from "./en-setup.ts";
import { isolate } from "./numbers.ts";

export const words: SetupWords = {
  setup: {
    title: "Abre tu sala",
    lead: "Un formulario y estás dentro. La cuenta que creas aquí dirige la sala.",
    topic: "El tema de hoy",
    topicHint: "De qué se desahoga la gente hoy. Se puede cambiar cuando quieras.",
    rules: "Normas",
    rulesHint: "Pueden quedar vacías.",
    zone: "Zona horaria de la medianoche",
    zoneHint: "A medianoche allí, todo lo dicho se destruye.",
    midnight: (when: string, left: string) =>
      `Próxima medianoche: ${when} en tu hora, dentro de ${left}`,
    browsers: (zone: string) => `Usar la de este navegador: ${isolate(zone)}`,
    fixed: {
      variable: "La fija TIMEZONE, donde se inicia la sala.",
      said: "Hoy ya se ha dicho algo, así que el día conserva su medianoche.",
    },
    action: "Abrir la sala",
    spentTitle: "Este enlace de instalación ya no sirve",
    spent: "Se ha usado o ha pasado su hora.",
    spentIn: "Si ya existe el primer administrador, inicia sesión.",
    spentAgain: "Si no existe, detén la sala y vuelve a iniciarla: mostrará otro enlace.",
    again: "Intentar de nuevo",
  },

  signedIn: {
    as: (user: string) => `Has iniciado sesión como ${isolate(user)}.`,
    account: "Tu cuenta",
  },

  steps: {
    title: "Tu sala está abierta",
    lead: "Tres cosas que ayudan, cuando quieras:",
    topics: "Preparar temas para los próximos días",
    moderator: "Nombrar moderador a alguien, cuando tenga cuenta",
    link: "Pasar el enlace de la sala o su código QR",
    hide: "Ocultar esta lista",
  },

  invite: {
    lead: "Quien tenga este enlace puede leer enseguida y hablar sin cuenta.",
    link: "El enlace de la sala",
    copy: "Copiar el enlace",
    copied: "Está copiado.",
    byHand: "No se pudo copiar. El enlace está marcado: cópialo a mano.",
    share: "Compartir",
    code: (link: string) => `Código QR de ${link}`,
    here: "Esta dirección solo funciona en este equipo. Abre la sala en su dirección de fuera e invita desde allí.",
  },
};
