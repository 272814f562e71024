import { dialogs } from "./de-dialogs.ts";
import { shield } from "./de-shield.ts";
import type { Words } from "./en.ts";
import { isolate, numbers } from "./numbers.ts";

const { number, count } = numbers("de");
const newMessages = { one: "# neue Nachricht", other: "# neue Nachrichten" };

export const words: Words = {
  brand: "Rage Room",

  head: {
    here: (n) => `${number(n)} hier`,
    number,
    gone: "weg in",
    city: (city) => `Mitternacht in ${isolate(city)}`,
    otherZone: (zone) => `Mitternacht, ${isolate(zone)}`,
    yours: (midnight, time) => `${midnight} (${time} deiner Zeit)`,
    more: "mehr",
    less: "weniger",
    fuse: (percent) => `${number(percent)} Prozent des Tages sind übrig`,
    signIn: "Anmelden",
    signOut: "Abmelden",
    account: (user) => `${user}, dein Konto`,
    admin: "Verwaltung",
    skip: "Zu deiner Nachricht",
    keys: "Tasten",
  },

  log: {
    label: "Nachrichten",
    midnight: (midnight) => `Alles hier wird um ${midnight} gelöscht.`,
    entering: "Du kommst herein…",
    noScript: "Zum Lesen genügt das; zum Sprechen braucht die Seite JavaScript.",
    empty: "Heute hat noch niemand etwas gesagt.",
    emptyHint: "Sag, was dich umtreibt. Um Mitternacht ist es weg.",
    removed: "Von der Moderation entfernt",
    hidden: "Was du gesagt hast, ist nicht zu sehen, bis das Team es sich angesehen hat.",
    admin: "Admin",
    moderator: "Moderation",
    reported: "Gemeldet. Die Moderation weiß Bescheid.",
    actsOn: (user) => `Was mit der Nachricht von ${isolate(user)} geschehen soll`,
    showAll: "Alles zeigen",
    showLess: "Weniger zeigen",
    unread: "neu, seit du weg warst",
    pill: (n) => `${number(n)} neu`,
    pillLabel: (n) => `${count(n, newMessages)}: zum Ende`,
    repliesTo: "Als Antwort an",
    named: "Spricht dich an:",
    noReply: "Niemandem antworten",
    ignored: (n: number) =>
      count(n, {
        one: "# Zeile ist ausgeblendet, von Leuten, die du heute ignorierst.",
        other: "# Zeilen sind ausgeblendet, von Leuten, die du heute ignorierst.",
      }),
    ignoreNobody: "Zeigen",
    toEnd: "Zum Ende",
    burst: (n) => count(n, newMessages),
    newTopic: (topic) => `Das Thema ist jetzt: ${isolate(topic)}`,
    muted: (until, reason) =>
      [
        until === undefined
          ? "Du bist bis auf Weiteres stummgeschaltet."
          : `Du bist bis ${isolate(until)} stummgeschaltet.`,
        ...(reason === undefined ? [] : [`Grund: ${isolate(reason)}`]),
      ].join(" "),
    unmuted: "Du kannst wieder schreiben.",
    removedMine: (n: number) =>
      count(n, {
        one: "Die Moderation hat eine Nachricht von dir entfernt.",
        other: "Die Moderation hat # Nachrichten von dir entfernt.",
      }),
    clearedEarlier: "Die Moderation hat den Raum heute schon einmal geleert.",
    earlier: "Frühere Nachrichten",
    slow: (n) =>
      n === 0
        ? "Der langsame Modus ist vorbei."
        : `Langsamer Modus: eine Nachricht alle ${number(n)} s.`,
    newDay: "Mitternacht. Alles zuvor Gesagte ist weg.",
    cleared: "Die Moderation hat den Raum geleert.",
    tooLong: "Du warst zu lange weg, um alles nachzuholen; so ist der Raum jetzt.",
    back: (n) =>
      n === 0
        ? "Wieder da. Du hast nichts verpasst."
        : `Wieder da. ${count(n, { one: "# Nachricht", other: "# Nachrichten" })} inzwischen.`,
    minutesLeft: (n) =>
      `Alles hier ist in ${count(n, { one: "# Minute", other: "# Minuten" })} weg.`,
  },

  outbox: {
    sending: "Wird gesendet…",
    goes: (n) => `Geht in ${number(n)} s von selbst`,
    waiting: "Wartet auf die Verbindung",
    failed: (why) => `Nicht gesendet: ${why}`,
    midnight: "Mitternacht war schneller.",
    signedOut: "deine Anmeldung ist beendet.",
    stopped: "der Raum ist für dich geschlossen.",
    again: "Noch einmal",
    discard: "Verwerfen",
  },

  composer: {
    as: "als",
    roll: "Anderen Namen würfeln",
    until: (t: string) => `bis ${t}`,
    untilMidnight: "bis Mitternacht",
    keep: "Heute behalten",
    now: (name: string) => `Du heißt jetzt ${isolate(name)}.`,
    label: "Deine Nachricht",
    placeholder: "Lass es raus",
    send: "Senden",
    seconds: (n) => `${number(n)} s`,
    wait: (n) =>
      `Du kannst in ${count(n, { one: "# Sekunde", other: "# Sekunden" })} wieder senden`,
    length: (used, most) => `${used} / ${number(most)}`,
    used: (n, atLeast) => `${number(n)}${atLeast ? "+" : ""}`,
    near: "Der Platz geht zu Ende.",
    tooLong: "Das ist zu lang zum Senden.",
    cut: "Hier passt nur der Anfang hinein; der Rest wurde weggelassen.",
    accept: "Mit dem Senden nimmst du die Regeln an.",
  },

  burn: {
    short: "Verbrennen",
    button: "Verbrennen: es geht nirgendwohin",
    done: "Verbrannt. Es hat diese Seite nie verlassen.",
  },

  link: {
    lost: (seconds) => `Verbindung weg. Nächster Versuch in ${number(seconds)} s.`,
    why: (why, seconds) => `${why} Nächster Versuch in ${number(seconds)} s.`,
    broken: "Verbindung weg. Die Seite versucht es von selbst wieder.",
    trying: "Verbindung weg. Neuer Versuch…",
    blocked:
      "Dieses Netz oder der Proxy des Servers lässt keine WebSockets durch: Du kannst lesen, aber nicht sprechen.",
    now: "Jetzt versuchen",
    notDone:
      "Nicht getan: Es besteht keine Verbindung. Versuch es noch einmal, wenn sie wieder da ist.",
    old: "Diese Seite ist älter als der Raum. Dein Entwurf bleibt beim Neuladen erhalten.",
    reload: "Neu laden",
    banned: (until, reason) =>
      [
        until === undefined
          ? "Du bist bis auf Weiteres gesperrt."
          : `Du bist bis ${isolate(until)} gesperrt.`,
        ...(reason === undefined ? [] : [`Grund: ${isolate(reason)}`]),
      ].join(" "),
    askWhy: "Wenn du das für einen Irrtum hältst, frag, wer diesen Raum betreibt.",
    banOver: "Die Sperre ist vorbei.",
    closed: {
      1001: "Der Raum startet neu.",
      1002: "Diese Seite und der Raum verstehen einander nicht. Lade die Seite neu.",
      1009: "Das war zu groß für den Raum.",
      1013: "Der Raum ist voll.",
      4000: "Der Raum hat von dieser Seite nichts gehört.",
      4001: "Du bist gesperrt. Der Raum ist für dich geschlossen.",
      4002: "Deine Anmeldung ist beendet; du kommst als Gast zurück.",
    },
  },

  refused: {
    invalid: "Das hat der Raum nicht verstanden.",
    empty: "In dieser Nachricht steht nichts.",
    too_long: "Diese Nachricht ist zu lang.",
    too_many_lines: "Diese Nachricht hat mehr als 20 Zeilen.",
    control_character: "Eine Nachricht kann keine Steuerzeichen enthalten.",
    not_allowed: "Dieses Wort wird hier nicht gesagt.",
    not_plannable: "Ein Thema lässt sich ab morgen planen, höchstens ein Jahr voraus.",
    rate_limited: "Das war viel für eine Minute.",
    banned: "Dieses Konto ist gesperrt.",
    muted: "Du bist stummgeschaltet.",
    slow_mode: "Der langsame Modus ist an.",
    proof_required: "Dein Browser konnte den Nachweis, den der Schild verlangt, nicht ausrechnen.",
    shield_up: "Neue Konten warten, solange der Schild oben ist.",
    newcomer:
      "Viele Neue sprechen zugleich und kommen der Reihe nach dran. Nachrichten von Neuen enthalten keine Links und sind keine Wand aus Großbuchstaben oder Emojis.",
    repeated: "Das wurde gerade gesagt. Sag es mit anderen Worten.",
    name_taken: "Dieser Name gehört jemand anderem.",
    email_taken: "Diese E-Mail-Adresse hat schon ein Konto.",
    username_taken: "Dieser Name ist vergeben oder sieht einem vergebenen ähnlich.",
    wrong_credentials: "Diese E-Mail-Adresse und dieses Passwort gehören nicht zusammen.",
    wrong_password: "Das ist nicht dein Passwort.",
    code_needed: "Dein Konto fragt auch nach einem Code: aus deiner App, oder ein Ersatzcode.",
    wrong_code: "Dieser Code stimmt nicht oder wurde schon benutzt.",
    common_password: "Dieses Passwort probiert jeder als eines der ersten. Nimm ein anderes.",
    too_many_attempts: "Zu viele missglückte Anmeldungen.",
    not_signed_in: "Melde dich zuerst an.",
    not_admin: "Das darf nur ein Admin.",
    not_staff: "Das dürfen nur Admins und Moderatoren.",
    admin_protected: "Das geht gegen einen Admin oder Moderator nicht.",
    last_admin: "Der letzte Admin kann nicht abgesetzt werden.",
    not_found: "Das gibt es nicht mehr.",
    setup_closed: "Dieser Einrichtungslink ist benutzt oder abgelaufen.",
    zone_fixed:
      "Die Zeitzone des Raums bleibt, wie sie ist: Sie steht dort fest, wo er gestartet wird, oder heute wurde schon etwas gesagt.",
    reset_closed: "Dieser Link ist benutzt oder abgelaufen. Bitte um einen neuen.",
    busy: "Im Raum ist gerade zu viel los.",
    unavailable: "Der Raum kann gerade nichts speichern.",
  },

  problem: {
    unreachable: { title: "Keine Verbindung", detail: "Der Raum ist gerade nicht zu erreichen." },
    part: "Dieser Teil der Seite ist nicht angekommen. Versuch es noch einmal.",
    retry: (seconds) =>
      count(seconds, {
        one: "Versuch es in # Sekunde wieder.",
        other: "Versuch es in # Sekunden wieder.",
      }),
  },

  foot: {
    language: "Sprache",
  },

  own: {
    erase: "Löschen",
    of: (act: string, text: string) => `${act}: ${isolate(text)}`,
    sure: "Für alle löschen?",
    felt: (n: number) =>
      n === 0
        ? "Ich höre dich"
        : `Ich höre dich: ${count(n, { one: "# Person fühlt das auch", other: "# Menschen fühlen das auch" })}`,
    forgetMe: "Vergiss mich jetzt",
    forgetLead: "Löscht alles, was du heute gesagt hast, auf jedem Bildschirm.",
    forgetSure: "Alles löschen?",
    forgotten: (n: number) =>
      `Vergessen: ${count(n, { one: "# Nachricht ist weg.", other: "# Nachrichten sind weg." })}`,
  },

  undo: { action: "Rückgängig", deleted: "Gelöscht.", back: "Wieder da." },

  shield,
  ...dialogs,
};
