import type { SetupWords } from "./en-setup.ts";
import { isolate } from "./numbers.ts";

export const words: SetupWords = {
  setup: {
    title: "Abra a sua sala",
    lead: "Um formulário, e você está dentro. A conta criada aqui cuida da sala.",
    topic: "O tema de hoje",
    topicHint: "Sobre o que as pessoas desabafam hoje. Pode mudar a qualquer hora.",
    rules: "Regras",
    rulesHint: "Podem ficar vazias.",
    zone: "Fuso horário da meia-noite",
    zoneHint: "À meia-noite de lá, tudo o que foi dito é destruído.",
    midnight: (when: string, left: string) =>
      `Próxima meia-noite: ${when} no seu horário, em ${left}`,
    browsers: (zone: string) => `Usar o deste navegador: ${isolate(zone)}`,
    fixed: {
      variable: "TIMEZONE o define, onde a sala é iniciada.",
      said: "Algo já foi dito hoje, então o dia mantém a sua meia-noite.",
    },
    action: "Abrir a sala",
    spentTitle: "Este link de instalação não vale mais",
    spent: "Ele já foi usado, ou a hora dele passou.",
    spentIn: "Se o primeiro administrador já existe, entre.",
    spentAgain: "Se não existe, pare a sala e inicie de novo: ela mostra outro link.",
    again: "Tentar de novo",
  },

  signedIn: {
    as: (user: string) => `Você entrou como ${isolate(user)}.`,
    account: "Sua conta",
  },

  steps: {
    title: "A sua sala está aberta",
    lead: "Três coisas que ajudam, quando quiser:",
    topics: "Preparar temas para os próximos dias",
    moderator: "Tornar alguém moderador, quando tiver uma conta",
    link: "Passar o link da sala ou o código QR",
    hide: "Esconder esta lista",
  },

  invite: {
    lead: "Quem tem este link pode ler na hora e falar sem conta.",
    link: "O link da sala",
    copy: "Copiar o link",
    copied: "Está copiado.",
    byHand: "Não deu para copiar. O link está marcado: copie à mão.",
    share: "Compartilhar",
    code: (link: string) => `Código QR de ${link}`,
    here: "Este endereço só funciona nesta máquina. Abra a sala pelo endereço de fora e convide de lá.",
  },
};
