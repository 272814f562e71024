import type { SetupWords } from "./en-setup.ts";
import { isolate } from "./numbers.ts";

export const words: SetupWords = {
  setup: {
    title: "Öffne deinen Raum",
    lead: "Ein Formular, und du bist drin. Das Konto, das du hier anlegst, leitet den Raum.",
    topic: "Thema von heute",
    topicHint: "Worüber heute Dampf abgelassen wird. Es lässt sich jederzeit ändern.",
    rules: "Regeln",
    rulesHint: "Sie dürfen leer bleiben.",
    zone: "Zeitzone der Mitternacht",
    zoneHint: "Um Mitternacht dort wird alles Gesagte vernichtet.",
    midnight: (when: string, left: string) =>
      `Nächste Mitternacht: ${when} deiner Zeit, in ${left}`,
    browsers: (zone: string) => `Die dieses Browsers nehmen: ${isolate(zone)}`,
    fixed: {
      variable: "TIMEZONE legt sie fest, wo der Raum gestartet wird.",
      said: "Heute wurde schon etwas gesagt, also behält der Tag seine Mitternacht.",
    },
    action: "Raum öffnen",
    spentTitle: "Dieser Einrichtungslink gilt nicht mehr",
    spent: "Er wurde benutzt, oder seine Stunde ist um.",
    spentIn: "Gibt es den ersten Admin schon, melde dich an.",
    spentAgain:
      "Gibt es noch keinen, halte den Raum an und starte ihn neu: Er gibt einen anderen Link aus.",
    again: "Noch einmal",
  },

  signedIn: {
    as: (user: string) => `Du bist angemeldet als ${isolate(user)}.`,
    account: "Dein Konto",
  },

  steps: {
    title: "Dein Raum ist offen",
    lead: "Drei Dinge, die helfen, wann immer du magst:",
    topics: "Themen für die nächsten Tage vorbereiten",
    moderator: "Jemanden zum Moderator machen, sobald ein Konto da ist",
    link: "Den Link des Raums oder seinen QR-Code weitergeben",
    hide: "Diese Liste ausblenden",
  },

  invite: {
    lead: "Wer diesen Link hat, kann sofort mitlesen und ohne Konto mitreden.",
    link: "Der Link des Raums",
    copy: "Link kopieren",
    copied: "Er ist kopiert.",
    byHand: "Er ließ sich nicht kopieren. Der Link ist markiert: Kopiere ihn von Hand.",
    share: "Teilen",
    code: (link: string) => `QR-Code von ${link}`,
    here: "Diese Adresse gilt nur auf diesem Gerät. Öffne den Raum unter seiner Adresse von außen und lade von dort ein.",
  },
};
