import type { ForgettingWords } from "./en-forgetting.ts";
import { isolate, numbers } from "./numbers.ts";

const { count } = numbers("fr");

export const words: ForgettingWords = {
  forget: {
    gone: (midnight) => `Ce qui est supprimé à ${midnight}`,
    messages: "Chaque message : dans la base de la salle et sur chaque page ouverte.",
    guests: "Chaque invité : demain, personne ici ne saura qui vous étiez aujourd’hui.",
    stays: "Ce qui reste",
    accounts: "Les comptes, et qui est exclu. Jamais ce qui a été dit.",
    drafts: "Ce que vous avez écrit sans l’envoyer reste dans votre navigateur.",
    cannot: "Ce que nous ne pouvons pas promettre",
    screenshots: "Les captures d’écran et les copies faites par quelqu’un dans la salle.",
    snapshots: "Les copies que l’hébergeur du serveur fait de lui-même, comme celles du disque.",
    memory: "Les copies dans la mémoire du serveur, tant qu’elle n’a pas resservi.",
  },

  receipt: {
    title: (day: string, zone: string) => `La fin du ${isolate(day)}, ${isolate(zone)}`,
    destroyed: (messages: number, people: number) =>
      `Détruit : ${count(messages, { one: "# message", other: "# messages" })} de ${count(people, { one: "# personne", other: "# personnes" })}.`,
    clean: (ms: number) =>
      `Ensuite nous avons cherché ce qui restait, sans rien trouver, en ${count(ms, { one: "# milliseconde", other: "# millisecondes" })}.`,
    unclean: "Ensuite nous avons cherché ce qui restait, et il y avait encore quelque chose.",
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
