import type { AccountWords } from "./en-account.ts";
import { isolate } from "./numbers.ts";

export const words: AccountWords = {
  account: {
    title: "Dein Konto",
    tab: "Dein Konto: Rage Room",
    as: (user, email) => `Angemeldet als ${isolate(user)}, ${isolate(email)}`,
    loading: "Lädt…",
  },

  password: {
    title: "Passwort ändern",
    ends: "Jede frühere Anmeldung endet damit; diese geht weiter.",
    current: "Jetziges Passwort",
    action: "Ändern",
    done: "Es ist geändert. Jede frühere Anmeldung ist beendet.",
  },

  signIns: {
    title: "Wo du angemeldet bist",
    hint: "Zeiten werden auf die Stunde genau behalten, und sonst nichts.",
    since: (when) => `Seit ${isolate(when)}`,
    used: (when) => `zuletzt benutzt ${isolate(when)}`,
    here: "diese hier",
    endLabel: (when) => `Abmelden, was seit ${when} angemeldet ist`,
    ended: "Es ist abgemeldet.",
    everywhere: "Überall abmelden",
  },

  leave: {
    title: "Konto löschen",
    text: "Das Konto und alles, was du heute gesagt hast, wird zerstört, sofort und endgültig. Dein Name wird frei.",
    confirm: (user) => `Um fortzufahren, gib ${isolate(user)} ein`,
    another: "Das ist ein anderer Name.",
    action: "Endgültig löschen",
  },
};
