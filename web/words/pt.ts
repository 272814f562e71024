import type { Words } from "./en.ts";
import { isolate, numbers } from "./numbers.ts";
import { dialogs } from "./pt-dialogs.ts";
import { shield } from "./pt-shield.ts";

const { number, count } = numbers("pt");
const newMessages = { one: "# mensagem nova", other: "# mensagens novas" };

export const words: Words = {
  brand: "Rage Room",

  head: {
    here: (n) => `${number(n)} aqui`,
    number,
    gone: "some em",
    city: (city) => `meia-noite em ${isolate(city)}`,
    otherZone: (zone) => `meia-noite, ${isolate(zone)}`,
    yours: (midnight, time) => `${midnight} (${time} no seu horário)`,
    more: "mais",
    less: "menos",
    fuse: (percent) => `Restam ${number(percent)} por cento do dia`,
    signIn: "Entrar",
    signOut: "Sair",
    account: (user) => `${user}, a sua conta`,
    admin: "Administração",
    skip: "Ir para a sua mensagem",
    keys: "Teclas",
  },

  log: {
    label: "Mensagens",
    midnight: (midnight) => `Tudo aqui é apagado à ${midnight}.`,
    entering: "Entrando…",
    noScript: "Para ler, isto basta; para falar aqui, a página precisa de JavaScript.",
    empty: "Hoje ninguém disse nada ainda.",
    emptyHint: "Diga o que está pensando. À meia-noite, já era.",
    removed: "Removida pela moderação",
    hidden: "O que você disse fica oculto até a equipe ter olhado.",
    admin: "admin",
    moderator: "moderação",
    reported: "Denunciada. A moderação foi avisada.",
    actsOn: (user) => `O que fazer com a mensagem de ${isolate(user)}`,
    showAll: "Mostrar tudo",
    showLess: "Mostrar menos",
    unread: "novo desde que você saiu",
    pill: (n) => count(n, { one: "# nova", other: "# novas" }),
    pillLabel: (n) => `${count(n, newMessages)}: ir para o fim`,
    repliesTo: "Em resposta a",
    named: "Fala consigo:",
    noReply: "Não responder a ninguém",
    ignored: (n: number) =>
      count(n, {
        one: "# linha fora de vista, de pessoas que hoje ignora.",
        other: "# linhas fora de vista, de pessoas que hoje ignora.",
      }),
    ignoreNobody: "Mostrá-las",
    toEnd: "Ir para o fim",
    burst: (n) => count(n, newMessages),
    newTopic: (topic) => `O assunto agora é: ${isolate(topic)}`,
    muted: (until, reason) =>
      [
        until === undefined
          ? "Você está silenciado até segunda ordem."
          : `Você está silenciado até ${isolate(until)}.`,
        ...(reason === undefined ? [] : [`Motivo: ${isolate(reason)}`]),
      ].join(" "),
    unmuted: "Você já pode escrever de novo.",
    removedMine: (n: number) =>
      count(n, {
        one: "A moderação removeu uma mensagem sua.",
        other: "A moderação removeu # mensagens suas.",
      }),
    clearedEarlier: "A moderação já esvaziou a sala hoje.",
    earlier: "Mensagens anteriores",
    slow: (n) =>
      n === 0 ? "O modo lento acabou." : `Modo lento: uma mensagem a cada ${number(n)} s.`,
    newDay: "Meia-noite. Tudo o que foi dito antes sumiu.",
    cleared: "A moderação esvaziou a sala.",
    tooLong: "Você ficou fora tempo demais para recuperar tudo; a sala agora está assim.",
    back: (n) =>
      n === 0
        ? "De volta. Você não perdeu nada."
        : `De volta. ${count(n, { one: "# mensagem", other: "# mensagens" })} na sua ausência.`,
    minutesLeft: (n) => `Tudo aqui some em ${count(n, { one: "# minuto", other: "# minutos" })}.`,
  },

  outbox: {
    sending: "Enviando…",
    goes: (n) => `Vai sozinha em ${number(n)} s`,
    waiting: "Esperando a conexão",
    failed: (why) => `Não enviada: ${why}`,
    midnight: "a meia-noite chegou antes.",
    signedOut: "a sua sessão terminou.",
    stopped: "a sala está fechada para você.",
    again: "Tentar de novo",
    discard: "Descartar",
  },

  composer: {
    as: "como",
    roll: "Sortear outro nome",
    until: (t: string) => `até ${t}`,
    untilMidnight: "até meia-noite",
    keep: "Ficar com ele hoje",
    now: (name: string) => `Agora você é ${isolate(name)}.`,
    label: "A sua mensagem",
    placeholder: "Ponha para fora",
    send: "Enviar",
    seconds: (n) => `${number(n)} s`,
    wait: (n) =>
      `Você pode enviar de novo em ${count(n, { one: "# segundo", other: "# segundos" })}`,
    length: (used, most) => `${used} / ${number(most)}`,
    used: (n, atLeast) => `${number(n)}${atLeast ? "+" : ""}`,
    near: "O espaço está acabando.",
    tooLong: "Isso é longo demais para enviar.",
    cut: "Aqui só cabe o começo; o resto ficou de fora.",
    accept: "Ao enviar, você aceita as regras.",
  },

  burn: {
    short: "Queimar",
    button: "Queimar: não vai a lugar nenhum",
    done: "Queimado. Nunca saiu desta página.",
  },

  link: {
    lost: (seconds) => `Conexão perdida. Nova tentativa em ${number(seconds)} s.`,
    why: (why, seconds) => `${why} Nova tentativa em ${number(seconds)} s.`,
    broken: "Conexão perdida. A página tenta de novo sozinha.",
    trying: "Conexão perdida. Tentando agora…",
    blocked:
      "Esta rede ou o proxy do servidor não deixa passar WebSockets: você pode ler, mas não falar.",
    now: "Tentar agora",
    notDone: "Não foi feito: não há conexão. Tente de novo quando ela voltar.",
    old: "Esta página é mais antiga que a sala. O seu rascunho continua aqui ao recarregá-la.",
    reload: "Recarregar",
    banned: (until, reason) =>
      [
        until === undefined
          ? "Você foi banido até segunda ordem."
          : `Você foi banido até ${isolate(until)}.`,
        ...(reason === undefined ? [] : [`Motivo: ${isolate(reason)}`]),
      ].join(" "),
    askWhy: "Se acha que é um engano, fale com quem mantém esta sala.",
    banOver: "O banimento acabou.",
    closed: {
      1001: "A sala está reiniciando.",
      1002: "Esta página e a sala não se entendem. Recarregue a página.",
      1009: "Isso era grande demais para a sala.",
      1013: "A sala está cheia.",
      4000: "A sala não ouviu nada desta página.",
      4001: "Você foi banido. A sala está fechada para você.",
      4002: "A sua sessão terminou; você volta como convidado.",
    },
  },

  refused: {
    invalid: "A sala não entendeu isso.",
    empty: "Não há nada nessa mensagem.",
    too_long: "Essa mensagem é longa demais.",
    too_many_lines: "Essa mensagem tem mais de 20 linhas.",
    control_character: "Uma mensagem não pode ter caracteres de controle.",
    not_allowed: "Essa palavra não se diz aqui.",
    not_plannable:
      "Um tema pode ser planejado a partir de amanhã, no máximo com um ano de antecedência.",
    rate_limited: "Isso foi muito para um minuto.",
    banned: "Esta conta foi banida.",
    muted: "Você está silenciado.",
    slow_mode: "O modo lento está ativo.",
    proof_required: "Seu navegador não conseguiu calcular a prova que o escudo pede.",
    shield_up: "As contas novas esperam enquanto o escudo estiver erguido.",
    newcomer:
      "Muitos recém-chegados falam ao mesmo tempo e esperam a sua vez. As mensagens deles não têm links nem são paredes de maiúsculas ou emojis.",
    repeated: "Isso acabou de ser dito. Diga de outra forma.",
    name_taken: "Esse nome é de outra pessoa.",
    email_taken: "Esse e-mail já tem uma conta.",
    username_taken: "Esse nome de usuário já existe, ou se parece com um que existe.",
    wrong_credentials: "Esse e-mail e essa senha não combinam.",
    wrong_password: "Essa não é a sua senha.",
    code_needed: "A sua conta pede também um código: do seu aplicativo, ou um de recuperação.",
    wrong_code: "Esse código não está certo, ou já foi usado.",
    common_password: "Essa senha é uma das primeiras que qualquer um tentaria. Escolha outra.",
    too_many_attempts: "Tentativas de entrar demais, todas erradas.",
    not_signed_in: "Entre primeiro.",
    not_admin: "Só um administrador pode fazer isso.",
    not_staff: "Só administradores e moderadores podem fazer isso.",
    admin_protected: "Isso não pode ser feito a um administrador ou moderador.",
    last_admin: "O último administrador não pode ser removido.",
    not_found: "Isso não está mais aqui.",
    setup_closed: "Este link de instalação já foi usado ou venceu.",
    zone_fixed:
      "O fuso da sala fica como está: ele é definido onde a sala é iniciada, ou algo já foi dito hoje.",
    reset_closed: "Este link já foi usado ou expirou. Peça outro.",
    busy: "A sala está ocupada demais agora.",
    unavailable: "A sala não consegue guardar nada agora.",
  },

  problem: {
    unreachable: { title: "Sem conexão", detail: "Não é possível chegar à sala agora." },
    part: "Essa parte da página não chegou. Tente de novo.",
    retry: (seconds) =>
      count(seconds, {
        one: "Tente de novo em # segundo.",
        other: "Tente de novo em # segundos.",
      }),
  },

  foot: {
    language: "Idioma",
  },

  own: {
    erase: "Apagar",
    of: (act: string, text: string) => `${act}: ${isolate(text)}`,
    sure: "Apagar para todos?",
    felt: (n: number) =>
      n === 0
        ? "Eu te ouço"
        : `Eu te ouço: ${count(n, { one: "# pessoa sente isso", other: "# pessoas sentem isso" })}`,
    forgetMe: "Esqueça-me agora",
    forgetLead: "Apaga tudo o que você disse hoje, em todas as telas.",
    forgetSure: "Apagar tudo?",
    forgotten: (n: number) =>
      `Esquecido: ${count(n, { one: "# mensagem se foi.", other: "# mensagens se foram." })}`,
  },

  undo: { action: "Desfazer", deleted: "Apagado.", back: "Está de volta." },

  shield,
  ...dialogs,
};
