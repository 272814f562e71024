import type { Catalogue } from "./english.ts";
import { isolate, numbers } from "./numbers.ts";

export const name = "Español";
export const direction = "ltr";
export const needsScript = "Esta página necesita JavaScript.";
export const speakingNeedsScript =
  "Para leer basta con esto; para hablar aquí, la página necesita JavaScript.";
export const plurals = ["one", "many", "other"] as const;

const { number, count } = numbers("es", plurals);
const newMessages = {
  one: "# mensaje nuevo",
  many: "# de mensajes nuevos",
  other: "# mensajes nuevos",
};
const gone = (n: number, many: string, one: string) =>
  count(n, {
    one: `# mensaje ${one}.`,
    many: `# de mensajes ${many}.`,
    other: `# mensajes ${many}.`,
  });
const messages = (n: number) =>
  count(n, { one: "# mensaje", many: "# de mensajes", other: "# mensajes" });
const min = (n: number) => `${number(n)} min`;

export const words: Catalogue["words"] = {
  brand: "Rage Room",

  head: {
    here: (n) => `${number(n)} aquí`,
    number,
    gone: "se borra en",
    city: (city) => `medianoche en ${isolate(city)}`,
    otherZone: (zone) => `medianoche, ${isolate(zone)}`,
    yours: (midnight, time) => `${midnight} (${time} en tu hora)`,
    more: "más",
    less: "menos",
    fuse: (percent) => `Queda el ${number(percent)} por ciento del día`,
    signIn: "Entrar",
    signOut: "Salir",
    account: (user) => `${user}, tu cuenta`,
    admin: "Administración",
    skip: "Ir a tu mensaje",
    keys: "Teclas",
  },

  log: {
    label: "Mensajes",
    midnight: (midnight) => `Todo lo que hay aquí se borra a ${midnight}.`,
    entering: "Entrando…",
    empty: "Hoy nadie ha dicho nada todavía.",
    emptyHint: "Di lo que te ronda la cabeza. A medianoche habrá desaparecido.",
    removed: "Retirado por la moderación",
    hidden: "Lo que dijiste está oculto hasta que el equipo lo vea.",
    admin: "admin",
    moderator: "moderación",
    reported: "Denunciado. El equipo está al tanto.",
    actsOn: (user) => `Qué hacer con el mensaje de ${isolate(user)}`,
    showAll: "Mostrar todo",
    showLess: "Mostrar menos",
    unread: "nuevo desde que te fuiste",
    pill: (n) => count(n, { one: "# nuevo", many: "# nuevos", other: "# nuevos" }),
    pillLabel: (n) => `${count(n, newMessages)}: ir al final`,
    repliesTo: "En respuesta a",
    named: "Te habla a ti:",
    first: "Sus primeras palabras hoy",
    noReply: "No responder a nadie",
    ignored: (n: number) =>
      count(n, {
        one: "# línea fuera de la vista, de personas que hoy ignoras.",
        many: "# de líneas fuera de la vista, de personas que hoy ignoras.",
        other: "# líneas fuera de la vista, de personas que hoy ignoras.",
      }),
    ignoreNobody: "Mostrarlas",
    toEnd: "Ir al final",
    burst: (n) => count(n, newMessages),
    newTopic: (topic) => `El tema es ahora: ${isolate(topic)}`,
    muted: (until, reason) =>
      [
        until === undefined
          ? "Estás en silencio hasta nuevo aviso."
          : `Estás en silencio hasta ${isolate(until)}.`,
        ...(reason === undefined ? [] : [`Motivo: ${isolate(reason)}`]),
      ].join(" "),
    unmuted: "Ya puedes volver a hablar.",
    removedMine: (n: number) =>
      count(n, {
        one: "La moderación ha retirado un mensaje tuyo.",
        many: "La moderación ha retirado # de mensajes tuyos.",
        other: "La moderación ha retirado # mensajes tuyos.",
      }),
    clearedEarlier: "La moderación ya ha vaciado la sala hoy.",
    earlier: "Mensajes anteriores",
    slow: (n) =>
      n === 0 ? "El modo lento ha terminado." : `Modo lento: un mensaje cada ${number(n)} s.`,
    newDay: "Medianoche. Todo lo dicho antes ha desaparecido.",
    cleared: "La moderación ha vaciado la sala.",
    tooLong: "Has estado fuera demasiado tiempo para ponerte al día; así está la sala ahora.",
    notAReply: "La sala puede haber perdido mensajes: lo que escribes ya no es una respuesta.",
    back: (n) =>
      n === 0
        ? "De vuelta. No te has perdido nada."
        : `De vuelta. ${count(n, { one: "# mensaje", many: "# de mensajes", other: "# mensajes" })} en tu ausencia.`,
    minutesLeft: (n) =>
      `Todo esto desaparece en ${count(n, { one: "# minuto", many: "# de minutos", other: "# minutos" })}.`,
  },

  outbox: {
    sending: "Enviando…",
    goes: (n) => `Sale solo en ${number(n)} s`,
    waiting: "Esperando la conexión",
    failed: (why) => `No enviado: ${why}`,
    midnight: "llegó antes la medianoche.",
    signedOut: "tu sesión ha terminado.",
    stopped: "la sala está cerrada para ti.",
    again: "Reintentar",
    discard: "Descartar",
  },

  composer: {
    as: "como",
    roll: "Sacar otro nombre",
    until: (t: string) => `hasta las ${t}`,
    untilMidnight: "hasta medianoche",
    keep: "Conservarlo hoy",
    now: (name: string) => `Ahora eres ${isolate(name)}.`,
    label: "Tu mensaje",
    placeholder: "Suéltalo",
    send: "Enviar",
    seconds: (n) => `${number(n)} s`,
    wait: (n) =>
      `Podrás enviar de nuevo en ${count(n, { one: "# segundo", many: "# de segundos", other: "# segundos" })}`,
    length: (used, most) => `${used} / ${number(most)}`,
    used: (n, atLeast) => `${number(n)}${atLeast ? "+" : ""}`,
    near: "Te queda poco espacio.",
    tooLong: "Es demasiado largo para enviarlo.",
    cut: "Aquí solo cabe el principio; el resto se ha quedado fuera.",
    accept: "Al enviar aceptas las reglas.",
  },

  burn: {
    short: "Quemar",
    button: "Quemar: no va a ninguna parte",
    done: "Quemado. Nunca salió de esta página.",
  },

  link: {
    lost: (seconds) => `Sin conexión. Próximo intento en ${number(seconds)} s.`,
    why: (why, seconds) => `${why} Próximo intento en ${number(seconds)} s.`,
    broken: "Sin conexión. La página vuelve a intentarlo sola.",
    trying: "Sin conexión. Intentándolo ahora…",
    blocked:
      "Esta red o el proxy del servidor no deja pasar WebSockets: puedes leer, pero no hablar.",
    now: "Intentar ya",
    notDone: "No se ha hecho: no hay conexión. Inténtalo de nuevo cuando vuelva.",
    old: "Esta página es más antigua que la sala. Tu borrador se conserva al recargarla.",
    reload: "Recargar",
    banned: (until, reason) =>
      [
        until === undefined
          ? "Te han expulsado hasta nuevo aviso."
          : `Te han expulsado hasta ${isolate(until)}.`,
        ...(reason === undefined ? [] : [`Motivo: ${isolate(reason)}`]),
      ].join(" "),
    askWhy: "Si crees que es un error, pregunta a quien lleva esta sala.",
    banOver: "La expulsión ha terminado.",
    closed: {
      1001: "La sala se está reiniciando.",
      1002: "Esta página y la sala no se entienden. Recarga la página.",
      1009: "Eso era demasiado grande para la sala.",
      1013: "La sala está llena.",
      4000: "La sala no oyó nada de esta página.",
      4001: "Te han expulsado. La sala está cerrada para ti.",
      4002: "Tu sesión ha terminado; vuelves como invitado.",
    },
  },

  refused: {
    invalid: "La sala no ha entendido eso.",
    empty: "Ese mensaje no dice nada.",
    too_long: "Ese mensaje es demasiado largo.",
    too_many_lines: "Ese mensaje tiene más de 20 líneas.",
    control_character: "Un mensaje no puede llevar caracteres de control.",
    not_allowed: "Esa palabra no se dice aquí.",
    not_plannable: "Un tema se puede planear desde mañana, con un año de antelación como mucho.",
    rate_limited: "Eso ha sido mucho para un minuto.",
    banned: "Esta cuenta está expulsada.",
    muted: "Estás en silencio.",
    slow_mode: "El modo lento está activo.",
    proof_required: "Tu navegador no pudo calcular la prueba que pide el escudo.",
    shield_up: "Las cuentas nuevas esperan mientras el escudo esté en alto.",
    newcomer:
      "Muchos recién llegados hablan a la vez y van por turnos. Sus mensajes no llevan enlaces ni son muros de mayúsculas o de emojis.",
    repeated: "Eso se acaba de decir. Dilo con otras palabras.",
    name_taken: "Ese nombre es de otra persona.",
    email_taken: "Ese correo ya tiene una cuenta.",
    username_taken: "Ese nombre de usuario está ocupado o se parece a otro que lo está.",
    wrong_credentials: "Ese correo y esa contraseña no van juntos.",
    wrong_password: "Esa no es tu contraseña.",
    code_needed: "Tu cuenta pide también un código: de tu aplicación, o uno de recuperación.",
    wrong_code: "Ese código no es correcto, o ya se usó.",
    common_password: "Esa contraseña es de las primeras que probaría cualquiera. Elige otra.",
    too_many_attempts: "Demasiados intentos fallidos de entrar.",
    not_signed_in: "Entra primero.",
    not_admin: "Solo un administrador puede hacer esto.",
    not_staff: "Solo los administradores y moderadores pueden hacer esto.",
    admin_protected: "Eso no se puede hacer a un administrador o moderador.",
    last_admin: "No se puede quitar al último administrador.",
    not_found: "Eso ya no está.",
    setup_closed: "Este enlace de instalación se ha usado o ha caducado.",
    zone_fixed:
      "La zona horaria de la sala no cambia: está fijada donde se inicia, o hoy ya se ha dicho algo.",
    reset_closed: "Este enlace ya se usó o ha caducado. Pide otro.",
    busy: "La sala está demasiado ocupada ahora mismo.",
    unavailable: "La sala no puede guardar nada ahora mismo.",
  },

  problem: {
    unreachable: { title: "Sin conexión", detail: "Ahora mismo no se llega a la sala." },
    part: "Esa parte de la página no ha llegado. Inténtalo otra vez.",
    retry: (seconds) =>
      count(seconds, {
        one: "Inténtalo de nuevo en # segundo.",
        many: "Inténtalo de nuevo en # de segundos.",
        other: "Inténtalo de nuevo en # segundos.",
      }),
  },

  foot: {
    language: "Idioma",
  },

  own: {
    erase: "Borrar",
    of: (act: string, text: string) => `${act}: ${isolate(text)}`,
    sure: "¿Borrar para todos?",
    felt: (n: number) =>
      n === 0
        ? "Te oigo"
        : `Te oigo: ${count(n, { one: "# persona siente lo mismo", many: "# de personas sienten lo mismo", other: "# personas sienten lo mismo" })}`,
    forgotten: (n: number) =>
      `Olvidado: ${count(n, { one: "# mensaje ya no está.", many: "# de mensajes ya no están.", other: "# mensajes ya no están." })}`,
  },

  undo: { action: "Deshacer", deleted: "Borrado.", back: "Ha vuelto." },

  shield: {
    up: (until) =>
      `El escudo está en alto hasta las ${isolate(until)}: quien acaba de llegar espera para hablar. Todos leen, y quien ya fue oído hoy habla como antes.`,
    down: "El escudo ha bajado. Todos pueden hablar de nuevo.",
    proving: "Tu navegador calcula una prueba de que no eres una avalancha de máquinas…",
  },

  picker: {
    title: "Emojis",
  },

  cool: {
    title: "Un minuto de calma",
    close: "Volver a la sala",
  },

  invite: { title: "Invitar" },

  settings: { title: "Ajustes" },

  help: {
    title: "Ayuda",
    lead: "Hay días que piden más que una sala. Aquí hay alguien con quien hablar.",
  },

  forget: {
    title: "Cómo olvidamos",
  },

  receipt: {
    line: (n: number) =>
      `${count(n, { one: "# mensaje del último día: destruido, buscado y no encontrado", many: "# de mensajes del último día: destruidos, buscados y no encontrados", other: "# mensajes del último día: destruidos, buscados y no encontrados" })}.`,
  },
};

export const account: Catalogue["account"] = {
  account: {
    title: "Tu cuenta",
    tab: "Tu cuenta: Rage Room",
    as: (user, email) => `Has entrado como ${isolate(user)}, ${isolate(email)}`,
    loading: "Cargando…",
  },

  password: {
    title: "Cambiar la contraseña",
    ends: "Con ello terminan todas las sesiones anteriores; esta sigue.",
    current: "Contraseña actual",
    action: "Cambiarla",
    done: "Está cambiada. Todas las sesiones anteriores han terminado.",
  },

  signIns: {
    title: "Dónde has entrado",
    hint: "Se guarda la hora sin los minutos, y nada más.",
    since: (when) => `Desde ${isolate(when)}`,
    used: (when) => `último uso: ${isolate(when)}`,
    here: "esta",
    endLabel: (when) => `Cerrar la sesión abierta desde ${when}`,
    ended: "La sesión está cerrada.",
    everywhere: "Salir de todas partes",
  },

  secondStep: {
    title: "Segundo paso",
    text: "Además de la contraseña, la cuenta pide entonces un código que muestra una aplicación en tu teléfono. Quien sepa tu contraseña no entra.",
    start: "Prepararlo",
    scan: "Escanéalo con una aplicación de autenticación, o escribe la clave en ella. Después da el código que muestra.",
    qr: "La clave como código QR",
    key: "Clave",
    confirm: "Activarlo",
    on: "Está activado.",
    left: (n) =>
      count(n, {
        one: "Queda # código de recuperación.",
        many: "Quedan # de códigos de recuperación.",
        other: "Quedan # códigos de recuperación.",
      }),
    codes: "Códigos de recuperación",
    codesText:
      "Cada uno sirve una vez en lugar de la aplicación. No se muestran de nuevo: apúntalos.",
    kept: "Los he apuntado",
    anyCode: "Código de la aplicación, o uno de recuperación",
    renew: "Crear códigos de recuperación nuevos",
    off: "Desactivar el segundo paso",
    isOff: "Está desactivado.",
  },

  leave: {
    title: "Borrar la cuenta",
    text: "La cuenta y todo lo que has dicho hoy se destruyen, al momento y para siempre. Tu nombre queda libre.",
    confirm: (user) => `Para seguir, escribe ${isolate(user)}`,
    another: "Ese es otro nombre.",
    action: "Borrarla para siempre",
  },
};

export const keys: Catalogue["keys"] = {
  keys: {
    toMessages: "ir a los mensajes",
    walk: "de un mensaje a otro",
    firstAndLast: "al primero y al último que se ven",
    menu: "qué se puede hacer con un mensaje",
    leave: "volver a tu mensaje; desde ahí, al final de la sala",
    write: "ir a tu mensaje",
    list: "esta lista",
    hold: "detener los mensajes mientras está pulsada (para el equipo)",
    single: "Las teclas de un solo carácter actúan cuando no estás escribiendo",
  },
};

export const forgetting: Catalogue["forgetting"] = {
  forget: {
    gone: (midnight) => `Lo que se borra a ${midnight}`,
    messages: "Cada mensaje: en la base de datos de la sala y en cada página abierta.",
    guests: "Cada invitado: mañana nadie aquí podrá saber quién fuiste hoy.",
    stays: "Lo que queda",
    accounts: "Las cuentas, y quién está expulsado. Nunca lo que se dijo.",
    drafts: "Lo que has escrito sin enviar se queda en tu propio navegador.",
    cannot: "Lo que no podemos prometer",
    screenshots: "Las capturas de pantalla y las copias que hiciera alguien de la sala.",
    snapshots:
      "Las copias que hace por su cuenta quien aloja el servidor, como las instantáneas y copias de seguridad del disco.",
    memory: "Copias en la memoria del servidor, hasta que vuelva a usarse.",
    me: "Olvídame ya",
    lead: "Borra todo lo que has dicho hoy, en todas las pantallas.",
    sure: "¿Borrarlo todo?",
  },

  mood: {
    ask: "¿Cómo sales del día que acaba de terminar?",
    angrier: "Con más rabia",
    same: "Igual",
    calmer: "Con más calma",
    thanks: "Contado, y nada más se guarda de ello.",
  },

  receipt: {
    title: (day: string, zone: string) => `El final del ${isolate(day)}, ${isolate(zone)}`,
    destroyed: (messages: number, people: number) =>
      `Destruidos: ${count(messages, { one: "# mensaje", many: "# de mensajes", other: "# mensajes" })} de ${count(people, { one: "# persona", many: "# de personas", other: "# personas" })}.`,
    clean: (ms: number) =>
      `Después buscamos restos y no encontramos nada. Tardó ${count(ms, { one: "# milisegundo", many: "# de milisegundos", other: "# milisegundos" })}.`,
    unclean: "Después buscamos restos y algo seguía ahí.",
    moods: ({ angrier, same, calmer }) =>
      `De quienes lo dijeron, ${number(angrier)} salieron con más rabia, ${number(same)} igual, ${number(calmer)} con más calma.`,
    nothing: "nada encontrado",
    methods: {
      key: "Se destruyó la clave del día",
      overwritten: "Se sobrescribieron las filas y se vació el registro previo a la escritura",
      unlinked: "Se eliminaron los archivos de las tablas",
      deleted: "Se borraron las filas",
    },
    checks: {
      rows: "Filas de ese día en la base de datos",
      key: "Muestras que aún abre una clave nuestra",
      files: "Muestras en los archivos de la base de datos",
      wal: "Restos en el registro previo a la escritura",
      replaced: "Tablas que siguen en su archivo antiguo",
      unlinked: "Bytes en el archivo antiguo",
    },
  },
};

export const reader: Catalogue["reader"] = {
  menu: {
    reply: "Responder",
    copy: "Copiar",
    copied: "Copiado.",
    notCopied: "Este navegador no deja copiar aquí. Selecciona el texto y cópialo a mano.",
    report: "Denunciar",
    ignore: "Ignorar hoy",
    ignored: (user: string) =>
      `No verás a ${isolate(user)} hasta medianoche, mientras lleve ese nombre.`,
  },

  choices: {
    lead: "Se guarda solo en este navegador. Lo que no cambies sigue a tu sistema.",
    rows: {
      theme: "Colores",
      letters: "Letras",
      lines: "Líneas",
      view: "Mensajes",
      sound: "Sonido",
    },
    without: {
      theme: "Como el sistema",
      letters: "Normales",
      lines: "Holgadas",
      view: "Todos",
      sound: "Apagado",
    },
    light: "Claros",
    dark: "Oscuros",
    large: "Grandes",
    largest: "Muy grandes",
    compact: "Juntas",
    quiet: "Con calma: uno cada dos segundos, el más sentido",
    sound: "Con el primer mensaje nuevo mientras miro otra cosa",
  },

  quiet: "Vista tranquila: un mensaje cada dos segundos.",

  coolOffer: { line: "Si quieres, hay un minuto para enfriarte.", no: "Ahora no" },

  breathing: {
    lead: "Seis respiraciones lentas. No arreglan nada; son un minuto de silencio.",
    breatheIn: "Inspira",
    breatheOut: "Suelta el aire, despacio",
    left: (seconds) =>
      count(seconds, {
        one: "Queda # segundo",
        many: "Quedan # de segundos",
        other: "Quedan # segundos",
      }),
    done: "Ha pasado un minuto. Quédate cuanto quieras.",
  },

  emoji: {
    search: "Buscar emojis",
    found: (n) =>
      n === 0
        ? "No hay ninguno"
        : count(n, { one: "# encontrado", many: "# encontrados", other: "# encontrados" }),
    groups: [
      "De rabia",
      "Caras y emociones",
      "Personas",
      "Animales y naturaleza",
      "Comida y bebida",
      "Viajes y lugares",
      "Actividades",
      "Objetos",
      "Símbolos",
    ],
  },
};

export const setup: Catalogue["setup"] = {
  setup: {
    title: "Abre tu sala",
    lead: "Un formulario y estás dentro. La cuenta que creas aquí dirige la sala.",
    topic: "El tema de hoy",
    topicHint: "De qué se desahoga la gente hoy. Se puede cambiar cuando quieras.",
    rules: "Reglas",
    rulesHint: "Pueden quedar vacías.",
    zone: "Zona horaria de la medianoche",
    zoneHint: "A medianoche allí, todo lo dicho se destruye.",
    midnight: (when: string, left: string) =>
      `Próxima medianoche: ${when} en tu hora, dentro de ${left}`,
    browsers: (zone: string) => `Usar la de este navegador: ${isolate(zone)}`,
    fixed: {
      variable: "La fija TIMEZONE, donde se inicia la sala.",
      said: "Hoy ya se ha dicho algo, así que el día conserva su medianoche.",
    },
    action: "Abrir la sala",
    spentTitle: "Este enlace de instalación ya no sirve",
    spent: "Se ha usado o ha pasado su hora.",
    spentIn: "Si ya existe el primer administrador, entra.",
    spentAgain: "Si no existe, detén la sala y vuelve a iniciarla: mostrará otro enlace.",
    again: "Intentar de nuevo",
  },

  signedIn: {
    as: (user: string) => `Has entrado como ${isolate(user)}.`,
    account: "Tu cuenta",
  },

  steps: {
    title: "Tu sala está abierta",
    lead: "Tres cosas que ayudan, cuando quieras:",
    topics: "Preparar temas para los próximos días",
    moderator: "Nombrar moderador a alguien, cuando tenga cuenta",
    link: "Pasar el enlace de la sala o su código QR",
    hide: "Ocultar esta lista",
  },

  invite: {
    lead: "Quien tenga este enlace puede leer enseguida y hablar sin cuenta.",
    link: "El enlace de la sala",
    copy: "Copiar el enlace",
    copied: "Está copiado.",
    byHand: "No se pudo copiar. El enlace está marcado: cópialo a mano.",
    share: "Compartir",
    code: (link: string) => `Código QR de ${link}`,
    here: "Esta dirección solo funciona en este equipo. Abre la sala en su dirección de fuera e invita desde allí.",
  },
};

export const staff: Catalogue["staff"] = {
  act: {
    delete: "Borrar",
    deleteAll: "Borrar todo lo suyo",
    mute: "Silenciar",
    minutes: (n) => `${number(n)} min`,
    midnight: "medianoche",
    ban: "Expulsar",
  },

  done: {
    delete: "Borrado.",
    deleteAll: (n) => gone(n, "borrados", "borrado"),
    mute: (user, until) => `${isolate(user)} queda en silencio hasta ${isolate(until)}.`,
    muteOpen: (user) => `${isolate(user)} queda en silencio hasta nuevo aviso.`,
    ban: (user, until, n) =>
      `${isolate(user)} queda fuera hasta ${isolate(until)}. ${gone(n, "retirados", "retirado")}`,
    banOpen: (user, n) =>
      `${isolate(user)} queda fuera hasta nuevo aviso. ${gone(n, "retirados", "retirado")}`,
    undone: "Ya está de vuelta.",
    lifted: (user) => `${isolate(user)} puede volver a hablar.`,
  },

  desk: {
    label: "Moderación",
    hold: "Detener",
    holdHint: "Detener los mensajes (o manteniendo la tecla M)",
    held: (n) => (n === 0 ? "Detenido" : `Detenido: ${number(n)}`),
    slow: (n) => (n === 0 ? "Lento: no" : `Lento: ${number(n)} s`),
    slowTitle: "Cuánto espera cada uno entre dos mensajes",
    seconds: (n) => (n === 0 ? "No" : `${number(n)} s`),
  },

  shield: {
    title: "Escudo",
    about:
      "Contra una avalancha de nuevos: esperan para hablar, cada invitado nuevo calcula una prueba y nadie crea una cuenta. Quien ya fue oído no nota nada. Termina por sí solo.",
    raise: "Alzar el escudo",
    hint: (n) =>
      `Durante ${min(n)}, los nuevos esperan para hablar y prueban que no son una avalancha`,
    up: (until, by) =>
      `Escudo hasta las ${isolate(until)} (${by === "staff" ? "equipo" : "la sala"})`,
    renew: (n) => `Prolongar ${min(n)} desde ahora`,
    raised: (n) => `El escudo está en alto durante ${min(n)}.`,
    end: "Bajar el escudo",
    ended: "El escudo ha bajado.",
  },

  hidden: {
    open: (n) => count(n, { one: "# oculto", many: "# ocultos", other: "# ocultos" }),
    title: "Lo que dijeron los nuevos antes del escudo",
    about: (n) =>
      `${count(n, { one: "# mensaje de un nuevo, del minuto anterior al escudo, está oculto.", many: "# de mensajes de nuevos, del minuto anterior al escudo, están ocultos.", other: "# mensajes de nuevos, del minuto anterior al escudo, están ocultos." })} Así queda hasta que decidas, o hasta medianoche.`,
    more: (n) =>
      count(n, {
        one: "# mensaje anterior no se muestra aquí",
        many: "# de mensajes anteriores no se muestran aquí",
        other: "# mensajes anteriores no se muestran aquí",
      }),
    keepLabel: (n) => `Mantener ${messages(n)}`,
    kept: "Están de nuevo en su sitio.",
    removeLabel: (n) => `Retirar ${messages(n)}`,
    removed: (n) =>
      count(n, {
        one: "# mensaje retirado.",
        many: "# de mensajes retirados.",
        other: "# mensajes retirados.",
      }),
  },

  reports: {
    open: (n) =>
      n === 0
        ? "Sin denuncias"
        : count(n, { one: "# denuncia", many: "# de denuncias", other: "# denuncias" }),
    title: "Mensajes denunciados",
    close: "Cerrar",
    none: "No hay nada denunciado.",
    count: (n) => count(n, { one: "# persona", many: "# de personas", other: "# personas" }),
    hidden: "Oculto",
    keep: "Mantener",
    keepLabel: (user) => `Mantener el mensaje de ${isolate(user)}`,
    kept: "Se queda.",
    remove: "Retirar",
    removeLabel: (user) => `Retirar el mensaje de ${isolate(user)}`,
    removed: "Retirado.",
  },
};

export const topics: Catalogue["topics"] = {
  days: "Los próximos días",
  daysHint: "con qué empieza cada uno",
  from: { planned: "planeado", rotation: "de la rotación", default: "el tema habitual" },
  noRules: "Sin reglas",
  rulesHint: "Si queda vacío, valen las reglas habituales.",
  plan: "Planear",
  planLabel: (day) => `Planear un tema para ${day}`,
  other: "Planear otro día",
  date: "Día",
  planned: (day) => `El tema de ${isolate(day)} está planeado.`,
  unplanned: (day) => `Ya no hay nada planeado para ${isolate(day)}.`,
  edit: "Editar",
  editLabel: (what) => `Editar: ${what}`,
  remove: "Quitar",
  removeLabel: (what) => `Quitar: ${what}`,
  save: "Guardar",
  rotation: "La rotación",
  rotationHint: "los días sin plan los toman por turno",
  rotationNone: "Ningún tema rota: un día sin plan empieza con el habitual.",
  next: "el siguiente",
  add: "Añadir un tema",
  upTitle: "Subir",
  downTitle: "Bajar",
  up: (topic) => `Subir: ${topic}`,
  down: (topic) => `Bajar: ${topic}`,
  moved: (place, of) => `Ahora en el lugar ${number(place)} de ${number(of)}.`,
  changed: "La rotación ha cambiado.",
  full: (most) => `En la rotación caben ${number(most)} temas, no más.`,
};

export const office: Catalogue["office"] = {
  login: {
    notKept:
      "Este navegador no guarda nada para esta página: la sesión se pierde en cuanto sales de ella.",
    tab: "Entrar: Rage Room",
    title: "Entrar en Rage Room",
    lead: "Una cuenta guarda tu nombre. Todo lo que digas desaparece igualmente a medianoche.",
    tabs: "Entrar o registrarse",
    signIn: "Entrar",
    register: "Registrarse",
    email: "Correo electrónico",
    username: "Nombre de usuario",
    usernameHint: "De 3 a 50 letras, cifras, guiones bajos o guiones. Lo ve todo el mundo.",
    emailHint: "Para entrar. Solo lo ven los administradores.",
    password: "Contraseña",
    passwordHint: (least) => `Al menos ${number(least)} caracteres.`,
    show: "Mostrar la contraseña",
    hide: "Ocultar la contraseña",
    capsLock: "Bloq Mayús está activado.",
    code: "Código",
    busy: "Un momento…",
    registered: "Tu cuenta está lista. Entra ahora con ella.",
    back: "Volver a la sala",
    newPassword: "Contraseña nueva",
    resetTitle: "Elegir una contraseña nueva",
    resetLead:
      "El enlace que te trajo aquí funciona una sola vez. Con la contraseña nueva terminan todas las sesiones anteriores.",
    reset: "Guardar la contraseña",
    resetDone: "Tu contraseña está guardada. Entra ahora con ella.",
    reasons: {
      needAdmin: "Entra como administrador o moderador para ver esa página.",
      notAdmin:
        "Esa página es para administradores y moderadores, y esta cuenta no es ni lo uno ni lo otro.",
      needSignIn: "Entra para ver tu cuenta.",
    },
    needed: "Esto hace falta.",
    emailShape: "Un correo tiene la forma nombre@example.com.",
    usernameShape: "Un nombre de usuario tiene de 3 a 50 letras, cifras, guiones bajos o guiones.",
    passwordShort: (least) => `Una contraseña tiene al menos ${number(least)} caracteres.`,
  },

  admin: {
    title: "Administración: Rage Room",
    sections: "Secciones",
    nights: "Medianoches",
    now: "Ahora",
    people: "Personas",
    room: "A la sala",
    wipes: "se borra en",
    figures: "Cifras",
    here: "aquí ahora",
    today: "mensajes hoy",
    minute: "en el último minuto",
    accounts: "cuentas",
    live: "La sala, en directo",
    liveHint: "lo más nuevo primero; espera mientras la señalas",
    waiting: (n) =>
      count(n, {
        one: "# mensaje nuevo espera",
        many: "# de mensajes nuevos esperan",
        other: "# mensajes nuevos esperan",
      }),
    quiet: "Hoy no se ha dicho nada.",
    delete: "Borrar",
    deleteLabel: (user) => `Borrar este mensaje de ${user}`,
    more: "Mensajes anteriores",
    clear: "Borrar todos los mensajes",
    clearTitle: "¿Borrar todos los mensajes?",
    clearText:
      "Todo lo dicho hoy sale de cada página abierta. Durante cinco segundos se puede recuperar; después se destruye.",
    clearYes: "Borrarlos todos",
    clearType: (n) => `Hay ${n} mensajes. Escribe ese número:`,
    cancel: "Cancelar",
    topics: "Temas",
    topicTitle: "El tema de hoy",
    topic: "Tema",
    rules: "Reglas",
    change: "Cambiarlo para todos",
    user: "Nombre",
    since: "Desde",
    action: "Acción",
    banned: "expulsión",
    ban: "Expulsar",
    unban: "Readmitir",
    banLabel: (user) => `Expulsar a ${user}`,
    unbanLabel: (user) => `Readmitir a ${user}`,
    banTitle: (user) => `¿Expulsar a ${isolate(user)}?`,
    banText: "Sus páginas abiertas se cierran al momento y sus sesiones dejan de valer.",
    page: (from, to) => (to < from ? "No hay más personas" : `${number(from)} a ${number(to)}`),
    previous: "Anterior",
    next: "Siguiente",
    working: "En curso…",
    loading: "Cargando…",
    number,
    deleted: "El mensaje ha salido de todas las páginas.",
    cleared: "Todo lo dicho hoy ha desaparecido.",
    changed: "El tema ha cambiado para todos.",
    wasBanned: (user) => `${isolate(user)} queda fuera.`,
    wasUnbanned: (user) => `${isolate(user)} puede volver a entrar.`,
    linkLost: "La vista en directo está cortada; vuelve sola.",
  },

  day: {
    title: "El día hasta ahora",
    messages: "Mensajes por minuto",
    people: "Personas",
    refusals: "Rechazos por minuto",
    byCode: "Rechazos por código",
    most: (n, at) => `como mucho ${number(n)}, a las ${at}`,
    none: "nada por ahora",
    nodes: (n, shares) => `${number(n)} nodos: ${shares}`,
    thisNode: "en este nodo",
    byStanding: "Quién habla, por minuto",
    lately: "en el último minuto entero",
    standings: { staff: "equipo", regular: "habituales", heard: "oídos", new: "nuevos" },
  },

  find: {
    label: "El nombre o el correo empieza por",
    sort: "Orden",
    by: {
      oldest: "Primero los más antiguos",
      newest: "Primero los más nuevos",
      name: "Por nombre",
    },
  },

  acts: {
    label: (user) => `Más sobre este mensaje de ${user}`,
    title: (user) => `Qué hacer con ${isolate(user)}`,
    reason: "Motivo, si lo hay",
    reasonHint: "Se le dice a quien afecta y se guarda entre los actos del equipo.",
    mute: "Silenciar",
    minutes: (n) => count(n, { one: "# minuto", many: "# de minutos", other: "# minutos" }),
    midnight: "Hasta medianoche",
    more: "Echar",
    banHint:
      "Una expulsión vale para un invitado hasta medianoche, para una cuenta hasta que se levante, y se lleva lo que dijo hoy.",
    eraseAll: "Borrar todo lo suyo",
    erasedAll: "Todo lo que dijo hoy ha salido de todas las páginas.",
    wasMuted: (user) => `${isolate(user)} queda en silencio.`,
  },

  sanctions: {
    tab: "Sanciones",
    title: "En silencio o expulsados ahora",
    none: "Nadie está en silencio ni expulsado.",
    muted: "en silencio",
    until: (when) => `Termina: ${isolate(when)}`,
    open: "Hasta que se levante",
    reason: (reason) => `Motivo: ${isolate(reason)}`,
    lift: "Levantar",
    liftLabel: (user) => `Levantar lo que pesa sobre ${user}`,
    lifted: "Queda levantada.",
  },

  audit: {
    tab: "Registro",
    title: "Lo que hizo el equipo",
    hint: "se guarda 90 días, nunca con un texto",
    none: "No se ha hecho nada.",
    older: "Más antiguo",
    targets: {
      message: (id) => `mensaje ${id}`,
      account: (id) => `cuenta ${id}`,
      event: (id) => `suceso ${id}`,
    },
    acts: {
      message_erased: "borró un mensaje",
      sender_erased: "borró todo lo de alguien",
      account_deleted: "borró una cuenta",
      reset_opened: "creó un enlace para una contraseña nueva",
      cleared: "vació la sala",
      undone: "recuperó lo borrado",
      topic_set: "cambió el tema",
      topic_planned: "planeó el tema de un día",
      topic_unplanned: "retiró el tema de un día",
      rotation_set: "cambió la rotación de temas",
      slow_mode_set: "frenó la sala",
      slow_mode_ended: "acabó con el modo lento",
      shield_raised: "alzó el escudo",
      shield_ended: "bajó el escudo",
      hidden_kept: "devolvió lo que estaba oculto",
      hidden_removed: "retiró lo que estaba oculto",
      swept: "retiró lo que habían dicho los nuevos",
      report_kept: "mantuvo un mensaje denunciado",
      report_removed: "retiró un mensaje denunciado",
      muted: "silenció a alguien",
      banned: "expulsó a alguien",
      unbanned: "readmitió a alguien",
      lifted: "levantó una sanción",
      admin_made: "hizo admin a alguien",
      admin_unmade: "retiró a un admin",
      moderator_made: "hizo moderador a alguien",
      moderator_unmade: "retiró a un moderador",
    },
  },

  mode: {
    slow: "Modo lento",
    slowHint: "Lo que cada cual espera entre dos mensajes, salvo el equipo.",
    off: "No",
    set: (n) =>
      n === 0 ? "El modo lento está apagado." : `Desde ahora, un mensaje cada ${number(n)} s.`,
  },

  role: {
    button: "Rol",
    label: (user) => `Rol de ${user}`,
    title: (user) => `Rol de ${isolate(user)}`,
    names: { member: "Miembro", moderator: "Moderador", admin: "Administrador" },
    may: {
      member: "Habla con un nombre propio.",
      moderator: "Borra mensajes, silencia, expulsa y frena la sala.",
      admin: "También hace eso, cambia el tema y elige al equipo.",
    },
    ends: "Quien pierde un rol sale de todas sus sesiones.",
    save: "Cambiar el rol",
    changed: (user, role) => `${isolate(user)} tiene ahora otro rol: ${role}.`,
  },

  owner: {
    button: "Cuenta",
    label: (user) => `Cuenta de ${user}`,
    title: (user) => `Cuenta de ${isolate(user)}`,
    resetTitle: "Contraseña olvidada",
    resetText:
      "Un enlace para elegir una nueva. Sirve una vez y durante una hora: no se lo des a nadie más. Un segundo paso sigue activado.",
    reset: "Crear un enlace",
    link: "Enlace para una contraseña nueva",
    copy: "Copiar",
    copied: "Está copiado.",
    made: "Está creado. El anterior ya no sirve.",
    deleteText: "La cuenta y todo lo que ha dicho hoy se destruyen, al momento y para siempre.",
    deleted: (user) => `La cuenta de ${isolate(user)} ya no existe.`,
  },
};

export const embed: Catalogue["embed"] = {
  label: "Mensajes",
  moderator: "moderación",
  admin: "admin",
  newDay: "Medianoche. Todo lo dicho antes ha desaparecido.",
  cleared: "La moderación ha vaciado la sala.",
  lost: "Se perdió la conexión. Vuelve por sí sola.",
  closed: "La sala está cerrada aquí.",
  open: (host) => `Rage Room en ${host}`,
};
