import type { ForgettingWords } from "./en-forgetting.ts";
import { isolate, numbers } from "./numbers.ts";

const { count } = numbers("pt");

export const words: ForgettingWords = {
  forget: {
    gone: (midnight) => `O que é apagado à ${midnight}`,
    messages: "Cada mensagem: no banco de dados da sala e em cada página aberta.",
    guests: "Cada convidado: amanhã ninguém aqui saberá quem você foi hoje.",
    stays: "O que fica",
    accounts: "As contas, e quem foi banido. Nunca o que foi dito.",
    drafts: "O que você escreveu e não enviou fica no seu próprio navegador.",
    cannot: "O que não podemos prometer",
    screenshots: "Capturas de tela, e cópias que alguém na sala tenha feito.",
    snapshots: "Cópias que quem hospeda o servidor faz por conta própria, como as do disco.",
    memory: "Cópias na memória do servidor, até que ela seja usada de novo.",
  },

  receipt: {
    title: (day: string, zone: string) => `O fim de ${isolate(day)}, ${isolate(zone)}`,
    destroyed: (messages: number, people: number) =>
      `Destruído: ${count(messages, { one: "# mensagem", other: "# mensagens" })} de ${count(people, { one: "# pessoa", other: "# pessoas" })}.`,
    clean: (ms: number) =>
      `Depois procuramos o que restava e nada encontramos. Levou ${count(ms, { one: "# milissegundo", other: "# milissegundos" })}.`,
    unclean: "Depois procuramos o que restava, e algo ainda estava lá.",
    nothing: "nada encontrado",
    methods: {
      key: "A chave do dia foi destruída",
      overwritten: "As linhas foram sobrescritas e o registro de escrita antecipada, esvaziado",
      unlinked: "Os arquivos das tabelas foram removidos",
      deleted: "As linhas foram apagadas",
    },
    checks: {
      rows: "Linhas desse dia no banco de dados",
      key: "Amostras que uma chave nossa ainda abre",
      files: "Amostras nos arquivos do banco de dados",
      wal: "Restos no registro de escrita antecipada",
      replaced: "Tabelas ainda no arquivo antigo",
      unlinked: "Bytes no arquivo antigo",
    },
  },
};
