import type { ReaderWords } from "./en-reader.ts";
import { isolate, numbers } from "./numbers.ts";

const { count } = numbers("pt");

export const words: ReaderWords = {
  menu: {
    reply: "Responder",
    copy: "Copiar",
    copied: "Copiado.",
    notCopied: "Este navegador não deixa copiar aqui. Selecione o texto e copie-o à mão.",
    report: "Denunciar",
    ignore: "Ignorar hoje",
    ignored: (user: string) =>
      `Não verá ${isolate(user)} até à meia-noite, enquanto usar esse nome.`,
  },

  choices: {
    lead: "Guardado só neste navegador. O que você não mudar segue o seu sistema.",
    rows: { theme: "Cores", letters: "Letras", lines: "Linhas", sound: "Som" },
    without: {
      theme: "Como o sistema",
      letters: "Normais",
      lines: "Espaçadas",
      sound: "Desligado",
    },
    light: "Claras",
    dark: "Escuras",
    large: "Grandes",
    largest: "Muito grandes",
    compact: "Juntas",
    sound: "Na primeira mensagem nova enquanto olho para outro lado",
  },

  breathing: {
    lead: "Seis respirações lentas. Não resolvem nada; são um minuto de silêncio.",
    breatheIn: "Inspire",
    breatheOut: "Solte o ar, devagar",
    left: (seconds) => count(seconds, { one: "Falta # segundo", other: "Faltam # segundos" }),
    done: "Passou um minuto. Fique quanto quiser.",
  },

  emoji: {
    search: "Procurar emojis",
    found: (n) =>
      n === 0 ? "Nada encontrado" : count(n, { one: "# encontrado", other: "# encontrados" }),
    groups: [
      "De raiva",
      "Rostos e emoções",
      "Pessoas",
      "Animais e natureza",
      "Comida e bebida",
      "Viagens e lugares",
      "Atividades",
      "Objetos",
      "Símbolos",
    ],
  },
};
