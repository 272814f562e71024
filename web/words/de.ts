import type { Catalogue } from "./english.ts";
import { isolate, numbers } from "./numbers.ts";

export const name = "Deutsch";
export const direction = "ltr";
export const needsScript = "Diese Seite braucht JavaScript.";
export const speakingNeedsScript =
  "Zum Lesen genügt das; zum Sprechen braucht die Seite JavaScript.";
export const plurals = ["one", "other"] as const;

const { number, count } = numbers("de", plurals);
const newMessages = { one: "# neue Nachricht", other: "# neue Nachrichten" };
const messages = (n: number) => count(n, { one: "# Nachricht", other: "# Nachrichten" });
const min = (n: number) => `${number(n)} Min.`;

export const words: Catalogue["words"] = {
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
    empty: "Heute hat noch niemand etwas gesagt.",
    emptyHint: "Sag, was dich umtreibt. Um Mitternacht ist es weg.",
    removed: "Von der Moderation entfernt",
    hidden: "Was du gesagt hast, ist nicht zu sehen, bis das Team es sich angesehen hat.",
    admin: "Admin",
    moderator: "Moderation",
    reported: "Gemeldet. Das Team weiß Bescheid.",
    actsOn: (user) => `Was mit der Nachricht von ${isolate(user)} geschehen soll`,
    showAll: "Alles zeigen",
    showLess: "Weniger zeigen",
    unread: "neu, seit du weg warst",
    pill: (n) => `${number(n)} neu`,
    pillLabel: (n) => `${count(n, newMessages)}: zum Ende`,
    repliesTo: "Als Antwort an",
    named: "Spricht dich an:",
    first: "Die ersten Worte heute",
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
    unmuted: "Du darfst wieder sprechen.",
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
    notAReply:
      "Der Raum hat vielleicht Nachrichten verloren: Was du schreibst, ist keine Antwort mehr.",
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
    button: "Verbrennen: Es geht nirgendwohin",
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
    username_taken: "Dieser Benutzername ist vergeben oder sieht einem vergebenen ähnlich.",
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
    forgotten: (n: number) =>
      `Vergessen: ${count(n, { one: "# Nachricht ist weg.", other: "# Nachrichten sind weg." })}`,
  },

  undo: { action: "Rückgängig", deleted: "Gelöscht.", back: "Wieder da." },

  shield: {
    up: (until) =>
      `Der Schild ist bis ${isolate(until)} oben: Wer neu hier ist, wartet mit dem Sprechen. Alle lesen mit, und wer heute schon gehört wurde, spricht wie zuvor.`,
    down: "Der Schild ist unten. Alle dürfen wieder sprechen.",
    proving: "Dein Browser rechnet einen Nachweis aus, dass du keine Flut von Maschinen bist…",
  },

  picker: {
    title: "Emojis",
  },

  cool: {
    title: "Eine Minute abkühlen",
    close: "Zurück zum Raum",
  },

  invite: { title: "Einladen" },

  settings: { title: "Einstellungen" },

  help: {
    title: "Hilfe",
    lead: "Manche Tage brauchen mehr als einen Raum. Hier ist jemand, mit dem du reden kannst.",
  },

  forget: {
    title: "Wie wir vergessen",
  },

  receipt: {
    line: (n: number) =>
      `${count(n, { one: "# Nachricht", other: "# Nachrichten" })} des letzten Tages: vernichtet, gesucht und nicht gefunden.`,
  },
};

export const account: Catalogue["account"] = {
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
      "Jeder davon gilt einmal anstelle der App. Sie werden nicht noch einmal gezeigt: Schreib sie auf.",
    kept: "Ich habe sie aufgeschrieben",
    anyCode: "Code der App, oder ein Ersatzcode",
    renew: "Neue Ersatzcodes machen",
    off: "Den zweiten Schritt ausschalten",
    isOff: "Er ist ausgeschaltet.",
  },

  leave: {
    title: "Konto löschen",
    text: "Das Konto und alles, was du heute gesagt hast, werden vernichtet, sofort und endgültig. Dein Name wird frei.",
    confirm: (user) => `Um fortzufahren, gib ${isolate(user)} ein`,
    another: "Das ist ein anderer Name.",
    action: "Endgültig löschen",
  },
};

export const keys: Catalogue["keys"] = {
  keys: {
    toMessages: "zu den Nachrichten",
    walk: "von Nachricht zu Nachricht",
    firstAndLast: "zur ersten und zur letzten, die zu sehen ist",
    menu: "was sich mit einer Nachricht tun lässt",
    leave: "zurück zu deiner Nachricht; von dort ans Ende des Raums",
    write: "zu deiner Nachricht",
    list: "diese Liste",
    hold: "hält die Nachrichten an, solange sie gedrückt ist (fürs Team)",
    single: "Tasten mit einem einzelnen Zeichen wirken, wenn du nicht schreibst",
  },
};

export const forgetting: Catalogue["forgetting"] = {
  forget: {
    gone: (midnight) => `Was um ${midnight} gelöscht wird`,
    messages: "Jede Nachricht: in der Datenbank des Raums und auf jeder offenen Seite.",
    guests: "Jeder Gast: Morgen kann hier niemand sagen, wer du heute warst.",
    stays: "Was bleibt",
    accounts: "Konten, und wer gesperrt ist. Nie, was gesagt wurde.",
    drafts: "Was du geschrieben und nicht gesendet hast, bleibt in deinem eigenen Browser.",
    cannot: "Was wir nicht versprechen können",
    screenshots: "Bildschirmfotos, und Kopien, die jemand im Raum gemacht hat.",
    snapshots:
      "Kopien, die der Betreiber der Maschine selbst anlegt, etwa Abbilder und Sicherungen der Festplatte.",
    memory: "Kopien im Arbeitsspeicher des Servers, bis er neu beschrieben wird.",
    me: "Vergiss mich jetzt",
    lead: "Löscht alles, was du heute gesagt hast, auf jedem Bildschirm.",
    sure: "Alles löschen?",
  },

  mood: {
    ask: "Wie gehst du aus dem Tag, der eben endete?",
    angrier: "Wütender",
    same: "Unverändert",
    calmer: "Ruhiger",
    thanks: "Gezählt, und sonst bleibt nichts davon.",
  },

  receipt: {
    title: (day: string, zone: string) => `Das Ende des ${isolate(day)}, ${isolate(zone)}`,
    destroyed: (messages: number, people: number) =>
      `${count(messages, { one: "# Nachricht", other: "# Nachrichten" })} von ${count(people, { one: "# Person", other: "# Menschen" })} vernichtet.`,
    clean: (ms: number) =>
      `Danach haben wir nach Resten gesucht und nichts gefunden. Es dauerte ${count(ms, { one: "# Millisekunde", other: "# Millisekunden" })}.`,
    unclean: "Danach haben wir nach Resten gesucht, und etwas war noch da.",
    moods: ({ angrier, same, calmer }) =>
      `Von denen, die es sagten, gingen ${number(angrier)} wütender, ${number(same)} unverändert, ${number(calmer)} ruhiger.`,
    nothing: "nichts gefunden",
    methods: {
      key: "Der Schlüssel des Tages wurde vernichtet",
      overwritten: "Die Zeilen wurden überschrieben, das Vorausprotokoll geleert",
      unlinked: "Die Dateien der Tabellen wurden entfernt",
      deleted: "Die Zeilen wurden gelöscht",
    },
    checks: {
      rows: "Zeilen jenes Tages in der Datenbank",
      key: "Proben, die ein Schlüssel von uns noch öffnet",
      files: "Proben in den Dateien der Datenbank",
      wal: "Reste im Vorausprotokoll",
      replaced: "Tabellen, die noch in ihrer alten Datei stehen",
      unlinked: "Bytes in der alten Datei",
    },
  },
};

export const reader: Catalogue["reader"] = {
  menu: {
    reply: "Antworten",
    copy: "Kopieren",
    copied: "Kopiert.",
    notCopied:
      "Dieser Browser lässt hier nichts kopieren. Markiere den Text und kopiere ihn von Hand.",
    report: "Melden",
    ignore: "Heute ignorieren",
    ignored: (user: string) =>
      `${isolate(user)} ist bis Mitternacht ausgeblendet, solange der Name bleibt.`,
  },

  choices: {
    lead: "Bleibt allein in diesem Browser. Was du nicht änderst, folgt deinem System.",
    rows: {
      theme: "Farben",
      letters: "Schrift",
      lines: "Zeilen",
      view: "Nachrichten",
      sound: "Ton",
    },
    without: {
      theme: "Wie das System",
      letters: "Üblich",
      lines: "Luftig",
      view: "Alle",
      sound: "Aus",
    },
    light: "Hell",
    dark: "Dunkel",
    large: "Groß",
    largest: "Sehr groß",
    compact: "Dicht",
    quiet: "Ruhig: eine in zwei Sekunden, die am meisten mitgefühlte",
    sound: "Bei der ersten neuen Nachricht, während ich woanders hinsehe",
  },

  quiet: "Ruhige Ansicht: eine Nachricht in zwei Sekunden.",

  coolOffer: { line: "Wenn du magst: eine Minute zum Abkühlen.", no: "Jetzt nicht" },

  breathing: {
    lead: "Sechs langsame Atemzüge. Sie lösen nichts; sie sind eine Minute Ruhe.",
    breatheIn: "Einatmen",
    breatheOut: "Ausatmen, langsam",
    left: (seconds) => count(seconds, { one: "Noch # Sekunde", other: "Noch # Sekunden" }),
    done: "Das war eine Minute. Bleib, solange du magst.",
  },

  emoji: {
    search: "Emojis suchen",
    found: (n) => (n === 0 ? "Nichts gefunden" : `${number(n)} gefunden`),
    groups: [
      "Wütend",
      "Gesichter und Gefühle",
      "Menschen",
      "Tiere und Natur",
      "Essen und Trinken",
      "Reisen und Orte",
      "Aktivitäten",
      "Dinge",
      "Zeichen",
    ],
  },
};

export const setup: Catalogue["setup"] = {
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
    browsers: (zone: string) => `Zeitzone dieses Browsers: ${isolate(zone)}`,
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

export const staff: Catalogue["staff"] = {
  act: {
    delete: "Löschen",
    deleteAll: "Alles von dieser Person löschen",
    mute: "Stummschalten",
    minutes: (n) => `${number(n)} Min.`,
    midnight: "Mitternacht",
    ban: "Sperren",
  },

  done: {
    delete: "Gelöscht.",
    deleteAll: (n) => `${messages(n)} gelöscht.`,
    mute: (user, until) => `${isolate(user)} ist bis ${isolate(until)} stummgeschaltet.`,
    muteOpen: (user) => `${isolate(user)} ist stummgeschaltet, bis jemand es aufhebt.`,
    ban: (user, until, n) =>
      `${isolate(user)} ist bis ${isolate(until)} gesperrt. ${messages(n)} entfernt.`,
    banOpen: (user, n) =>
      `${isolate(user)} ist gesperrt, bis jemand es aufhebt. ${messages(n)} entfernt.`,
    undone: "Es ist wieder da.",
    lifted: (user) => `${isolate(user)} darf wieder sprechen.`,
  },

  desk: {
    label: "Moderation im Raum",
    hold: "Anhalten",
    holdHint: "Verlauf anhalten (auch mit gedrückter Taste M)",
    held: (n) => (n === 0 ? "Angehalten" : `Angehalten: ${number(n)}`),
    slow: (n) => (n === 0 ? "Langsam: aus" : `Langsam: ${number(n)} s`),
    slowTitle: "Wie lange alle zwischen zwei Nachrichten warten",
    seconds: (n) => (n === 0 ? "Aus" : `${number(n)} s`),
  },

  shield: {
    title: "Schild",
    about:
      "Gegen eine Flut von Neuen: Sie warten mit dem Sprechen, jeder neue Gast rechnet einen Nachweis aus, und niemand legt ein Konto an. Wer schon gehört wurde, merkt nichts. Er endet von selbst.",
    raise: "Schild heben",
    hint: (n) =>
      `${min(n)} lang warten Neue mit dem Sprechen und weisen nach, dass sie keine Flut sind`,
    up: (until, by) => `Schild bis ${isolate(until)} (${by === "staff" ? "Team" : "der Raum"})`,
    renew: (n) => `Für ${min(n)} ab jetzt verlängern`,
    raised: (n) => `Der Schild ist ${min(n)} lang oben.`,
    end: "Schild senken",
    ended: "Der Schild ist unten.",
  },

  hidden: {
    open: (n) => `${number(n)} verborgen`,
    title: "Was Neue vor dem Schild sagten",
    about: (n) =>
      `${count(n, { one: "# Nachricht eines Neuen aus der Minute vor dem Schild ist verborgen.", other: "# Nachrichten von Neuen aus der Minute vor dem Schild sind verborgen." })} Das bleibt so, bis du entscheidest, oder bis Mitternacht.`,
    more: (n) =>
      `${count(n, { one: "# frühere Nachricht", other: "# frühere Nachrichten" })}, hier nicht gezeigt`,
    keepLabel: (n) => `Behalten: ${messages(n)}`,
    kept: "Sie stehen wieder, wo sie standen.",
    removeLabel: (n) => `Entfernen: ${messages(n)}`,
    removed: (n) => `${messages(n)} entfernt.`,
  },

  reports: {
    open: (n) =>
      n === 0 ? "Keine Meldungen" : count(n, { one: "# Meldung", other: "# Meldungen" }),
    title: "Gemeldete Nachrichten",
    close: "Schließen",
    none: "Nichts ist gemeldet.",
    count: (n) => count(n, { one: "# Person", other: "# Menschen" }),
    hidden: "Verborgen",
    keep: "Behalten",
    keepLabel: (user) => `Die Nachricht von ${isolate(user)} behalten`,
    kept: "Sie bleibt.",
    remove: "Entfernen",
    removeLabel: (user) => `Die Nachricht von ${isolate(user)} entfernen`,
    removed: "Entfernt.",
  },
};

export const topics: Catalogue["topics"] = {
  days: "Die nächsten Tage",
  daysHint: "womit jeder von ihnen beginnt",
  from: { planned: "geplant", rotation: "aus dem Wechsel", default: "das übliche Thema" },
  noRules: "Keine Regeln",
  rulesHint: "Bleibt es leer, gelten die üblichen Regeln.",
  plan: "Planen",
  planLabel: (day) => `Planen: Thema für ${day}`,
  other: "Einen anderen Tag planen",
  date: "Tag",
  planned: (day) => `Das Thema für ${isolate(day)} ist geplant.`,
  unplanned: (day) => `Für ${isolate(day)} ist nichts mehr geplant.`,
  edit: "Bearbeiten",
  editLabel: (what) => `Bearbeiten: ${what}`,
  remove: "Entfernen",
  removeLabel: (what) => `Entfernen: ${what}`,
  save: "Speichern",
  rotation: "Der Wechsel",
  rotationHint: "Tage ohne Plan nehmen sie der Reihe nach",
  rotationNone: "Kein Thema wechselt: Ein Tag ohne Plan beginnt mit dem üblichen.",
  next: "kommt als Nächstes",
  add: "Ein Thema hinzufügen",
  upTitle: "Nach oben",
  downTitle: "Nach unten",
  up: (topic) => `Nach oben: ${topic}`,
  down: (topic) => `Nach unten: ${topic}`,
  moved: (place, of) => `Jetzt an Stelle ${number(place)} von ${number(of)}.`,
  changed: "Der Wechsel ist geändert.",
  full: (most) => `Der Wechsel fasst ${number(most)} Themen und nicht mehr.`,
};

export const office: Catalogue["office"] = {
  login: {
    notKept:
      "Dieser Browser behält für diese Seite nichts: Eine Anmeldung ist weg, sobald du sie verlässt.",
    tab: "Anmelden: Rage Room",
    title: "Bei Rage Room anmelden",
    lead: "Ein Konto behält deinen Namen. Was du sagst, ist trotzdem um Mitternacht weg.",
    tabs: "Anmelden oder registrieren",
    signIn: "Anmelden",
    register: "Registrieren",
    email: "E-Mail",
    username: "Benutzername",
    usernameHint: "3 bis 50 Buchstaben, Ziffern, Unterstriche oder Bindestriche. Alle sehen ihn.",
    emailHint: "Zum Anmelden. Nur Admins können sie sehen.",
    password: "Passwort",
    passwordHint: (least) => `Mindestens ${number(least)} Zeichen.`,
    show: "Passwort zeigen",
    hide: "Passwort verbergen",
    capsLock: "Die Feststelltaste ist an.",
    code: "Code",
    busy: "Einen Moment…",
    registered: "Dein Konto ist angelegt. Melde dich jetzt damit an.",
    back: "Zurück zum Raum",
    newPassword: "Neues Passwort",
    resetTitle: "Ein neues Passwort wählen",
    resetLead:
      "Der Link, der dich herführte, gilt einmal. Mit dem neuen Passwort endet jede frühere Anmeldung.",
    reset: "Passwort setzen",
    resetDone: "Dein Passwort ist gesetzt. Melde dich jetzt damit an.",
    reasons: {
      needAdmin: "Melde dich als Admin oder Moderator an, um diese Seite zu sehen.",
      notAdmin:
        "Diese Seite ist für Admins und Moderatoren, und dieses Konto ist keins von beiden.",
      needSignIn: "Melde dich an, um dein Konto zu sehen.",
    },
    needed: "Das wird gebraucht.",
    emailShape: "Eine E-Mail-Adresse sieht aus wie name@example.com.",
    usernameShape:
      "Ein Benutzername hat 3 bis 50 Buchstaben, Ziffern, Unterstriche oder Bindestriche.",
    passwordShort: (least) => `Ein Passwort hat mindestens ${number(least)} Zeichen.`,
  },

  admin: {
    title: "Verwaltung: Rage Room",
    sections: "Bereiche",
    nights: "Mitternächte",
    now: "Jetzt",
    people: "Leute",
    room: "Zum Raum",
    wipes: "gelöscht in",
    figures: "Zahlen",
    here: "jetzt hier",
    today: "Nachrichten heute",
    minute: "in der letzten Minute",
    accounts: "Konten",
    live: "Der Raum, live",
    liveHint: "Neuestes zuerst; wartet, solange du darauf zeigst",
    waiting: (n) =>
      count(n, { one: "# neue Nachricht wartet", other: "# neue Nachrichten warten" }),
    quiet: "Heute wurde nichts gesagt.",
    delete: "Löschen",
    deleteLabel: (user) => `Diese Nachricht von ${user} löschen`,
    more: "Ältere Nachrichten",
    clear: "Alle Nachrichten löschen",
    clearTitle: "Alle Nachrichten löschen?",
    clearText:
      "Alles heute Gesagte verschwindet von jeder offenen Seite. Fünf Sekunden lang lässt es sich zurückholen, dann wird es vernichtet.",
    clearYes: "Alle löschen",
    clearType: (n) => `Es sind ${n} Nachrichten. Gib diese Zahl ein:`,
    cancel: "Abbrechen",
    topics: "Themen",
    topicTitle: "Das Thema von heute",
    topic: "Thema",
    rules: "Regeln",
    change: "Für alle ändern",
    user: "Name",
    since: "Seit",
    action: "Aktion",
    banned: "gesperrt",
    ban: "Sperren",
    unban: "Entsperren",
    banLabel: (user) => `${user} sperren`,
    unbanLabel: (user) => `${user} entsperren`,
    banTitle: (user) => `${isolate(user)} sperren?`,
    banText: "Offene Seiten schließen sich sofort, und Anmeldungen gelten nicht mehr.",
    page: (from, to) => (to < from ? "Niemand mehr" : `${number(from)} bis ${number(to)}`),
    previous: "Zurück",
    next: "Weiter",
    working: "Wird gemacht…",
    loading: "Lädt…",
    number,
    deleted: "Die Nachricht ist von jeder Seite verschwunden.",
    cleared: "Alles heute Gesagte ist weg.",
    changed: "Das Thema ist für alle geändert.",
    wasBanned: (user) => `${isolate(user)} ist gesperrt.`,
    wasUnbanned: (user) => `${isolate(user)} darf wieder herein.`,
    linkLost: "Die Live-Ansicht ist unterbrochen; sie kommt von selbst zurück.",
  },

  day: {
    title: "Der Tag bisher",
    messages: "Nachrichten je Minute",
    people: "Leute",
    refusals: "Abweisungen je Minute",
    byCode: "Abweisungen nach Code",
    most: (n, at) => `höchstens ${number(n)}, um ${at}`,
    none: "bisher keine",
    nodes: (n, shares) => `${number(n)} Knoten: ${shares}`,
    thisNode: "auf diesem Knoten",
    byStanding: "Wer spricht, je Minute",
    lately: "in der letzten vollen Minute",
    standings: { staff: "Team", regular: "Stammgäste", heard: "Gehörte", new: "Neue" },
  },

  find: {
    label: "Name oder E-Mail beginnt mit",
    sort: "Reihenfolge",
    by: { oldest: "Älteste zuerst", newest: "Neueste zuerst", name: "Nach Namen" },
  },

  acts: {
    label: (user) => `Mehr zu dieser Nachricht von ${user}`,
    title: (user) => `Was mit ${isolate(user)} geschehen soll`,
    reason: "Grund, falls es einen gibt",
    reasonHint: "Wird denen gesagt, die es betrifft, und im Protokoll behalten.",
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
    tab: "Maßnahmen",
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
      rotation_set: "hat den Wechsel der Themen geändert",
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
      n === 0 ? "Der langsame Modus ist aus." : `Von jetzt an eine Nachricht alle ${number(n)} s.`,
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
      "Ein Link, mit dem ein neues gewählt wird. Er gilt einmal und eine Stunde lang: Gib ihn niemand anderem. Ein zweiter Schritt bleibt an.",
    reset: "Link erstellen",
    link: "Link für ein neues Passwort",
    copy: "Kopieren",
    copied: "Er ist kopiert.",
    made: "Er ist erstellt. Ein früherer gilt nicht mehr.",
    deleteText:
      "Das Konto und alles, was es heute gesagt hat, werden vernichtet, sofort und endgültig.",
    deleted: (user) => `Das Konto von ${isolate(user)} ist weg.`,
  },
};

export const embed: Catalogue["embed"] = {
  label: "Nachrichten",
  moderator: "Moderation",
  admin: "Admin",
  newDay: "Mitternacht. Alles zuvor Gesagte ist weg.",
  cleared: "Die Moderation hat den Raum geleert.",
  lost: "Verbindung weg. Sie kommt von selbst wieder.",
  closed: "Der Raum ist hier geschlossen.",
  open: (host) => `Rage Room auf ${host}`,
};
