import type { Language } from "../words/languages.ts";

export interface EmbedWords {
  label: string;
  moderator: string;
  admin: string;
  newDay: string;
  cleared: string;
  lost: string;
  closed: string;
  /** Of the link to the room at that host. */
  open: (host: string) => string;
}

/** All that the embedded log says. It loads no catalogue: it is one script of a few kilobytes. */
export const WORDS: Record<Language, EmbedWords> = {
  en: {
    label: "Messages",
    moderator: "moderator",
    admin: "admin",
    newDay: "Midnight. Everything said before is gone.",
    cleared: "A moderator emptied the room.",
    lost: "Connection lost. It comes back by itself.",
    closed: "The room is closed here.",
    open: (host) => `Rage Room at ${host}`,
  },
  de: {
    label: "Nachrichten",
    moderator: "Moderation",
    admin: "Admin",
    newDay: "Mitternacht. Alles zuvor Gesagte ist weg.",
    cleared: "Die Moderation hat den Raum geleert.",
    lost: "Verbindung verloren. Sie kommt von selbst wieder.",
    closed: "Der Raum ist hier geschlossen.",
    open: (host) => `Rage Room auf ${host}`,
  },
  fr: {
    label: "Messages",
    moderator: "modération",
    admin: "admin",
    newDay: "Minuit. Tout ce qui a été dit avant a disparu.",
    cleared: "La modération a vidé le salon.",
    lost: "Connexion perdue. Elle reviendra d’elle-même.",
    closed: "Le salon est fermé ici.",
    open: (host) => `Rage Room sur ${host}`,
  },
  es: {
    label: "Mensajes",
    moderator: "moderación",
    admin: "admin",
    newDay: "Medianoche. Todo lo dicho antes ha desaparecido.",
    cleared: "La moderación ha vaciado la sala.",
    lost: "Se perdió la conexión. Vuelve por sí sola.",
    closed: "La sala está cerrada aquí.",
    open: (host) => `Rage Room en ${host}`,
  },
  pt: {
    label: "Mensagens",
    moderator: "moderação",
    admin: "admin",
    newDay: "Meia-noite. Tudo o que foi dito antes sumiu.",
    cleared: "A moderação esvaziou a sala.",
    lost: "Conexão perdida. Ela volta sozinha.",
    closed: "A sala está fechada aqui.",
    open: (host) => `Rage Room em ${host}`,
  },
  ar: {
    label: "الرسائل",
    moderator: "إشراف",
    admin: "إدارة",
    newDay: "منتصف الليل. زال كل ما قيل قبله.",
    cleared: "أفرغ الإشراف الغرفة.",
    lost: "انقطع الاتصال، وسيعود من تلقاء نفسه.",
    closed: "الغرفة مغلقة هنا.",
    open: (host) => `Rage Room على \u2066${host}\u2069`,
  },
};
