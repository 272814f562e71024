import type { KeyWords } from "./en-keys.ts";

export const words: KeyWords = {
  keys: {
    toMessages: "ir às mensagens",
    walk: "de uma mensagem a outra",
    firstAndLast: "à primeira e à última que aparecem",
    menu: "o que se pode fazer com uma mensagem",
    leave: "voltar à sua mensagem; dali, ao fim da sala",
    write: "ir à sua mensagem",
    list: "esta lista",
    hold: "parar as mensagens enquanto estiver pressionada (moderação)",
    single: "Teclas de um só caractere agem quando você não está escrevendo",
  },
};
