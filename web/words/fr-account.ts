import type { AccountWords } from "./en-account.ts";
import { isolate, numbers } from "./numbers.ts";

const { count } = numbers("fr");

export const words: AccountWords = {
  account: {
    title: "Votre compte",
    tab: "Votre compte : Rage Room",
    as: (user, email) => `Connecté comme ${isolate(user)}, ${isolate(email)}`,
    loading: "Chargement…",
  },

  password: {
    title: "Changer le mot de passe",
    ends: "Toutes les connexions précédentes prennent fin ; celle-ci continue.",
    current: "Mot de passe actuel",
    action: "Le changer",
    done: "Il est changé. Toutes les connexions précédentes ont pris fin.",
  },

  signIns: {
    title: "Où vous êtes connecté",
    hint: "Les heures sont gardées sans les minutes, et rien d’autre.",
    since: (when) => `Depuis ${isolate(when)}`,
    used: (when) => `dernier usage ${isolate(when)}`,
    here: "celle-ci",
    endLabel: (when) => `Déconnecter ce qui est connecté depuis ${when}`,
    ended: "C’est déconnecté.",
    everywhere: "Se déconnecter partout",
  },

  secondStep: {
    title: "Seconde étape",
    text: "En plus du mot de passe, le compte demande alors un code affiché par une application sur votre téléphone. Qui apprend votre mot de passe n’entre pas.",
    start: "La préparer",
    scan: "Scannez ceci avec une application d’authentification, ou saisissez-y la clé. Donnez ensuite le code qu’elle affiche.",
    qr: "La clé sous forme de code QR",
    key: "Clé",
    confirm: "L’activer",
    on: "Elle est activée.",
    left: (n) =>
      count(n, { one: "Il reste # code de secours.", other: "Il reste # codes de secours." }),
    codes: "Codes de secours",
    codesText:
      "Chacun sert une fois à la place de l’application. Ils ne seront plus affichés : notez-les.",
    kept: "Je les ai notés",
    anyCode: "Code de l’application, ou un code de secours",
    renew: "Créer de nouveaux codes de secours",
    off: "Désactiver la seconde étape",
    isOff: "Elle est désactivée.",
  },

  leave: {
    title: "Supprimer le compte",
    text: "Le compte et tout ce que vous avez dit aujourd’hui sont détruits, tout de suite et pour de bon. Votre nom redevient libre.",
    confirm: (user) => `Pour continuer, tapez ${isolate(user)}`,
    another: "C’est un autre nom.",
    action: "Supprimer pour de bon",
  },
};
