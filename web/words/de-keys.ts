import type { KeyWords } from "./en-keys.ts";

export const words: KeyWords = {
  keys: {
    toMessages: "zu den Nachrichten",
    walk: "von Nachricht zu Nachricht",
    firstAndLast: "zur ersten und zur letzten, die zu sehen ist",
    menu: "was sich mit einer Nachricht tun lässt",
    leave: "zurück zu deiner Nachricht; von dort ans Ende des Raums",
    write: "zu deiner Nachricht",
    list: "diese Liste",
    hold: "hält die Nachrichten an, solange sie gedrückt ist (Moderation)",
    single: "Tasten mit einem einzelnen Zeichen wirken, wenn du nicht schreibst",
  },
};
