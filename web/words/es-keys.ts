import type { KeyWords } from "./en-keys.ts";

export const words: KeyWords = {
  keys: {
    toMessages: "ir a los mensajes",
    walk: "de un mensaje a otro",
    firstAndLast: "al primero y al último que se ven",
    menu: "qué se puede hacer con un mensaje",
    leave: "volver a tu mensaje; desde ahí, al final de la sala",
    write: "ir a tu mensaje",
    list: "esta lista",
    hold: "detener los mensajes mientras está pulsada (moderación)",
    single: "Las teclas de un solo carácter actúan cuando no estás escribiendo",
  },
};
