import type { KeyWords } from "./en-keys.ts";

export const words: KeyWords = {
  keys: {
    toMessages: "aller aux messages",
    walk: "d’un message à l’autre",
    firstAndLast: "au premier et au dernier affichés",
    menu: "ce qu’on peut faire d’un message",
    leave: "revenir à votre message ; de là, à la fin du salon",
    write: "aller à votre message",
    list: "cette liste",
    hold: "figer les messages tant qu’elle est enfoncée (modération)",
    single: "Les touches d’un seul caractère agissent quand vous n’écrivez pas",
  },
};
