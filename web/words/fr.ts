import type { Words } from "./en.ts";
import { dialogs } from "./fr-dialogs.ts";
import { shield } from "./fr-shield.ts";
import { isolate, numbers } from "./numbers.ts";

const { number, count } = numbers("fr");
const newMessages = { one: "# nouveau message", other: "# nouveaux messages" };

export const words: Words = {
  brand: "Rage Room",

  head: {
    here: (n) => `${number(n)} ici`,
    number,
    gone: "effacé dans",
    city: (city) => `minuit à ${isolate(city)}`,
    otherZone: (zone) => `minuit, ${isolate(zone)}`,
    yours: (midnight, time) => `${midnight} (${time} chez vous)`,
    more: "plus",
    less: "moins",
    fuse: (percent) => `Il reste ${number(percent)} pour cent de la journée`,
    signIn: "Se connecter",
    signOut: "Se déconnecter",
    account: (user) => `${user}, votre compte`,
    admin: "Administration",
    skip: "Aller à votre message",
    keys: "Touches",
  },

  log: {
    label: "Messages",
    midnight: (midnight) => `Tout ce qui est ici est supprimé à ${midnight}.`,
    entering: "On entre…",
    noScript: "Pour lire, cela suffit ; pour parler ici, la page a besoin de JavaScript.",
    empty: "Personne n’a encore rien dit aujourd’hui.",
    emptyHint: "Dites ce que vous avez sur le cœur. À minuit, il n’en reste rien.",
    removed: "Retiré par la modération",
    hidden: "Ce que tu as dit est masqué jusqu’à ce que l’équipe l’ait lu.",
    admin: "admin",
    moderator: "modération",
    reported: "Signalé. La modération est prévenue.",
    actsOn: (user) => `Que faire du message de ${isolate(user)}`,
    showAll: "Tout afficher",
    showLess: "Afficher moins",
    unread: "nouveau depuis votre départ",
    pill: (n) => count(n, { one: "# nouveau", other: "# nouveaux" }),
    pillLabel: (n) => `${count(n, newMessages)} : aller à la fin`,
    repliesTo: "En réponse à",
    named: "S’adresse à vous :",
    noReply: "Ne répondre à personne",
    ignored: (n: number) =>
      count(n, {
        one: "# ligne masquée, de personnes que vous ignorez aujourd’hui.",
        other: "# lignes masquées, de personnes que vous ignorez aujourd’hui.",
      }),
    ignoreNobody: "Les afficher",
    toEnd: "Aller à la fin",
    burst: (n) => count(n, newMessages),
    newTopic: (topic) => `Le sujet est maintenant : ${isolate(topic)}`,
    muted: (until, reason) =>
      [
        until === undefined
          ? "Vous ne pouvez plus écrire jusqu’à nouvel ordre."
          : `Vous ne pouvez pas écrire avant ${isolate(until)}.`,
        ...(reason === undefined ? [] : [`Motif : ${isolate(reason)}`]),
      ].join(" "),
    unmuted: "Vous pouvez de nouveau écrire.",
    removedMine: (n: number) =>
      count(n, {
        one: "La modération a retiré un de vos messages.",
        other: "La modération a retiré # de vos messages.",
      }),
    clearedEarlier: "La modération a déjà vidé le salon aujourd’hui.",
    earlier: "Messages précédents",
    slow: (n) =>
      n === 0 ? "Le mode lent est terminé." : `Mode lent : un message toutes les ${number(n)} s.`,
    newDay: "Minuit. Tout ce qui a été dit avant a disparu.",
    cleared: "La modération a vidé la salle.",
    tooLong: "Vous êtes resté absent trop longtemps pour tout rattraper ; voici la salle.",
    back: (n) =>
      n === 0
        ? "De retour. Vous n’avez rien manqué."
        : `De retour. ${count(n, { one: "# message", other: "# messages" })} en votre absence.`,
    minutesLeft: (n) =>
      `Tout ce qui est ici disparaît dans ${count(n, { one: "# minute", other: "# minutes" })}.`,
  },

  outbox: {
    sending: "Envoi…",
    goes: (n) => `Part tout seul dans ${number(n)} s`,
    waiting: "En attente de la connexion",
    failed: (why) => `Non envoyé : ${why}`,
    midnight: "minuit est passé avant.",
    signedOut: "votre session est terminée.",
    stopped: "la salle vous est fermée.",
    again: "Réessayer",
    discard: "Jeter",
  },

  composer: {
    as: "comme",
    roll: "Tirer un autre nom",
    until: (t: string) => `jusqu’à ${t}`,
    untilMidnight: "jusqu’à minuit",
    keep: "Le garder aujourd’hui",
    now: (name: string) => `Vous êtes désormais ${isolate(name)}.`,
    label: "Votre message",
    placeholder: "Lâchez tout",
    send: "Envoyer",
    seconds: (n) => `${number(n)} s`,
    wait: (n) => `Vous pourrez envoyer dans ${count(n, { one: "# seconde", other: "# secondes" })}`,
    length: (used, most) => `${used} / ${number(most)}`,
    used: (n, atLeast) => `${number(n)}${atLeast ? "+" : ""}`,
    near: "Il reste peu de place.",
    tooLong: "C’est trop long pour être envoyé.",
    cut: "Seul le début tient ici ; le reste n’a pas été repris.",
    accept: "En envoyant, vous acceptez les règles.",
  },

  burn: {
    short: "Brûler",
    button: "Brûler : cela ne part nulle part",
    done: "Brûlé. Cela n’a jamais quitté cette page.",
  },

  link: {
    lost: (seconds) => `Connexion perdue. Nouvel essai dans ${number(seconds)} s.`,
    why: (why, seconds) => `${why} Nouvel essai dans ${number(seconds)} s.`,
    broken: "Connexion perdue. La page réessaie d’elle-même.",
    trying: "Connexion perdue. Nouvel essai…",
    blocked:
      "Ce réseau ou le proxy du serveur ne laisse pas passer les WebSockets : vous pouvez lire, mais pas parler.",
    now: "Essayer",
    notDone: "Ce n’est pas fait : il n’y a pas de connexion. Réessayez quand elle sera revenue.",
    old: "Cette page est plus ancienne que la salle. Votre brouillon reste quand vous la rechargez.",
    reload: "Recharger",
    banned: (until, reason) =>
      [
        until === undefined
          ? "Vous êtes exclu jusqu’à nouvel ordre."
          : `Vous êtes exclu jusqu’à ${isolate(until)}.`,
        ...(reason === undefined ? [] : [`Motif : ${isolate(reason)}`]),
      ].join(" "),
    askWhy: "Si vous pensez que c’est une erreur, adressez-vous à qui tient cette salle.",
    banOver: "L’exclusion est terminée.",
    closed: {
      1001: "La salle redémarre.",
      1002: "Cette page et la salle ne se comprennent pas. Rechargez la page.",
      1009: "C’était trop gros pour la salle.",
      1013: "La salle est pleine.",
      4000: "La salle n’a rien entendu de cette page.",
      4001: "Vous êtes exclu. La salle vous est fermée.",
      4002: "Votre session est terminée ; vous revenez en invité.",
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
    muted: "Vous êtes réduit au silence.",
    slow_mode: "Le mode lent est actif.",
    proof_required: "Votre navigateur n’a pas pu calculer la preuve que demande le bouclier.",
    shield_up: "Les nouveaux comptes attendent tant que le bouclier est levé.",
    newcomer:
      "Beaucoup de nouveaux parlent à la fois, chacun son tour. Leurs messages ne contiennent pas de liens et ne sont pas des murs de majuscules ou d’emojis.",
    repeated: "Cela vient d’être dit. Dites-le autrement.",
    name_taken: "Ce nom est à quelqu’un d’autre.",
    email_taken: "Cette adresse a déjà un compte.",
    username_taken: "Ce nom d’utilisateur est pris, ou ressemble à un nom pris.",
    wrong_credentials: "Cette adresse et ce mot de passe ne vont pas ensemble.",
    wrong_password: "Ce n’est pas votre mot de passe.",
    code_needed:
      "Votre compte demande aussi un code : celui de votre application, ou un code de secours.",
    wrong_code: "Ce code n’est pas le bon, ou a déjà servi.",
    common_password:
      "Ce mot de passe est l’un des premiers que l’on essaierait. Choisissez-en un autre.",
    too_many_attempts: "Trop d’essais de connexion ratés.",
    not_signed_in: "Connectez-vous d’abord.",
    not_admin: "Seul un administrateur peut faire cela.",
    not_staff: "Seuls les administrateurs et les modérateurs peuvent faire cela.",
    admin_protected: "Cela ne peut pas être fait à un administrateur ou un modérateur.",
    last_admin: "Le dernier administrateur ne peut pas être retiré.",
    not_found: "Ce n’est plus là.",
    setup_closed: "Ce lien d’installation a servi ou a expiré.",
    zone_fixed:
      "Le fuseau de la salle reste tel quel : il est fixé là où elle est lancée, ou quelque chose a été dit aujourd’hui.",
    reset_closed: "Ce lien a servi ou a expiré. Demandez-en un autre.",
    busy: "La salle est trop occupée en ce moment.",
    unavailable: "La salle ne peut rien enregistrer en ce moment.",
  },

  problem: {
    unreachable: { title: "Pas de connexion", detail: "La salle est injoignable en ce moment." },
    part: "Cette partie de la page n’est pas arrivée. Réessayez.",
    retry: (seconds) =>
      count(seconds, { one: "Réessayez dans # seconde.", other: "Réessayez dans # secondes." }),
  },

  foot: {
    language: "Langue",
  },

  own: {
    erase: "Supprimer",
    of: (act: string, text: string) => `${act} : ${isolate(text)}`,
    sure: "Supprimer pour tous ?",
    felt: (n: number) =>
      n === 0
        ? "Je t’entends"
        : `Je t’entends : ${count(n, { one: "# personne ressent cela", other: "# personnes ressentent cela" })}`,
    forgetMe: "Oubliez-moi maintenant",
    forgetLead: "Supprime tout ce que vous avez dit aujourd’hui, sur tous les écrans.",
    forgetSure: "Tout supprimer ?",
    forgotten: (n: number) =>
      `Oublié : ${count(n, { one: "# message n’est plus là.", other: "# messages ne sont plus là." })}`,
  },

  undo: { action: "Annuler", deleted: "Supprimé.", back: "C’est de retour." },

  shield,
  ...dialogs,
};
