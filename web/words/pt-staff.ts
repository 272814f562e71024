import type { StaffWords } from "./en-staff.ts";
import { isolate, numbers } from "./numbers.ts";

const { number, count } = numbers("pt");
const gone = (n: number, many: string, one: string) =>
  count(n, { one: `# mensagem ${one}.`, other: `# mensagens ${many}.` });
const messages = (n: number) => count(n, { one: "# mensagem", other: "# mensagens" });
const min = (n: number) => `${number(n)} min`;

export const words: StaffWords = {
  act: {
    delete: "Apagar",
    deleteAll: "Apagar tudo desta pessoa",
    mute: "Silenciar",
    minutes: (n) => `${number(n)} min`,
    midnight: "meia-noite",
    ban: "Banir",
  },

  done: {
    delete: "Apagada.",
    deleteAll: (n) => gone(n, "apagadas", "apagada"),
    mute: (user, until) => `${isolate(user)} não pode escrever até ${isolate(until)}.`,
    muteOpen: (user) => `${isolate(user)} não pode escrever até segunda ordem.`,
    ban: (user, until, n) =>
      `${isolate(user)} foi banido até ${isolate(until)}. ${gone(n, "removidas", "removida")}`,
    banOpen: (user, n) =>
      `${isolate(user)} foi banido até segunda ordem. ${gone(n, "removidas", "removida")}`,
    undone: "Está de volta.",
    lifted: (user) => `${isolate(user)} pode escrever de novo.`,
  },

  desk: {
    label: "Moderação da sala",
    hold: "Parar",
    holdHint: "Parar a sala (ou segurando a tecla M)",
    held: (n) => (n === 0 ? "Parado" : `Parado: ${number(n)}`),
    slow: (n) => (n === 0 ? "Lento: não" : `Lento: ${number(n)} s`),
    slowTitle: "Quanto cada um espera entre duas mensagens",
    seconds: (n) => (n === 0 ? "Não" : `${number(n)} s`),
  },

  shield: {
    title: "Escudo",
    about:
      "Contra uma enxurrada de novos: eles esperam para falar, cada convidado novo calcula uma prova e ninguém cria conta. Quem já foi ouvido não nota nada. Ele termina sozinho.",
    raise: "Erguer o escudo",
    hint: (n) => `Por ${min(n)}, os novos esperam para falar e provam que não são uma enxurrada`,
    up: (until, by) => `Escudo até ${isolate(until)} (${by === "staff" ? "equipe" : "a sala"})`,
    renew: (n) => `Prolongar por ${min(n)} a partir de agora`,
    raised: (n) => `O escudo está erguido por ${min(n)}.`,
    end: "Baixar o escudo",
    ended: "O escudo baixou.",
  },

  hidden: {
    open: (n) => count(n, { one: "# oculta", other: "# ocultas" }),
    title: "O que os novos disseram antes do escudo",
    about: (n) =>
      `${count(n, { one: "# mensagem de um novo, do minuto antes do escudo, está oculta.", other: "# mensagens de novos, do minuto antes do escudo, estão ocultas." })} Fica assim até você decidir, ou até a meia-noite.`,
    more: (n) =>
      count(n, {
        one: "# mensagem anterior não é mostrada aqui",
        other: "# mensagens anteriores não são mostradas aqui",
      }),
    keepLabel: (n) => `Manter ${messages(n)}`,
    kept: "Elas estão de volta no seu lugar.",
    removeLabel: (n) => `Remover ${messages(n)}`,
    removed: (n) => count(n, { one: "# mensagem removida.", other: "# mensagens removidas." }),
  },

  reports: {
    open: (n) =>
      n === 0 ? "Sem denúncias" : count(n, { one: "# denúncia", other: "# denúncias" }),
    title: "Mensagens denunciadas",
    close: "Fechar",
    none: "Nada foi denunciado.",
    count: (n) => count(n, { one: "# pessoa", other: "# pessoas" }),
    hidden: "Oculta",
    keep: "Manter",
    keepLabel: (user) => `Manter a mensagem de ${isolate(user)}`,
    kept: "Ela fica.",
    remove: "Remover",
    removeLabel: (user) => `Remover a mensagem de ${isolate(user)}`,
    removed: "Removida.",
  },
};
