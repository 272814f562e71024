import type { Moderation } from "./en-moderation.ts";
import { isolate, numbers } from "./numbers.ts";

const { count, number } = numbers("de");

export const moderation: Moderation = {
  acts: {
    label: (user) => `Mehr zu dieser Nachricht von ${user}`,
    title: (user) => `Was mit ${isolate(user)} geschehen soll`,
    reason: "Grund, falls es einen gibt",
    reasonHint: "Wird dem Betroffenen gesagt und im Protokoll behalten.",
    mute: "Stummschalten",
    minutes: (n) => count(n, { one: "# Minute", other: "# Minuten" }),
    midnight: "Bis Mitternacht",
    more: "Fortschicken",
    banHint:
      "Eine Sperre gilt für einen Gast bis Mitternacht, für ein Konto bis zur Aufhebung, und nimmt mit, was heute von dort kam.",
    eraseAll: "Alles von dort löschen",
    erasedAll: "Alles, was heute von dort kam, ist von jeder Seite verschwunden.",
    wasMuted: (user) => `${isolate(user)} ist stummgeschaltet.`,
  },

  sanctions: {
    tab: "Sperren",
    title: "Jetzt stumm oder gesperrt",
    none: "Niemand ist stumm oder gesperrt.",
    muted: "stumm",
    until: (when) => `Bis ${isolate(when)}`,
    open: "Bis zur Aufhebung",
    reason: (reason) => `Grund: ${isolate(reason)}`,
    lift: "Aufheben",
    liftLabel: (user) => `Aufheben, was für ${user} gilt`,
    lifted: "Es ist aufgehoben.",
  },

  audit: {
    tab: "Protokoll",
    title: "Was das Team getan hat",
    hint: "90 Tage aufbewahrt, nie mit einem Text",
    none: "Es wurde noch nichts getan.",
    older: "Älteres",
    targets: {
      message: (id) => `Nachricht ${id}`,
      account: (id) => `Konto ${id}`,
      event: (id) => `Ereignis ${id}`,
    },
    acts: {
      message_erased: "hat eine Nachricht gelöscht",
      sender_erased: "hat alles von jemandem gelöscht",
      account_deleted: "hat ein Konto gelöscht",
      reset_opened: "hat einen Link für ein neues Passwort erstellt",
      cleared: "hat den Raum geleert",
      undone: "hat Gelöschtes zurückgeholt",
      topic_set: "hat das Thema geändert",
      topic_planned: "hat das Thema eines Tages geplant",
      topic_unplanned: "hat das Thema eines Tages zurückgenommen",
      rotation_set: "hat die Reihe der Themen geändert",
      slow_mode_set: "hat den Raum verlangsamt",
      slow_mode_ended: "hat den langsamen Modus beendet",
      shield_raised: "hat den Schild gehoben",
      shield_ended: "hat den Schild gesenkt",
      hidden_kept: "hat Verborgenes zurückgeholt",
      hidden_removed: "hat Verborgenes entfernt",
      swept: "hat entfernt, was Neue gesagt hatten",
      report_kept: "hat eine gemeldete Nachricht behalten",
      report_removed: "hat eine gemeldete Nachricht entfernt",
      muted: "hat jemanden stummgeschaltet",
      banned: "hat jemanden gesperrt",
      unbanned: "hat eine Sperre aufgehoben",
      lifted: "hat eine Maßnahme aufgehoben",
      admin_made: "hat jemanden zum Admin gemacht",
      admin_unmade: "hat einen Admin abgesetzt",
      moderator_made: "hat jemanden zum Moderator gemacht",
      moderator_unmade: "hat einen Moderator abgesetzt",
    },
  },

  mode: {
    slow: "Langsamer Modus",
    slowHint: "Wie lange jeder zwischen zwei Nachrichten wartet, das Team ausgenommen.",
    off: "Aus",
    set: (n) =>
      n === 0
        ? "Der langsame Modus ist aus."
        : `Von jetzt an eine Nachricht alle ${number(n)} Sekunden.`,
  },

  role: {
    button: "Rolle",
    label: (user) => `Rolle von ${user}`,
    title: (user) => `Rolle von ${isolate(user)}`,
    names: { member: "Mitglied", moderator: "Moderator", admin: "Admin" },
    may: {
      member: "Spricht unter einem eigenen Namen.",
      moderator: "Löscht Nachrichten, schaltet stumm, sperrt und verlangsamt den Raum.",
      admin: "Tut auch das, ändert das Thema und bestimmt, wer zum Team gehört.",
    },
    ends: "Wer eine Rolle verliert, ist überall abgemeldet.",
    save: "Rolle ändern",
    changed: (user, role) => `${isolate(user)} hat jetzt eine andere Rolle: ${role}.`,
  },

  owner: {
    button: "Konto",
    label: (user) => `Konto von ${user}`,
    title: (user) => `Konto von ${isolate(user)}`,
    resetTitle: "Passwort vergessen",
    resetText:
      "Ein Link, mit dem ein neues gewählt wird. Er gilt einmal und eine Stunde lang: gib ihn niemand anderem. Ein zweiter Schritt bleibt an.",
    reset: "Link erstellen",
    link: "Link für ein neues Passwort",
    copy: "Kopieren",
    copied: "Er ist kopiert.",
    made: "Er ist erstellt. Ein früherer gilt nicht mehr.",
    deleteText:
      "Das Konto und alles, was es heute gesagt hat, wird zerstört, sofort und endgültig.",
    deleted: (user) => `Das Konto von ${isolate(user)} ist weg.`,
  },
};
