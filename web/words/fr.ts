import type { Catalogue } from "./english.ts";
import { isolate, numbers } from "./numbers.ts";

export const name = "Français";
export const direction = "ltr";
export const needsScript = "Cette page a besoin de JavaScript.";
export const speakingNeedsScript =
  "Pour lire, cela suffit ; pour parler ici, la page a besoin de JavaScript.";
export const plurals = ["one", "many", "other"] as const;

const { number, count } = numbers("fr", plurals);
const newMessages = {
  one: "# nouveau message",
  many: "# de nouveaux messages",
  other: "# nouveaux messages",
};
const gone = (n: number, many: string, one: string) =>
  count(n, {
    one: `# message ${one}.`,
    many: `# de messages ${many}.`,
    other: `# messages ${many}.`,
  });
const messages = (n: number) =>
  count(n, { one: "# message", many: "# de messages", other: "# messages" });
const min = (n: number) => `${number(n)} min`;

export const words: Catalogue["words"] = {
  brand: "Rage Room",

  head: {
    here: (n) => `${number(n)} ici`,
    number,
    gone: "effacé dans",
    city: (city) => `minuit à ${isolate(city)}`,
    otherZone: (zone) => `minuit, ${isolate(zone)}`,
    yours: (midnight, time) => `${midnight} (${time} chez toi)`,
    more: "plus",
    less: "moins",
    fuse: (percent) => `Il reste ${number(percent)} pour cent de la journée`,
    signIn: "Se connecter",
    signOut: "Se déconnecter",
    account: (user) => `${user}, ton compte`,
    admin: "Administration",
    skip: "Aller à ton message",
    keys: "Touches",
  },

  log: {
    label: "Messages",
    midnight: (midnight) => `Tout ce qui est ici est supprimé à ${midnight}.`,
    entering: "On entre…",
    empty: "Personne n’a encore rien dit aujourd’hui.",
    emptyHint: "Dis ce que tu as sur le cœur. À minuit, il n’en reste rien.",
    removed: "Retiré par la modération",
    hidden: "Ce que tu as dit est masqué jusqu’à ce que l’équipe l’ait vu.",
    admin: "admin",
    moderator: "modération",
    reported: "Signalé. L’équipe est prévenue.",
    actsOn: (user) => `Que faire du message de ${isolate(user)}`,
    showAll: "Tout afficher",
    showLess: "Afficher moins",
    unread: "nouveau depuis ton départ",
    pill: (n) => count(n, { one: "# nouveau", many: "# nouveaux", other: "# nouveaux" }),
    pillLabel: (n) => `${count(n, newMessages)} : aller à la fin`,
    repliesTo: "En réponse à",
    named: "S’adresse à toi :",
    first: "Ses premiers mots aujourd’hui",
    noReply: "Ne répondre à personne",
    ignored: (n: number) =>
      count(n, {
        one: "# ligne masquée, de personnes que tu ignores aujourd’hui.",
        many: "# de lignes masquées, de personnes que tu ignores aujourd’hui.",
        other: "# lignes masquées, de personnes que tu ignores aujourd’hui.",
      }),
    ignoreNobody: "Les afficher",
    toEnd: "Aller à la fin",
    burst: (n) => count(n, newMessages),
    newTopic: (topic) => `Le sujet est maintenant : ${isolate(topic)}`,
    muted: (until, reason) =>
      [
        until === undefined
          ? "Tu n’as plus la parole, jusqu’à nouvel ordre."
          : `Tu n’as plus la parole jusqu’à ${isolate(until)}.`,
        ...(reason === undefined ? [] : [`Motif : ${isolate(reason)}`]),
      ].join(" "),
    unmuted: "Tu peux de nouveau parler.",
    removedMine: (n: number) =>
      count(n, {
        one: "La modération a retiré un de tes messages.",
        many: "La modération a retiré # de tes messages.",
        other: "La modération a retiré # de tes messages.",
      }),
    clearedEarlier: "La modération a déjà vidé la salle aujourd’hui.",
    earlier: "Messages précédents",
    slow: (n) =>
      n === 0 ? "Le mode lent est terminé." : `Mode lent : un message toutes les ${number(n)} s.`,
    newDay: "Minuit. Tout ce qui a été dit avant a disparu.",
    cleared: "La modération a vidé la salle.",
    tooLong: "Ton absence a été trop longue pour tout rattraper ; voici la salle.",
    notAReply: "La salle a peut-être perdu des messages : ce que tu écris n’est plus une réponse.",
    back: (n) =>
      n === 0
        ? "De retour. Tu n’as rien manqué."
        : `De retour. ${count(n, { one: "# message", many: "# de messages", other: "# messages" })} en ton absence.`,
    minutesLeft: (n) =>
      `Tout ce qui est ici disparaît dans ${count(n, { one: "# minute", many: "# de minutes", other: "# minutes" })}.`,
  },

  outbox: {
    sending: "Envoi…",
    goes: (n) => `Part tout seul dans ${number(n)} s`,
    waiting: "En attente de la connexion",
    failed: (why) => `Non envoyé : ${why}`,
    midnight: "minuit est passé avant.",
    signedOut: "ta session est terminée.",
    stopped: "la salle t’est fermée.",
    again: "Réessayer",
    discard: "Jeter",
  },

  composer: {
    as: "comme",
    roll: "Tirer un autre nom",
    until: (t: string) => `jusqu’à ${t}`,
    untilMidnight: "jusqu’à minuit",
    keep: "Le garder aujourd’hui",
    now: (name: string) => `Désormais tu es ${isolate(name)}.`,
    label: "Ton message",
    placeholder: "Lâche tout",
    send: "Envoyer",
    seconds: (n) => `${number(n)} s`,
    wait: (n) =>
      `Tu pourras envoyer dans ${count(n, { one: "# seconde", many: "# de secondes", other: "# secondes" })}`,
    length: (used, most) => `${used} / ${number(most)}`,
    used: (n, atLeast) => `${number(n)}${atLeast ? "+" : ""}`,
    near: "Il reste peu de place.",
    tooLong: "C’est trop long pour être envoyé.",
    cut: "Seul le début tient ici ; le reste n’a pas été repris.",
    accept: "En envoyant, tu acceptes les règles.",
  },

  burn: {
    short: "Brûler",
    button: "Brûler : cela ne part nulle part",
    done: "Brûlé. Cela n’a jamais quitté cette page.",
  },

  link: {
    lost: (seconds) => `Connexion perdue. Nouvel essai dans ${number(seconds)} s.`,
    why: (why, seconds) => `${why} Nouvel essai dans ${number(seconds)} s.`,
    broken: "Connexion perdue. La page réessaie d’elle-même.",
    trying: "Connexion perdue. Nouvel essai…",
    blocked:
      "Ce réseau ou le proxy du serveur ne laisse pas passer les WebSockets : tu peux lire, mais pas parler.",
    now: "Essayer tout de suite",
    notDone: "Ce n’est pas fait : il n’y a pas de connexion. Réessaie quand elle sera revenue.",
    old: "Cette page est plus ancienne que la salle. Ton brouillon reste quand tu la recharges.",
    reload: "Recharger",
    banned: (until, reason) =>
      [
        until === undefined
          ? "Ton exclusion dure jusqu’à nouvel ordre."
          : `Ton exclusion dure jusqu’à ${isolate(until)}.`,
        ...(reason === undefined ? [] : [`Motif : ${isolate(reason)}`]),
      ].join(" "),
    askWhy: "Si tu penses que c’est une erreur, demande à qui tient cette salle.",
    banOver: "L’exclusion est terminée.",
    closed: {
      1001: "La salle redémarre.",
      1002: "Cette page et la salle ne se comprennent pas. Recharge la page.",
      1009: "C’était trop gros pour la salle.",
      1013: "La salle est pleine.",
      4000: "La salle n’a rien entendu de cette page.",
      4001: "La salle t’est fermée : c’est une exclusion.",
      4002: "Ta session est terminée ; tu reviens en invité.",
    },
  },

  refused: {
    invalid: "La salle n’a pas compris.",
    empty: "Il n’y a rien dans ce message.",
    too_long: "Ce message est trop long.",
    too_many_lines: "Ce message a plus de 20 lignes.",
    control_character: "Un message ne peut pas contenir de caractères de contrôle.",
    not_allowed: "Ce mot ne se dit pas ici.",
    not_plannable: "Un sujet se prévoit à partir de demain, au plus un an à l’avance.",
    rate_limited: "Cela fait beaucoup en une minute.",
    banned: "Ce compte est exclu.",
    muted: "Tu n’as plus la parole.",
    slow_mode: "Le mode lent est actif.",
    proof_required: "Ton navigateur n’a pas pu calculer la preuve que demande le bouclier.",
    shield_up: "Les nouveaux comptes attendent tant que le bouclier est levé.",
    newcomer:
      "Beaucoup de nouveaux parlent à la fois, chacun son tour. Leurs messages ne contiennent pas de liens et ne sont pas des murs de majuscules ou d’émojis.",
    repeated: "Cela vient d’être dit. Dis-le autrement.",
    name_taken: "Ce nom est à quelqu’un d’autre.",
    email_taken: "Cette adresse a déjà un compte.",
    username_taken: "Ce nom d’utilisateur est pris, ou ressemble à un nom pris.",
    wrong_credentials: "Cette adresse et ce mot de passe ne vont pas ensemble.",
    wrong_password: "Ce n’est pas ton mot de passe.",
    code_needed:
      "Ton compte demande aussi un code : celui de ton application, ou un code de secours.",
    wrong_code: "Ce code n’est pas le bon, ou a déjà servi.",
    common_password:
      "Ce mot de passe est l’un des premiers que l’on essaierait. Choisis-en un autre.",
    too_many_attempts: "Trop d’essais de connexion ratés.",
    not_signed_in: "Connecte-toi d’abord.",
    not_admin: "Seul un administrateur peut faire cela.",
    not_staff: "Seuls les administrateurs et les modérateurs peuvent faire cela.",
    admin_protected: "Cela ne peut pas être fait à un administrateur ou un modérateur.",
    last_admin: "Le dernier administrateur ne peut pas être retiré.",
    not_found: "Ce n’est plus là.",
    setup_closed: "Ce lien d’installation a servi ou a expiré.",
    zone_fixed:
      "Le fuseau de la salle reste tel quel : il est fixé là où elle est lancée, ou quelque chose a été dit aujourd’hui.",
    reset_closed: "Ce lien a servi ou a expiré. Demandes-en un autre.",
    busy: "La salle est trop occupée en ce moment.",
    unavailable: "La salle ne peut rien enregistrer en ce moment.",
  },

  problem: {
    unreachable: { title: "Pas de connexion", detail: "La salle est injoignable en ce moment." },
    part: "Cette partie de la page n’est pas arrivée. Réessaie.",
    retry: (seconds) =>
      count(seconds, {
        one: "Réessaie dans # seconde.",
        many: "Réessaie dans # de secondes.",
        other: "Réessaie dans # secondes.",
      }),
  },

  foot: {
    language: "Langue",
  },

  own: {
    erase: "Supprimer",
    of: (act: string, text: string) => `${act} : ${isolate(text)}`,
    sure: "Supprimer pour tous ?",
    felt: (n: number) =>
      n === 0
        ? "Je t’entends"
        : `Je t’entends : ${count(n, { one: "# personne ressent cela", many: "# de personnes ressentent cela", other: "# personnes ressentent cela" })}`,
    forgotten: (n: number) =>
      `Oublié : ${count(n, { one: "# message n’est plus là.", many: "# de messages ne sont plus là.", other: "# messages ne sont plus là." })}`,
  },

  undo: { action: "Annuler", deleted: "Supprimé.", back: "C’est de retour." },

  shield: {
    up: (until) =>
      `Le bouclier est levé jusqu’à ${isolate(until)} : les nouveaux venus attendent pour parler. Tout le monde lit, et qui s’est déjà fait entendre aujourd’hui parle comme avant.`,
    down: "Le bouclier est baissé. Tout le monde peut de nouveau parler.",
    proving: "Ton navigateur calcule la preuve que tu n’es pas une nuée de machines…",
  },

  picker: {
    title: "Émojis",
  },

  cool: {
    title: "Une minute de calme",
    close: "Retour à la salle",
  },

  invite: { title: "Inviter" },

  settings: { title: "Réglages" },

  help: {
    title: "Aide",
    lead: "Certains jours demandent plus qu’une salle. Voici quelqu’un à qui parler.",
  },

  forget: {
    title: "Comment nous oublions",
  },

  receipt: {
    line: (n: number) =>
      `${count(n, { one: "# message de la dernière journée : détruit, cherché et pas retrouvé", many: "# de messages de la dernière journée : détruits, cherchés et pas retrouvés", other: "# messages de la dernière journée : détruits, cherchés et pas retrouvés" })}.`,
  },
};

export const account: Catalogue["account"] = {
  account: {
    title: "Ton compte",
    tab: "Ton compte : Rage Room",
    as: (user, email) => `Session ouverte au nom de ${isolate(user)}, ${isolate(email)}`,
    loading: "Chargement…",
  },

  password: {
    title: "Changer le mot de passe",
    ends: "Toutes les sessions précédentes prennent fin ; celle-ci continue.",
    current: "Mot de passe actuel",
    action: "Le changer",
    done: "Il est changé. Toutes les sessions précédentes ont pris fin.",
  },

  signIns: {
    title: "Où tes sessions sont ouvertes",
    hint: "Les heures sont gardées sans les minutes, et rien d’autre.",
    since: (when) => `Depuis ${isolate(when)}`,
    used: (when) => `dernier usage ${isolate(when)}`,
    here: "celle-ci",
    endLabel: (when) => `Fermer la session ouverte depuis ${when}`,
    ended: "La session est fermée.",
    everywhere: "Se déconnecter partout",
  },

  secondStep: {
    title: "Seconde étape",
    text: "En plus du mot de passe, le compte demande alors un code affiché par une application sur ton téléphone. Qui apprend ton mot de passe n’entre pas.",
    start: "La préparer",
    scan: "Scanne ceci avec une application d’authentification, ou tapes-y la clé. Donne ensuite le code qu’elle affiche.",
    qr: "La clé sous forme de code QR",
    key: "Clé",
    confirm: "L’activer",
    on: "Elle est activée.",
    left: (n) =>
      count(n, {
        one: "Il reste # code de secours.",
        many: "Il reste # de codes de secours.",
        other: "Il reste # codes de secours.",
      }),
    codes: "Codes de secours",
    codesText:
      "Chacun sert une fois à la place de l’application. Ils ne seront plus affichés : note-les.",
    kept: "Je les ai notés",
    anyCode: "Code de l’application, ou un code de secours",
    renew: "Créer de nouveaux codes de secours",
    off: "Désactiver la seconde étape",
    isOff: "Elle est désactivée.",
  },

  leave: {
    title: "Supprimer le compte",
    text: "Le compte et tout ce que tu as dit aujourd’hui sont détruits, tout de suite et pour de bon. Ton nom redevient libre.",
    confirm: (user) => `Pour continuer, tape ${isolate(user)}`,
    another: "C’est un autre nom.",
    action: "Supprimer pour de bon",
  },
};

export const keys: Catalogue["keys"] = {
  keys: {
    toMessages: "aller aux messages",
    walk: "d’un message à l’autre",
    firstAndLast: "au premier et au dernier affichés",
    menu: "ce qu’on peut faire d’un message",
    leave: "revenir à ton message ; de là, à la fin de la salle",
    write: "aller à ton message",
    list: "cette liste",
    hold: "figer les messages tant qu’elle est enfoncée (pour l’équipe)",
    single: "Les touches d’un seul caractère agissent quand tu n’écris pas",
  },
};

export const forgetting: Catalogue["forgetting"] = {
  forget: {
    gone: (midnight) => `Ce qui est supprimé à ${midnight}`,
    messages: "Chaque message : dans la base de la salle et sur chaque page ouverte.",
    guests: "Chaque invité : demain, personne ici ne saura qui tu étais aujourd’hui.",
    stays: "Ce qui reste",
    accounts: "Les comptes, et qui est exclu. Jamais ce qui a été dit.",
    drafts: "Ce que tu as écrit sans l’envoyer reste dans ton navigateur.",
    cannot: "Ce que nous ne pouvons pas promettre",
    screenshots: "Les captures d’écran et les copies faites par quelqu’un dans la salle.",
    snapshots:
      "Les copies que l’hébergeur du serveur fait de lui-même, comme les instantanés et les sauvegardes du disque.",
    memory: "Les copies dans la mémoire du serveur, tant qu’elle n’a pas resservi.",
    me: "Oublie-moi maintenant",
    lead: "Supprime tout ce que tu as dit aujourd’hui, sur tous les écrans.",
    sure: "Tout supprimer ?",
  },

  mood: {
    ask: "Comment quittes-tu le jour qui vient de finir ?",
    angrier: "Plus en colère",
    same: "Pareil",
    calmer: "Plus calme",
    thanks: "Compté, et rien d’autre n’en est gardé.",
  },

  receipt: {
    title: (day: string, zone: string) => `La fin du ${isolate(day)}, ${isolate(zone)}`,
    destroyed: (messages: number, people: number) =>
      `Détruit : ${count(messages, { one: "# message", many: "# de messages", other: "# messages" })} de ${count(people, { one: "# personne", many: "# de personnes", other: "# personnes" })}.`,
    clean: (ms: number) =>
      `Ensuite nous avons cherché ce qui restait, sans rien trouver, en ${count(ms, { one: "# milliseconde", many: "# de millisecondes", other: "# millisecondes" })}.`,
    unclean: "Ensuite nous avons cherché ce qui restait, et il y avait encore quelque chose.",
    moods: ({ angrier, same, calmer }) =>
      `De ceux qui l’ont dit : plus en colère ${number(angrier)}, pareil ${number(same)}, plus calmes ${number(calmer)}.`,
    nothing: "rien trouvé",
    methods: {
      key: "La clé du jour a été détruite",
      overwritten: "Les lignes ont été écrasées et le journal d’écriture vidé",
      unlinked: "Les fichiers des tables ont été supprimés",
      deleted: "Les lignes ont été effacées",
    },
    checks: {
      rows: "Lignes de ce jour dans la base de données",
      key: "Échantillons qu’une de nos clés ouvre encore",
      files: "Échantillons dans les fichiers de la base",
      wal: "Restes dans le journal d’écriture",
      replaced: "Tables encore dans leur ancien fichier",
      unlinked: "Octets dans l’ancien fichier",
    },
  },
};

export const reader: Catalogue["reader"] = {
  menu: {
    reply: "Répondre",
    copy: "Copier",
    copied: "Copié.",
    notCopied:
      "Ce navigateur ne permet pas de copier ici. Sélectionne le texte et copie-le à la main.",
    report: "Signaler",
    ignore: "Ignorer aujourd’hui",
    ignored: (user: string) =>
      `Tu ne verras plus ${isolate(user)} jusqu’à minuit, tant que ce nom est porté.`,
  },

  choices: {
    lead: "Gardé dans ce seul navigateur. Ce que tu ne changes pas suit ton système.",
    rows: {
      theme: "Couleurs",
      letters: "Lettres",
      lines: "Lignes",
      view: "Affichés",
      sound: "Son",
    },
    without: {
      theme: "Comme le système",
      letters: "Normales",
      lines: "Espacées",
      view: "Tous",
      sound: "Coupé",
    },
    light: "Claires",
    dark: "Sombres",
    large: "Grandes",
    largest: "Très grandes",
    compact: "Serrées",
    quiet: "Au calme : un toutes les deux secondes, le plus ressenti",
    sound: "Au premier nouveau message pendant que je regarde ailleurs",
  },

  quiet: "Vue calme : un message toutes les deux secondes.",

  coolOffer: { line: "Si tu veux, il y a une minute de calme.", no: "Pas maintenant" },

  breathing: {
    lead: "Six respirations lentes. Elles ne règlent rien ; c’est une minute de silence.",
    breatheIn: "Inspire",
    breatheOut: "Expire, lentement",
    left: (seconds) =>
      count(seconds, {
        one: "Encore # seconde",
        many: "Encore # de secondes",
        other: "Encore # secondes",
      }),
    done: "La minute est passée. Reste autant que tu veux.",
  },

  emoji: {
    search: "Chercher un émoji",
    found: (n) =>
      n === 0 ? "Aucun émoji" : count(n, { one: "# émoji", many: "# d’émojis", other: "# émojis" }),
    groups: [
      "Colère",
      "Visages et émotions",
      "Personnes",
      "Animaux et nature",
      "Nourriture et boissons",
      "Voyages et lieux",
      "Activités",
      "Objets",
      "Symboles",
    ],
  },
};

export const setup: Catalogue["setup"] = {
  setup: {
    title: "Ouvre ta salle",
    lead: "Un formulaire, et tu y es. Le compte créé ici dirige la salle.",
    topic: "Le sujet du jour",
    topicHint: "Ce contre quoi on râle aujourd’hui. Il peut changer à tout moment.",
    rules: "Règles",
    rulesHint: "Elles peuvent rester vides.",
    zone: "Fuseau horaire de minuit",
    zoneHint: "À minuit là-bas, tout ce qui a été dit est détruit.",
    midnight: (when: string, left: string) => `Prochain minuit : ${when} à ton heure, dans ${left}`,
    browsers: (zone: string) => `Prendre celui de ce navigateur : ${isolate(zone)}`,
    fixed: {
      variable: "TIMEZONE le fixe, là où la salle est lancée.",
      said: "Quelque chose a été dit aujourd’hui : ce jour garde son minuit.",
    },
    action: "Ouvrir la salle",
    spentTitle: "Ce lien d’installation ne sert plus",
    spent: "Il a servi, ou son heure est passée.",
    spentIn: "Si le premier administrateur existe déjà, connecte-toi.",
    spentAgain: "Sinon, arrête la salle et relance-la : elle affiche un autre lien.",
    again: "Réessayer",
  },

  signedIn: {
    as: (user: string) => `Ta session est ouverte au nom de ${isolate(user)}.`,
    account: "Ton compte",
  },

  steps: {
    title: "Ta salle est ouverte",
    lead: "Trois choses utiles, quand tu veux :",
    topics: "Préparer les sujets des jours à venir",
    moderator: "Nommer quelqu’un modérateur, dès qu’il a un compte",
    link: "Transmettre le lien de la salle ou son code QR",
    hide: "Masquer cette liste",
  },

  invite: {
    lead: "Qui a ce lien peut lire tout de suite, et parler sans compte.",
    link: "Le lien de la salle",
    copy: "Copier le lien",
    copied: "Il est copié.",
    byHand: "La copie a échoué. Le lien est sélectionné : copie-le à la main.",
    share: "Partager",
    code: (link: string) => `Code QR de ${link}`,
    here: "Cette adresse ne marche que sur cette machine. Ouvre la salle à son adresse extérieure et invite de là.",
  },
};

export const staff: Catalogue["staff"] = {
  act: {
    delete: "Supprimer",
    deleteAll: "Supprimer tous ses messages",
    mute: "Faire taire",
    minutes: (n) => `${number(n)} min`,
    midnight: "minuit",
    ban: "Exclure",
  },

  done: {
    delete: "Supprimé.",
    deleteAll: (n) => gone(n, "supprimés", "supprimé"),
    mute: (user, until) => `${isolate(user)} n’a plus la parole jusqu’à ${isolate(until)}.`,
    muteOpen: (user) => `${isolate(user)} n’a plus la parole, jusqu’à nouvel ordre.`,
    ban: (user, until, n) =>
      `Exclusion de ${isolate(user)} jusqu’à ${isolate(until)}. ${gone(n, "retirés", "retiré")}`,
    banOpen: (user, n) =>
      `Exclusion de ${isolate(user)} jusqu’à nouvel ordre. ${gone(n, "retirés", "retiré")}`,
    undone: "C’est revenu.",
    lifted: (user) => `${isolate(user)} peut de nouveau parler.`,
  },

  desk: {
    label: "Modération de la salle",
    hold: "Figer",
    holdHint: "Figer le fil (ou en tenant la touche M)",
    held: (n) => (n === 0 ? "Figé" : `Figé : ${number(n)}`),
    slow: (n) => (n === 0 ? "Lent : non" : `Lent : ${number(n)} s`),
    slowTitle: "Combien chacun attend entre deux messages",
    seconds: (n) => (n === 0 ? "Non" : `${number(n)} s`),
  },

  shield: {
    title: "Bouclier",
    about:
      "Contre un afflux de nouveaux : ils attendent pour parler, chaque nouvel invité calcule une preuve, et personne ne crée de compte. Qui s’est déjà fait entendre ne remarque rien. Il finit de lui-même.",
    raise: "Lever le bouclier",
    hint: (n) =>
      `Pendant ${min(n)}, les nouveaux attendent pour parler et prouvent qu’ils ne sont pas une nuée`,
    up: (until, by) =>
      `Bouclier jusqu’à ${isolate(until)} (${by === "staff" ? "équipe" : "la salle"})`,
    renew: (n) => `Prolonger de ${min(n)} à partir de maintenant`,
    raised: (n) => `Le bouclier est levé pour ${min(n)}.`,
    end: "Baisser le bouclier",
    ended: "Le bouclier est baissé.",
  },

  hidden: {
    open: (n) => count(n, { one: "# masqué", many: "# masqués", other: "# masqués" }),
    title: "Ce que les nouveaux ont dit avant le bouclier",
    about: (n) =>
      `${count(n, { one: "# message d’un nouveau, de la minute avant le bouclier, est masqué.", many: "# de messages de nouveaux, de la minute avant le bouclier, sont masqués.", other: "# messages de nouveaux, de la minute avant le bouclier, sont masqués." })} Cela reste ainsi jusqu’à ta décision, ou jusqu’à minuit.`,
    more: (n) =>
      count(n, {
        one: "# message plus ancien n’est pas montré ici",
        many: "# de messages plus anciens ne sont pas montrés ici",
        other: "# messages plus anciens ne sont pas montrés ici",
      }),
    keepLabel: (n) => `Garder ${messages(n)}`,
    kept: "Ils sont de nouveau à leur place.",
    removeLabel: (n) => `Retirer ${messages(n)}`,
    removed: (n) =>
      count(n, {
        one: "# message retiré.",
        many: "# de messages retirés.",
        other: "# messages retirés.",
      }),
  },

  reports: {
    open: (n) =>
      n === 0
        ? "Aucun signalement"
        : count(n, { one: "# signalement", many: "# de signalements", other: "# signalements" }),
    title: "Messages signalés",
    close: "Fermer",
    none: "Rien n’est signalé.",
    count: (n) => count(n, { one: "# personne", many: "# de personnes", other: "# personnes" }),
    hidden: "Masqué",
    keep: "Garder",
    keepLabel: (user) => `Garder le message de ${isolate(user)}`,
    kept: "Il reste.",
    remove: "Retirer",
    removeLabel: (user) => `Retirer le message de ${isolate(user)}`,
    removed: "Retiré.",
  },
};

export const topics: Catalogue["topics"] = {
  days: "Les jours à venir",
  daysHint: "le sujet de chacun à son début",
  from: { planned: "prévu", rotation: "de la rotation", default: "le sujet habituel" },
  noRules: "Aucune règle",
  rulesHint: "Si c’est vide, les règles habituelles valent.",
  plan: "Prévoir",
  planLabel: (day) => `Prévoir un sujet pour ${day}`,
  other: "Prévoir un autre jour",
  date: "Jour",
  planned: (day) => `Le sujet de ${isolate(day)} est prévu.`,
  unplanned: (day) => `Plus rien n’est prévu pour ${isolate(day)}.`,
  edit: "Modifier",
  editLabel: (what) => `Modifier : ${what}`,
  remove: "Retirer",
  removeLabel: (what) => `Retirer : ${what}`,
  save: "Enregistrer",
  rotation: "La rotation",
  rotationHint: "les jours sans sujet prévu les prennent à tour de rôle",
  rotationNone:
    "Aucun sujet en rotation : un jour sans sujet prévu commence avec le sujet habituel.",
  next: "le prochain",
  add: "Ajouter un sujet",
  upTitle: "Monter",
  downTitle: "Descendre",
  up: (topic) => `Monter : ${topic}`,
  down: (topic) => `Descendre : ${topic}`,
  moved: (place, of) => `Maintenant à la place ${number(place)} sur ${number(of)}.`,
  changed: "La rotation est changée.",
  full: (most) => `La rotation contient ${number(most)} sujets, pas plus.`,
};

export const office: Catalogue["office"] = {
  login: {
    notKept:
      "Ce navigateur ne garde rien pour cette page : la session se perd dès que tu la quittes.",
    tab: "Connexion : Rage Room",
    title: "Entrer dans Rage Room",
    lead: "Un compte garde ton nom. Tout ce que tu dis disparaît quand même à minuit.",
    tabs: "Se connecter ou s’inscrire",
    signIn: "Se connecter",
    register: "S’inscrire",
    email: "Adresse e-mail",
    username: "Nom d’utilisateur",
    usernameHint: "De 3 à 50 lettres, chiffres, tirets bas ou tirets. Tout le monde le voit.",
    emailHint: "Pour se connecter. Seuls les administrateurs la voient.",
    password: "Mot de passe",
    passwordHint: (least) => `Au moins ${number(least)} caractères.`,
    show: "Montrer le mot de passe",
    hide: "Cacher le mot de passe",
    capsLock: "Verr. Maj. est activé.",
    code: "Code",
    busy: "Un instant…",
    registered: "Ton compte est créé. Connecte-toi maintenant.",
    back: "Retour à la salle",
    newPassword: "Nouveau mot de passe",
    resetTitle: "Choisir un nouveau mot de passe",
    resetLead:
      "Le lien qui t’amène ici ne sert qu’une fois. Avec le nouveau mot de passe, toutes les sessions précédentes prennent fin.",
    reset: "Définir le mot de passe",
    resetDone: "Ton mot de passe est défini. Connecte-toi maintenant.",
    reasons: {
      needAdmin: "Connecte-toi en administrateur ou en modérateur pour voir cette page.",
      notAdmin:
        "Cette page est réservée aux administrateurs et aux modérateurs, et ce compte n’est ni l’un ni l’autre.",
      needSignIn: "Connecte-toi pour voir ton compte.",
    },
    needed: "C’est nécessaire.",
    emailShape: "Une adresse ressemble à nom@example.com.",
    usernameShape: "Un nom d’utilisateur a de 3 à 50 lettres, chiffres, tirets bas ou tirets.",
    passwordShort: (least) => `Un mot de passe a au moins ${number(least)} caractères.`,
  },

  admin: {
    title: "Administration : Rage Room",
    sections: "Sections",
    nights: "Minuits",
    now: "Maintenant",
    people: "Personnes",
    room: "Vers la salle",
    wipes: "effacé dans",
    figures: "Chiffres",
    here: "ici maintenant",
    today: "messages aujourd’hui",
    minute: "dans la dernière minute",
    accounts: "comptes",
    live: "La salle, en direct",
    liveHint: "les plus récents d’abord ; elle attend quand on la survole",
    waiting: (n) =>
      count(n, {
        one: "# nouveau message attend",
        many: "# de nouveaux messages attendent",
        other: "# nouveaux messages attendent",
      }),
    quiet: "Rien n’a été dit aujourd’hui.",
    delete: "Supprimer",
    deleteLabel: (user) => `Supprimer ce message de ${user}`,
    more: "Messages plus anciens",
    clear: "Effacer tous les messages",
    clearTitle: "Effacer tous les messages ?",
    clearText:
      "Tout ce qui a été dit aujourd’hui quitte chaque page ouverte. Pendant cinq secondes on peut le rétablir, puis c’est détruit.",
    clearYes: "Tout effacer",
    clearType: (n) => `Il y a ${n} messages. Tape ce nombre :`,
    cancel: "Annuler",
    topics: "Sujets",
    topicTitle: "Le sujet du jour",
    topic: "Sujet",
    rules: "Règles",
    change: "Changer pour tous",
    user: "Nom",
    since: "Depuis",
    action: "Action",
    banned: "exclusion",
    ban: "Exclure",
    unban: "Réadmettre",
    banLabel: (user) => `Exclure ${user}`,
    unbanLabel: (user) => `Réadmettre ${user}`,
    banTitle: (user) => `Exclure ${isolate(user)} ?`,
    banText: "Ses pages ouvertes se ferment aussitôt et ses sessions ne valent plus rien.",
    page: (from, to) => (to < from ? "Plus personne" : `${number(from)} à ${number(to)}`),
    previous: "Précédent",
    next: "Suivant",
    working: "En cours…",
    loading: "Chargement…",
    number,
    deleted: "Le message a quitté toutes les pages.",
    cleared: "Tout ce qui a été dit aujourd’hui a disparu.",
    changed: "Le sujet a changé pour tous.",
    wasBanned: (user) => `L’exclusion de ${isolate(user)} commence.`,
    wasUnbanned: (user) => `${isolate(user)} peut revenir.`,
    linkLost: "Le direct est coupé ; il revient de lui-même.",
  },

  day: {
    title: "La journée jusqu’ici",
    messages: "Messages par minute",
    people: "Personnes",
    refusals: "Refus par minute",
    byCode: "Refus par code",
    most: (n, at) => `au plus ${number(n)}, à ${at}`,
    none: "aucun pour l’instant",
    nodes: (n, shares) => `${number(n)} nœuds : ${shares}`,
    thisNode: "sur ce nœud",
    byStanding: "Qui parle, par minute",
    lately: "dans la dernière minute entière",
    standings: { staff: "équipe", regular: "habitués", heard: "entendus", new: "nouveaux" },
  },

  find: {
    label: "Le nom ou l’e-mail commence par",
    sort: "Ordre",
    by: { oldest: "Les plus anciens d’abord", newest: "Les plus récents d’abord", name: "Par nom" },
  },

  acts: {
    label: (user) => `Plus sur ce message de ${user}`,
    title: (user) => `Que faire de ${isolate(user)}`,
    reason: "Motif, s’il y en a un",
    reasonHint: "Dit à la personne concernée, et gardé dans le journal.",
    mute: "Faire taire",
    minutes: (n) => count(n, { one: "# minute", many: "# de minutes", other: "# minutes" }),
    midnight: "Jusqu’à minuit",
    more: "Renvoyer",
    banHint:
      "Une exclusion vaut jusqu’à minuit pour un invité, jusqu’à sa levée pour un compte, et emporte ce qui a été dit aujourd’hui.",
    eraseAll: "Supprimer tous ses messages",
    erasedAll: "Tout ce que cette personne a dit aujourd’hui a quitté toutes les pages.",
    wasMuted: (user) => `${isolate(user)} n’a plus la parole.`,
  },

  sanctions: {
    tab: "Sanctions",
    title: "Sans parole ou exclus en ce moment",
    none: "Personne n’est privé de parole ni exclu.",
    muted: "sans parole",
    until: (when) => `Fin : ${isolate(when)}`,
    open: "Jusqu’à sa levée",
    reason: (reason) => `Motif : ${isolate(reason)}`,
    lift: "Lever",
    liftLabel: (user) => `Lever ce qui vise ${user}`,
    lifted: "C’est levé.",
  },

  audit: {
    tab: "Journal",
    title: "Ce que l’équipe a fait",
    hint: "gardé 90 jours, jamais avec un texte",
    none: "Rien n’a été fait.",
    older: "Plus ancien",
    targets: {
      message: (id) => `message ${id}`,
      account: (id) => `compte ${id}`,
      event: (id) => `événement ${id}`,
    },
    acts: {
      message_erased: "a supprimé un message",
      sender_erased: "a supprimé tous les messages de quelqu’un",
      account_deleted: "a supprimé un compte",
      reset_opened: "a créé un lien de nouveau mot de passe",
      cleared: "a vidé la salle",
      undone: "a rétabli ce qui était supprimé",
      topic_set: "a changé le sujet",
      topic_planned: "a prévu le sujet d’un jour",
      topic_unplanned: "a retiré le sujet d’un jour",
      rotation_set: "a changé la rotation des sujets",
      slow_mode_set: "a ralenti la salle",
      slow_mode_ended: "a mis fin au mode lent",
      shield_raised: "a levé le bouclier",
      shield_ended: "a baissé le bouclier",
      hidden_kept: "a remis ce qui était masqué",
      hidden_removed: "a retiré ce qui était masqué",
      swept: "a retiré ce que les nouveaux avaient dit",
      report_kept: "a gardé un message signalé",
      report_removed: "a retiré un message signalé",
      muted: "a fait taire quelqu’un",
      banned: "a exclu quelqu’un",
      unbanned: "a réadmis quelqu’un",
      lifted: "a levé une sanction",
      admin_made: "a nommé un admin",
      admin_unmade: "a retiré un admin",
      moderator_made: "a nommé un modérateur",
      moderator_unmade: "a retiré un modérateur",
    },
  },

  mode: {
    slow: "Mode lent",
    slowHint: "L’attente de chacun entre deux messages, sauf pour l’équipe.",
    off: "Arrêté",
    set: (n) =>
      n === 0 ? "Le mode lent est arrêté." : `Désormais un message toutes les ${number(n)} s.`,
  },

  role: {
    button: "Rôle",
    label: (user) => `Rôle de ${user}`,
    title: (user) => `Rôle de ${isolate(user)}`,
    names: { member: "Membre", moderator: "Modérateur", admin: "Administrateur" },
    may: {
      member: "Parle sous son propre nom.",
      moderator: "Supprime des messages, fait taire, exclut et ralentit la salle.",
      admin: "Fait cela aussi, change le sujet et choisit l’équipe.",
    },
    ends: "Qui perd un rôle est déconnecté partout.",
    save: "Changer le rôle",
    changed: (user, role) => `${isolate(user)} a maintenant un autre rôle : ${role}.`,
  },

  owner: {
    button: "Compte",
    label: (user) => `Compte de ${user}`,
    title: (user) => `Compte de ${isolate(user)}`,
    resetTitle: "Mot de passe oublié",
    resetText:
      "Un lien pour en choisir un nouveau. Il sert une fois, pendant une heure : ne le donne à personne d’autre. Une seconde étape reste activée.",
    reset: "Créer un lien",
    link: "Lien de nouveau mot de passe",
    copy: "Copier",
    copied: "Il est copié.",
    made: "Il est créé. Le précédent ne marche plus.",
    deleteText:
      "Le compte et tout ce qu’il a dit aujourd’hui sont détruits, tout de suite et pour de bon.",
    deleted: (user) => `Le compte de ${isolate(user)} n’existe plus.`,
  },
};

export const embed: Catalogue["embed"] = {
  label: "Messages",
  moderator: "modération",
  admin: "admin",
  newDay: "Minuit. Tout ce qui a été dit avant a disparu.",
  cleared: "La modération a vidé la salle.",
  lost: "Connexion perdue. Elle reviendra d’elle-même.",
  closed: "La salle est fermée ici.",
  open: (host) => `Rage Room sur ${host}`,
};
