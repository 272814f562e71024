import type { Moderation } from "./en-moderation.ts";
import { isolate, numbers } from "./numbers.ts";

const { count, number } = numbers("pt");

export const moderation: Moderation = {
  acts: {
    label: (user) => `Mais sobre esta mensagem de ${user}`,
    title: (user) => `O que fazer com ${isolate(user)}`,
    reason: "Motivo, se houver",
    reasonHint: "Dito a quem diz respeito e guardado no registro.",
    mute: "Silenciar",
    minutes: (n) => count(n, { one: "# minuto", other: "# minutos" }),
    midnight: "Até meia-noite",
    more: "Mandar embora",
    banHint:
      "Um banimento vale para um convidado até meia-noite, para uma conta até ser retirado, e leva o que a pessoa disse hoje.",
    eraseAll: "Excluir tudo o que disse",
    erasedAll: "Tudo o que essa pessoa disse hoje saiu de todas as páginas.",
    wasMuted: (user) => `${isolate(user)} está em silêncio.`,
  },

  sanctions: {
    tab: "Sanções",
    title: "Em silêncio ou banidos agora",
    none: "Ninguém está em silêncio nem banido.",
    muted: "em silêncio",
    until: (when) => `Até ${isolate(when)}`,
    open: "Até ser retirada",
    reason: (reason) => `Motivo: ${isolate(reason)}`,
    lift: "Retirar",
    liftLabel: (user) => `Retirar o que pesa sobre ${user}`,
    lifted: "Foi retirada.",
  },

  audit: {
    tab: "Registro",
    title: "O que a equipe fez",
    hint: "guardado por 90 dias, nunca com um texto",
    none: "Nada foi feito.",
    older: "Mais antigos",
    targets: {
      message: (id) => `mensagem ${id}`,
      account: (id) => `conta ${id}`,
      event: (id) => `evento ${id}`,
    },
    acts: {
      message_erased: "excluiu uma mensagem",
      sender_erased: "excluiu tudo de alguém",
      account_deleted: "excluiu uma conta",
      reset_opened: "criou um link para outra senha",
      cleared: "esvaziou a sala",
      undone: "recuperou o que foi excluído",
      topic_set: "mudou o assunto",
      topic_planned: "planejou o assunto de um dia",
      topic_unplanned: "retirou o assunto de um dia",
      rotation_set: "mudou a série de assuntos",
      slow_mode_set: "deixou a sala mais lenta",
      slow_mode_ended: "encerrou o modo lento",
      shield_raised: "ergueu o escudo",
      shield_ended: "baixou o escudo",
      hidden_kept: "trouxe de volta o que estava oculto",
      hidden_removed: "removeu o que estava oculto",
      swept: "removeu o que os novatos disseram",
      report_kept: "manteve uma mensagem denunciada",
      report_removed: "removeu uma mensagem denunciada",
      muted: "silenciou alguém",
      banned: "baniu alguém",
      unbanned: "retirou um banimento",
      lifted: "retirou uma sanção",
      admin_made: "tornou alguém admin",
      admin_unmade: "removeu um admin",
      moderator_made: "tornou alguém moderador",
      moderator_unmade: "removeu um moderador",
    },
  },

  mode: {
    slow: "Modo lento",
    slowHint: "Quanto cada um espera entre duas mensagens, menos a equipe.",
    off: "Não",
    set: (n) =>
      n === 0
        ? "O modo lento está desligado."
        : `De agora em diante, uma mensagem a cada ${number(n)} segundos.`,
  },

  role: {
    button: "Papel",
    label: (user) => `Papel de ${user}`,
    title: (user) => `Papel de ${isolate(user)}`,
    names: { member: "Membro", moderator: "Moderador", admin: "Administrador" },
    may: {
      member: "Fala com um nome próprio.",
      moderator: "Exclui mensagens, silencia, bane e deixa a sala mais lenta.",
      admin: "Faz isso também, muda o assunto e escolhe a equipe.",
    },
    ends: "Quem perde um papel sai de todas as sessões.",
    save: "Mudar o papel",
    changed: (user, role) => `${isolate(user)} tem agora outro papel: ${role}.`,
  },

  owner: {
    button: "Conta",
    label: (user) => `Conta de ${user}`,
    title: (user) => `Conta de ${isolate(user)}`,
    resetTitle: "Senha esquecida",
    resetText:
      "Um link para escolher outra. Funciona uma vez e por uma hora: não dê a mais ninguém. Uma segunda etapa continua ativada.",
    reset: "Criar um link",
    link: "Link para outra senha",
    copy: "Copiar",
    copied: "Está copiado.",
    made: "Está criado. O anterior não funciona mais.",
    deleteText: "A conta e tudo o que ela disse hoje são destruídos, na hora e para sempre.",
    deleted: (user) => `A conta de ${isolate(user)} não existe mais.`,
  },
};
