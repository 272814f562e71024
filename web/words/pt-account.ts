import type { AccountWords } from "./en-account.ts";
import { isolate, numbers } from "./numbers.ts";

const { count } = numbers("pt");

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

  secondStep: {
    title: "Segunda etapa",
    text: "Além da senha, a conta pede então um código que um aplicativo mostra no seu telefone. Quem souber a sua senha não entra.",
    start: "Preparar",
    scan: "Escaneie com um aplicativo de autenticação, ou digite a chave nele. Depois informe o código que ele mostra.",
    qr: "A chave como código QR",
    key: "Chave",
    confirm: "Ativar",
    on: "Está ativada.",
    left: (n) =>
      count(n, {
        one: "Resta # código de recuperação.",
        other: "Restam # códigos de recuperação.",
      }),
    codes: "Códigos de recuperação",
    codesText: "Cada um vale uma vez no lugar do aplicativo. Não são mostrados de novo: anote-os.",
    kept: "Já os anotei",
    anyCode: "Código do aplicativo, ou um de recuperação",
    renew: "Criar novos códigos de recuperação",
    off: "Desativar a segunda etapa",
    isOff: "Está desativada.",
  },

  leave: {
    title: "Excluir a conta",
    text: "A conta e tudo o que você disse hoje são destruídos, na hora e para sempre. O seu nome fica livre.",
    confirm: (user) => `Para continuar, digite ${isolate(user)}`,
    another: "Esse é outro nome.",
    action: "Excluir para sempre",
  },
};
