import type { Moderation } from "./en-moderation.ts";
import { isolate, numbers } from "./numbers.ts";

const { count, number } = numbers("fr");

export const moderation: Moderation = {
  acts: {
    label: (user) => `Plus sur ce message de ${user}`,
    title: (user) => `Que faire de ${isolate(user)}`,
    reason: "Motif, s’il y en a un",
    reasonHint: "Dit à la personne concernée, et gardé dans le journal.",
    mute: "Rendre muet",
    minutes: (n) => count(n, { one: "# minute", other: "# minutes" }),
    midnight: "Jusqu’à minuit",
    more: "Renvoyer",
    banHint:
      "Une exclusion vaut jusqu’à minuit pour un invité, jusqu’à sa levée pour un compte, et emporte ce qui a été dit aujourd’hui.",
    eraseAll: "Supprimer tous ses messages",
    erasedAll: "Tout ce que cette personne a dit aujourd’hui a quitté toutes les pages.",
    wasMuted: (user) => `${isolate(user)} ne peut plus parler.`,
  },

  sanctions: {
    tab: "Sanctions",
    title: "Muets ou exclus en ce moment",
    none: "Personne n’est muet ni exclu.",
    muted: "muet",
    until: (when) => `Fin : ${isolate(when)}`,
    open: "Jusqu’à sa levée",
    reason: (reason) => `Motif : ${isolate(reason)}`,
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
      message: (id) => `message nº ${id}`,
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
      rotation_set: "a changé la suite des sujets",
      slow_mode_set: "a ralenti la salle",
      slow_mode_ended: "a mis fin au mode lent",
      shield_raised: "a levé le bouclier",
      shield_ended: "a baissé le bouclier",
      hidden_kept: "a remis ce qui était masqué",
      hidden_removed: "a retiré ce qui était masqué",
      swept: "a retiré ce que les nouveaux avaient dit",
      report_kept: "a gardé un message signalé",
      report_removed: "a retiré un message signalé",
      muted: "a rendu quelqu’un muet",
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
      n === 0
        ? "Le mode lent est arrêté."
        : `Désormais un message toutes les ${number(n)} secondes.`,
  },

  role: {
    button: "Rôle",
    label: (user) => `Rôle de ${user}`,
    title: (user) => `Rôle de ${isolate(user)}`,
    names: { member: "Membre", moderator: "Modérateur", admin: "Administrateur" },
    may: {
      member: "Parle sous son propre nom.",
      moderator: "Supprime des messages, rend muet, exclut et ralentit la salle.",
      admin: "Fait cela aussi, change le sujet et choisit l’équipe.",
    },
    ends: "Qui perd un rôle est déconnecté partout.",
    save: "Changer le rôle",
    changed: (user, role) => `${isolate(user)} a maintenant un autre rôle : ${role}.`,
  },

  owner: {
    button: "Compte",
    label: (user) => `Compte de ${user}`,
    title: (user) => `Compte de ${isolate(user)}`,
    resetTitle: "Mot de passe oublié",
    resetText:
      "Un lien pour en choisir un nouveau. Il sert une fois, pendant une heure : ne le donnez à personne d’autre. Une seconde étape reste activée.",
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
