import type { Dialogs } from "./en-dialogs.ts";
import { numbers } from "./numbers.ts";

const { count } = numbers("pt");

export const dialogs: Dialogs = {
  picker: {
    title: "Emojis",
  },

  cool: {
    title: "Um minuto de calma",
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
