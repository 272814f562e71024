import type { AccountWords } from "./en-account.ts";
import { isolate } from "./numbers.ts";

export const words: AccountWords = {
  account: {
    title: "A sua conta",
    tab: "A sua conta: Rage Room",
    as: (user, email) => `Você entrou como ${isolate(user)}, ${isolate(email)}`,
    loading: "Carregando…",
  },

  password: {
    title: "Mudar a senha",
    ends: "Todas as sessões anteriores terminam com isso; esta continua.",
    current: "Senha atual",
    action: "Mudar",
    done: "Está mudada. Todas as sessões anteriores terminaram.",
  },

  signIns: {
    title: "Onde você entrou",
    hint: "Guardamos a hora sem os minutos, e nada mais.",
    since: (when) => `Desde ${isolate(when)}`,
    used: (when) => `último uso: ${isolate(when)}`,
    here: "esta",
    endLabel: (when) => `Encerrar a sessão aberta desde ${when}`,
    ended: "A sessão está encerrada.",
    everywhere: "Sair de todos os lugares",
  },

  leave: {
    title: "Excluir a conta",
    text: "A conta e tudo o que você disse hoje são destruídos, na hora e para sempre. O seu nome fica livre.",
    confirm: (user) => `Para continuar, digite ${isolate(user)}`,
    another: "Esse é outro nome.",
    action: "Excluir para sempre",
  },
};
