import type { AccountWords } from "./en-account.ts";
import { isolate } from "./numbers.ts";

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

  leave: {
    title: "Supprimer le compte",
    text: "Le compte et tout ce que vous avez dit aujourd’hui sont détruits, tout de suite et pour de bon. Votre nom redevient libre.",
    confirm: (user) => `Pour continuer, tapez ${isolate(user)}`,
    another: "C’est un autre nom.",
    action: "Supprimer pour de bon",
  },
};
