import type { Catalogue } from "./english.ts";
import { isolate, numbers } from "./numbers.ts";

export const name = "Português";
export const direction = "ltr";
export const needsScript = "Esta página precisa de JavaScript.";
export const speakingNeedsScript =
  "Para ler, isto basta; para falar aqui, a página precisa de JavaScript.";
export const plurals = ["one", "many", "other"] as const;

const { number, count } = numbers("pt", plurals);
const newMessages = {
  one: "# mensagem nova",
  many: "# de mensagens novas",
  other: "# mensagens novas",
};
const gone = (n: number, many: string, one: string) =>
  count(n, {
    one: `# mensagem ${one}.`,
    many: `# de mensagens ${many}.`,
    other: `# mensagens ${many}.`,
  });
const messages = (n: number) =>
  count(n, { one: "# mensagem", many: "# de mensagens", other: "# mensagens" });
const min = (n: number) => `${number(n)} min`;

export const words: Catalogue["words"] = {
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
    empty: "Hoje ninguém disse nada ainda.",
    emptyHint: "Diga o que está pensando. À meia-noite, já era.",
    removed: "Removida pela moderação",
    hidden: "O que você disse fica oculto até a equipe ter olhado.",
    admin: "admin",
    moderator: "moderação",
    reported: "Denunciada. A equipe foi avisada.",
    actsOn: (user) => `O que fazer com a mensagem de ${isolate(user)}`,
    showAll: "Mostrar tudo",
    showLess: "Mostrar menos",
    unread: "novo desde que você saiu",
    pill: (n) => count(n, { one: "# nova", many: "# novas", other: "# novas" }),
    pillLabel: (n) => `${count(n, newMessages)}: ir para o fim`,
    repliesTo: "Em resposta a",
    named: "Fala com você:",
    first: "As primeiras palavras hoje",
    noReply: "Não responder a ninguém",
    ignored: (n: number) =>
      count(n, {
        one: "# linha fora de vista, de pessoas que você ignora hoje.",
        many: "# de linhas fora de vista, de pessoas que você ignora hoje.",
        other: "# linhas fora de vista, de pessoas que você ignora hoje.",
      }),
    ignoreNobody: "Mostrá-las",
    toEnd: "Ir para o fim",
    burst: (n) => count(n, newMessages),
    newTopic: (topic) => `O tema agora é: ${isolate(topic)}`,
    muted: (until, reason) =>
      [
        until === undefined
          ? "Você está em silêncio até segunda ordem."
          : `Você está em silêncio até ${isolate(until)}.`,
        ...(reason === undefined ? [] : [`Motivo: ${isolate(reason)}`]),
      ].join(" "),
    unmuted: "Você já pode falar de novo.",
    removedMine: (n: number) =>
      count(n, {
        one: "A moderação removeu uma mensagem sua.",
        many: "A moderação removeu # de mensagens suas.",
        other: "A moderação removeu # mensagens suas.",
      }),
    clearedEarlier: "A moderação já esvaziou a sala hoje.",
    earlier: "Mensagens anteriores",
    slow: (n) =>
      n === 0 ? "O modo lento acabou." : `Modo lento: uma mensagem a cada ${number(n)} s.`,
    newDay: "Meia-noite. Tudo o que foi dito antes sumiu.",
    cleared: "A moderação esvaziou a sala.",
    tooLong: "Você ficou fora tempo demais para recuperar tudo; a sala agora está assim.",
    notAReply: "A sala pode ter perdido mensagens: o que você escreve já não é uma resposta.",
    back: (n) =>
      n === 0
        ? "De volta. Você não perdeu nada."
        : `De volta. ${count(n, { one: "# mensagem", many: "# de mensagens", other: "# mensagens" })} na sua ausência.`,
    minutesLeft: (n) =>
      `Tudo aqui some em ${count(n, { one: "# minuto", many: "# de minutos", other: "# minutos" })}.`,
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
    untilMidnight: "até a meia-noite",
    keep: "Ficar com ele hoje",
    now: (name: string) => `Agora você é ${isolate(name)}.`,
    label: "A sua mensagem",
    placeholder: "Ponha para fora",
    send: "Enviar",
    seconds: (n) => `${number(n)} s`,
    wait: (n) =>
      `Você pode enviar de novo em ${count(n, { one: "# segundo", many: "# de segundos", other: "# segundos" })}`,
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
          ? "Baniram você até segunda ordem."
          : `Baniram você até ${isolate(until)}.`,
        ...(reason === undefined ? [] : [`Motivo: ${isolate(reason)}`]),
      ].join(" "),
    askWhy: "Se você acha que é um engano, fale com quem mantém esta sala.",
    banOver: "O banimento acabou.",
    closed: {
      1001: "A sala está reiniciando.",
      1002: "Esta página e a sala não se entendem. Recarregue a página.",
      1009: "Isso era grande demais para a sala.",
      1013: "A sala está cheia.",
      4000: "A sala não ouviu nada desta página.",
      4001: "Baniram você. A sala está fechada para você.",
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
    muted: "Você está em silêncio.",
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
    too_many_attempts: "Muitas tentativas de entrar sem sucesso.",
    not_signed_in: "Entre primeiro.",
    not_admin: "Só um administrador pode fazer isso.",
    not_staff: "Só administradores e moderadores podem fazer isso.",
    admin_protected: "Isso não pode ser feito a um administrador ou moderador.",
    last_admin: "O último administrador não pode ser removido.",
    not_found: "Isso não está mais aqui.",
    setup_closed: "Este link de instalação já foi usado ou expirou.",
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
        many: "Tente de novo em # de segundos.",
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
        : `Eu te ouço: ${count(n, { one: "# pessoa sente isso", many: "# de pessoas sentem isso", other: "# pessoas sentem isso" })}`,
    forgotten: (n: number) =>
      `Esquecido: ${count(n, { one: "# mensagem se foi.", many: "# de mensagens se foram.", other: "# mensagens se foram." })}`,
  },

  undo: { action: "Desfazer", deleted: "Apagado.", back: "Está de volta." },

  shield: {
    up: (until) =>
      `O escudo está erguido até ${isolate(until)}: quem acabou de chegar espera para falar. Todos leem, e quem já foi ouvido hoje fala como antes.`,
    down: "O escudo baixou. Todos podem falar de novo.",
    proving: "Seu navegador calcula uma prova de que você não é uma enxurrada de máquinas…",
  },

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
      `${count(n, { one: "# mensagem do último dia: destruída, procurada e não encontrada", many: "# de mensagens do último dia: destruídas, procuradas e não encontradas", other: "# mensagens do último dia: destruídas, procuradas e não encontradas" })}.`,
  },
};

export const account: Catalogue["account"] = {
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
        many: "Restam # de códigos de recuperação.",
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
    title: "Apagar a conta",
    text: "A conta e tudo o que você disse hoje são destruídos, na hora e para sempre. O seu nome fica livre.",
    confirm: (user) => `Para continuar, digite ${isolate(user)}`,
    another: "Esse é outro nome.",
    action: "Apagar para sempre",
  },
};

export const keys: Catalogue["keys"] = {
  keys: {
    toMessages: "ir às mensagens",
    walk: "de uma mensagem a outra",
    firstAndLast: "à primeira e à última que aparecem",
    menu: "o que se pode fazer com uma mensagem",
    leave: "voltar à sua mensagem; dali, ao fim da sala",
    write: "ir à sua mensagem",
    list: "esta lista",
    hold: "parar as mensagens enquanto estiver pressionada (para a equipe)",
    single: "Teclas de um só caractere agem quando você não está escrevendo",
  },
};

export const forgetting: Catalogue["forgetting"] = {
  forget: {
    gone: (midnight) => `O que é apagado à ${midnight}`,
    messages: "Cada mensagem: no banco de dados da sala e em cada página aberta.",
    guests: "Cada convidado: amanhã ninguém aqui saberá quem você foi hoje.",
    stays: "O que fica",
    accounts: "As contas, e quem foi banido. Nunca o que foi dito.",
    drafts: "O que você escreveu e não enviou fica no seu próprio navegador.",
    cannot: "O que não podemos prometer",
    screenshots: "Capturas de tela, e cópias que alguém na sala tenha feito.",
    snapshots:
      "Cópias que quem hospeda o servidor faz por conta própria, como instantâneos e backups do disco.",
    memory: "Cópias na memória do servidor, até que ela seja usada de novo.",
    me: "Me esqueça agora",
    lead: "Apaga tudo o que você disse hoje, em todas as telas.",
    sure: "Apagar tudo?",
  },

  mood: {
    ask: "Como você sai do dia que acabou?",
    angrier: "Com mais raiva",
    same: "Igual",
    calmer: "Com mais calma",
    thanks: "Contado, e nada mais fica disso.",
  },

  receipt: {
    title: (day: string, zone: string) => `O fim de ${isolate(day)}, ${isolate(zone)}`,
    destroyed: (messages: number, people: number) =>
      `Destruído: ${count(messages, { one: "# mensagem", many: "# de mensagens", other: "# mensagens" })} de ${count(people, { one: "# pessoa", many: "# de pessoas", other: "# pessoas" })}.`,
    clean: (ms: number) =>
      `Depois procuramos o que restava e nada encontramos. Levou ${count(ms, { one: "# milissegundo", many: "# de milissegundos", other: "# milissegundos" })}.`,
    unclean: "Depois procuramos o que restava, e algo ainda estava lá.",
    moods: ({ angrier, same, calmer }) =>
      `De quem respondeu, ${number(angrier)} saíram com mais raiva, ${number(same)} iguais, ${number(calmer)} com mais calma.`,
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

export const reader: Catalogue["reader"] = {
  menu: {
    reply: "Responder",
    copy: "Copiar",
    copied: "Copiado.",
    notCopied: "Este navegador não deixa copiar aqui. Selecione o texto e copie-o à mão.",
    report: "Denunciar",
    ignore: "Ignorar hoje",
    ignored: (user: string) =>
      `Você não verá ${isolate(user)} até a meia-noite, enquanto usar esse nome.`,
  },

  choices: {
    lead: "Guardado só neste navegador. O que você não mudar segue o seu sistema.",
    rows: { theme: "Cores", letters: "Letras", lines: "Linhas", view: "Mensagens", sound: "Som" },
    without: {
      theme: "Como o sistema",
      letters: "Normais",
      lines: "Espaçadas",
      view: "Todas",
      sound: "Desligado",
    },
    light: "Claras",
    dark: "Escuras",
    large: "Grandes",
    largest: "Muito grandes",
    compact: "Juntas",
    quiet: "Com calma: uma a cada dois segundos, a mais sentida",
    sound: "Na primeira mensagem nova enquanto olho para outro lado",
  },

  quiet: "Vista calma: uma mensagem a cada dois segundos.",

  coolOffer: { line: "Se quiser, há um minuto para esfriar.", no: "Agora não" },

  breathing: {
    lead: "Seis respirações lentas. Não resolvem nada; são um minuto de silêncio.",
    breatheIn: "Inspire",
    breatheOut: "Solte o ar, devagar",
    left: (seconds) =>
      count(seconds, {
        one: "Falta # segundo",
        many: "Faltam # de segundos",
        other: "Faltam # segundos",
      }),
    done: "Passou um minuto. Fique quanto quiser.",
  },

  emoji: {
    search: "Procurar emojis",
    found: (n) =>
      n === 0
        ? "Nada encontrado"
        : count(n, { one: "# encontrado", many: "# encontrados", other: "# encontrados" }),
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

export const setup: Catalogue["setup"] = {
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
    account: "A sua conta",
  },

  steps: {
    title: "A sua sala está aberta",
    lead: "Três coisas que ajudam, quando você quiser:",
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

export const staff: Catalogue["staff"] = {
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
    mute: (user, until) => `${isolate(user)} fica em silêncio até ${isolate(until)}.`,
    muteOpen: (user) => `${isolate(user)} fica em silêncio até segunda ordem.`,
    ban: (user, until, n) =>
      `${isolate(user)} fica fora até ${isolate(until)}. ${gone(n, "removidas", "removida")}`,
    banOpen: (user, n) =>
      `${isolate(user)} fica fora até segunda ordem. ${gone(n, "removidas", "removida")}`,
    undone: "Está de volta.",
    lifted: (user) => `${isolate(user)} pode falar de novo.`,
  },

  desk: {
    label: "Moderação",
    hold: "Parar",
    holdHint: "Parar as mensagens (ou segurando a tecla M)",
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
    open: (n) => count(n, { one: "# oculta", many: "# ocultas", other: "# ocultas" }),
    title: "O que os novos disseram antes do escudo",
    about: (n) =>
      `${count(n, { one: "# mensagem de um novo, do minuto antes do escudo, está oculta.", many: "# de mensagens de novos, do minuto antes do escudo, estão ocultas.", other: "# mensagens de novos, do minuto antes do escudo, estão ocultas." })} Fica assim até você decidir, ou até a meia-noite.`,
    more: (n) =>
      count(n, {
        one: "# mensagem anterior não é mostrada aqui",
        many: "# de mensagens anteriores não são mostradas aqui",
        other: "# mensagens anteriores não são mostradas aqui",
      }),
    keepLabel: (n) => `Manter ${messages(n)}`,
    kept: "Elas estão de volta no seu lugar.",
    removeLabel: (n) => `Remover ${messages(n)}`,
    removed: (n) =>
      count(n, {
        one: "# mensagem removida.",
        many: "# de mensagens removidas.",
        other: "# mensagens removidas.",
      }),
  },

  reports: {
    open: (n) =>
      n === 0
        ? "Sem denúncias"
        : count(n, { one: "# denúncia", many: "# de denúncias", other: "# denúncias" }),
    title: "Mensagens denunciadas",
    close: "Fechar",
    none: "Nada foi denunciado.",
    count: (n) => count(n, { one: "# pessoa", many: "# de pessoas", other: "# pessoas" }),
    hidden: "Oculta",
    keep: "Manter",
    keepLabel: (user) => `Manter a mensagem de ${isolate(user)}`,
    kept: "Ela fica.",
    remove: "Remover",
    removeLabel: (user) => `Remover a mensagem de ${isolate(user)}`,
    removed: "Removida.",
  },
};

export const topics: Catalogue["topics"] = {
  days: "Os próximos dias",
  daysHint: "com o que cada um começa",
  from: { planned: "planejado", rotation: "da rotação", default: "o tema habitual" },
  noRules: "Sem regras",
  rulesHint: "Se ficar vazio, valem as regras habituais.",
  plan: "Planejar",
  planLabel: (day) => `Planejar um tema para ${day}`,
  other: "Planejar outro dia",
  date: "Dia",
  planned: (day) => `O tema de ${isolate(day)} está planejado.`,
  unplanned: (day) => `Não há mais nada planejado para ${isolate(day)}.`,
  edit: "Editar",
  editLabel: (what) => `Editar: ${what}`,
  remove: "Remover",
  removeLabel: (what) => `Remover: ${what}`,
  save: "Salvar",
  rotation: "A rotação",
  rotationHint: "os dias sem plano os usam por vez",
  rotationNone: "Nenhum tema na rotação: um dia sem plano começa com o habitual.",
  next: "o próximo",
  add: "Adicionar um tema",
  upTitle: "Mover para cima",
  downTitle: "Mover para baixo",
  up: (topic) => `Mover para cima: ${topic}`,
  down: (topic) => `Mover para baixo: ${topic}`,
  moved: (place, of) => `Agora na posição ${number(place)} de ${number(of)}.`,
  changed: "A rotação foi alterada.",
  full: (most) => `Na rotação cabem ${number(most)} temas, não mais.`,
};

export const office: Catalogue["office"] = {
  login: {
    notKept:
      "Este navegador não guarda nada para esta página: a sessão se perde assim que você sai dela.",
    tab: "Entrar: Rage Room",
    title: "Entrar na Rage Room",
    lead: "Uma conta guarda o seu nome. Tudo o que você diz some à meia-noite do mesmo jeito.",
    tabs: "Entrar ou criar conta",
    signIn: "Entrar",
    register: "Criar conta",
    email: "E-mail",
    username: "Nome de usuário",
    usernameHint: "De 3 a 50 letras, números, sublinhados ou hifens. Todos veem.",
    emailHint: "Para entrar. Só os administradores veem.",
    password: "Senha",
    passwordHint: (least) => `Pelo menos ${number(least)} caracteres.`,
    show: "Mostrar a senha",
    hide: "Esconder a senha",
    capsLock: "O Caps Lock está ativado.",
    code: "Código",
    busy: "Um momento…",
    registered: "A sua conta está pronta. Entre com ela agora.",
    back: "Voltar à sala",
    newPassword: "Nova senha",
    resetTitle: "Escolher uma nova senha",
    resetLead:
      "O link que trouxe você aqui só funciona uma vez. Com a nova senha, todas as sessões anteriores terminam.",
    reset: "Salvar a senha",
    resetDone: "A sua senha está salva. Entre com ela agora.",
    reasons: {
      needAdmin: "Entre como administrador ou moderador para ver essa página.",
      notAdmin:
        "Essa página é dos administradores e moderadores, e esta conta não é de nenhum deles.",
      needSignIn: "Entre para ver a sua conta.",
    },
    needed: "Isto é necessário.",
    emailShape: "Um e-mail tem a forma nome@example.com.",
    usernameShape: "Um nome de usuário tem de 3 a 50 letras, números, sublinhados ou hifens.",
    passwordShort: (least) => `Uma senha tem pelo menos ${number(least)} caracteres.`,
  },

  admin: {
    title: "Administração: Rage Room",
    sections: "Seções",
    nights: "Meias-noites",
    now: "Agora",
    people: "Pessoas",
    room: "Para a sala",
    wipes: "some em",
    figures: "Números",
    here: "aqui agora",
    today: "mensagens hoje",
    minute: "no último minuto",
    accounts: "contas",
    live: "A sala, ao vivo",
    liveHint: "as mais novas primeiro; espera enquanto você aponta",
    waiting: (n) =>
      count(n, {
        one: "# mensagem nova espera",
        many: "# de mensagens novas esperam",
        other: "# mensagens novas esperam",
      }),
    quiet: "Nada foi dito hoje.",
    delete: "Apagar",
    deleteLabel: (user) => `Apagar esta mensagem de ${user}`,
    more: "Mensagens mais antigas",
    clear: "Apagar todas as mensagens",
    clearTitle: "Apagar todas as mensagens?",
    clearText:
      "Tudo o que foi dito hoje sai de cada página aberta. Por cinco segundos dá para recuperar; depois é destruído.",
    clearYes: "Apagar todas",
    clearType: (n) => `Há ${n} mensagens. Digite esse número:`,
    cancel: "Cancelar",
    topics: "Temas",
    topicTitle: "O tema de hoje",
    topic: "Tema",
    rules: "Regras",
    change: "Mudar para todos",
    user: "Nome",
    since: "Desde",
    action: "Ação",
    banned: "banimento",
    ban: "Banir",
    unban: "Readmitir",
    banLabel: (user) => `Banir ${user}`,
    unbanLabel: (user) => `Readmitir ${user}`,
    banTitle: (user) => `Banir ${isolate(user)}?`,
    banText: "As páginas abertas fecham na hora, e as sessões deixam de valer.",
    page: (from, to) => (to < from ? "Ninguém mais" : `${number(from)} a ${number(to)}`),
    previous: "Anterior",
    next: "Próxima",
    working: "Em andamento…",
    loading: "Carregando…",
    number,
    deleted: "A mensagem saiu de todas as páginas.",
    cleared: "Tudo o que foi dito hoje sumiu.",
    changed: "O tema mudou para todos.",
    wasBanned: (user) => `${isolate(user)} fica fora.`,
    wasUnbanned: (user) => `${isolate(user)} pode voltar.`,
    linkLost: "A visão ao vivo caiu; ela volta sozinha.",
  },

  day: {
    title: "O dia até agora",
    messages: "Mensagens por minuto",
    people: "Pessoas",
    refusals: "Recusas por minuto",
    byCode: "Recusas por código",
    most: (n, at) => `no máximo ${number(n)}, às ${at}`,
    none: "nada até agora",
    nodes: (n, shares) => `${number(n)} nós: ${shares}`,
    thisNode: "neste nó",
    byStanding: "Quem fala, por minuto",
    lately: "no último minuto inteiro",
    standings: { staff: "equipe", regular: "habituais", heard: "ouvidos", new: "novos" },
  },

  find: {
    label: "O nome ou o e-mail começa com",
    sort: "Ordem",
    by: { oldest: "Os mais antigos primeiro", newest: "Os mais novos primeiro", name: "Por nome" },
  },

  acts: {
    label: (user) => `Mais sobre esta mensagem de ${user}`,
    title: (user) => `O que fazer com ${isolate(user)}`,
    reason: "Motivo, se houver",
    reasonHint: "Dito a quem diz respeito e guardado entre os atos da equipe.",
    mute: "Silenciar",
    minutes: (n) => count(n, { one: "# minuto", many: "# de minutos", other: "# minutos" }),
    midnight: "Até a meia-noite",
    more: "Mandar embora",
    banHint:
      "Um banimento vale para um convidado até a meia-noite, para uma conta até ser retirado, e leva o que a pessoa disse hoje.",
    eraseAll: "Apagar tudo o que disse",
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
      message_erased: "apagou uma mensagem",
      sender_erased: "apagou tudo de alguém",
      account_deleted: "apagou uma conta",
      reset_opened: "criou um link para uma nova senha",
      cleared: "esvaziou a sala",
      undone: "recuperou o que foi apagado",
      topic_set: "mudou o tema",
      topic_planned: "planejou o tema de um dia",
      topic_unplanned: "retirou o tema de um dia",
      rotation_set: "mudou a rotação de temas",
      slow_mode_set: "deixou a sala mais lenta",
      slow_mode_ended: "encerrou o modo lento",
      shield_raised: "ergueu o escudo",
      shield_ended: "baixou o escudo",
      hidden_kept: "trouxe de volta o que estava oculto",
      hidden_removed: "removeu o que estava oculto",
      swept: "removeu o que os novos disseram",
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
        : `De agora em diante, uma mensagem a cada ${number(n)} s.`,
  },

  role: {
    button: "Papel",
    label: (user) => `Papel de ${user}`,
    title: (user) => `Papel de ${isolate(user)}`,
    names: { member: "Membro", moderator: "Moderador", admin: "Administrador" },
    may: {
      member: "Fala com um nome próprio.",
      moderator: "Apaga mensagens, silencia, bane e deixa a sala mais lenta.",
      admin: "Faz isso também, muda o tema e escolhe a equipe.",
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
      "Um link para escolher uma nova. Funciona uma vez e por uma hora: não dê a mais ninguém. Uma segunda etapa continua ativada.",
    reset: "Criar um link",
    link: "Link para uma nova senha",
    copy: "Copiar",
    copied: "Está copiado.",
    made: "Está criado. O anterior não funciona mais.",
    deleteText: "A conta e tudo o que ela disse hoje são destruídos, na hora e para sempre.",
    deleted: (user) => `A conta de ${isolate(user)} não existe mais.`,
  },
};

export const embed: Catalogue["embed"] = {
  label: "Mensagens",
  moderator: "moderação",
  admin: "admin",
  newDay: "Meia-noite. Tudo o que foi dito antes sumiu.",
  cleared: "A moderação esvaziou a sala.",
  lost: "Conexão perdida. Ela volta sozinha.",
  closed: "A sala está fechada aqui.",
  open: (host) => `Rage Room em ${host}`,
};
