import type { AccountWords } from "./en-account.ts";
import { isolate, numbers } from "./numbers.ts";

const { count } = numbers("de");

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

  secondStep: {
    title: "Zweiter Schritt",
    text: "Außer nach dem Passwort fragt das Konto dann nach einem Code, den eine App auf deinem Telefon zeigt. Wer dein Passwort erfährt, kommt nicht hinein.",
    start: "Einrichten",
    scan: "Scanne das mit einer Authenticator-App, oder gib den Schlüssel dort ein. Gib dann den Code an, den sie zeigt.",
    qr: "Der Schlüssel als QR-Code",
    key: "Schlüssel",
    confirm: "Einschalten",
    on: "Er ist eingeschaltet.",
    left: (n) => count(n, { one: "# Ersatzcode ist übrig.", other: "# Ersatzcodes sind übrig." }),
    codes: "Ersatzcodes",
    codesText:
      "Jeder davon gilt einmal anstelle der App. Sie werden nicht noch einmal gezeigt: schreib sie auf.",
    kept: "Ich habe sie aufgeschrieben",
    anyCode: "Code der App, oder ein Ersatzcode",
    renew: "Neue Ersatzcodes machen",
    off: "Den zweiten Schritt ausschalten",
    isOff: "Er ist ausgeschaltet.",
  },

  leave: {
    title: "Konto löschen",
    text: "Das Konto und alles, was du heute gesagt hast, wird zerstört, sofort und endgültig. Dein Name wird frei.",
    confirm: (user) => `Um fortzufahren, gib ${isolate(user)} ein`,
    another: "Das ist ein anderer Name.",
    action: "Endgültig löschen",
  },
};
