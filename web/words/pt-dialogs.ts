import type { Dialogs } from "./en-dialogs.ts";
import { numbers } from "./numbers.ts";

const { count } = numbers("pt");

export const dialogs: Dialogs = {
  picker: {
    title: "Emojis",
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

  cool: {
    title: "Um minuto de calma",
    lead: "Seis respirações lentas. Não resolvem nada; são um minuto de silêncio.",
    breatheIn: "Inspire",
    breatheOut: "Solte o ar, devagar",
    left: (seconds) => count(seconds, { one: "Falta # segundo", other: "Faltam # segundos" }),
    done: "Passou um minuto. Fique quanto quiser.",
    close: "Voltar à sala",
  },

  invite: { title: "Convidar" },

  settings: { title: "Ajustes" },

  help: {
    title: "Ajuda",
    lead: "Há dias que pedem mais do que uma sala. Aqui há alguém com quem conversar.",
  },

  forget: {
    title: "Como esquecemos",
  },

  receipt: {
    line: (n: number) =>
      `${count(n, { one: "# mensagem do último dia: destruída, procurada e não encontrada", other: "# mensagens do último dia: destruídas, procuradas e não encontradas" })}.`,
  },
};
