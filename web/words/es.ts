import type { Words } from "./en.ts";
import { dialogs } from "./es-dialogs.ts";
import { shield } from "./es-shield.ts";
import { isolate, numbers } from "./numbers.ts";

const { number, count } = numbers("es");
const newMessages = { one: "# mensaje nuevo", other: "# mensajes nuevos" };

export const words: Words = {
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
    noScript: "Para leer basta con esto; para hablar aquí, la página necesita JavaScript.",
    empty: "Hoy nadie ha dicho nada todavía.",
    emptyHint: "Di lo que te ronda la cabeza. A medianoche habrá desaparecido.",
    removed: "Eliminado por la moderación",
    hidden: "Lo que dijiste está oculto hasta que el equipo lo haya visto.",
    admin: "admin",
    moderator: "moderación",
    reported: "Denunciado. La moderación está avisada.",
    actsOn: (user) => `Qué hacer con el mensaje de ${isolate(user)}`,
    showAll: "Mostrar todo",
    showLess: "Mostrar menos",
    unread: "nuevo desde que te fuiste",
    pill: (n) => count(n, { one: "# nuevo", other: "# nuevos" }),
    pillLabel: (n) => `${count(n, newMessages)}: ir al final`,
    repliesTo: "En respuesta a",
    named: "Te habla a ti:",
    noReply: "No responder a nadie",
    ignored: (n: number) =>
      count(n, {
        one: "# línea fuera de la vista, de personas que hoy ignoras.",
        other: "# líneas fuera de la vista, de personas que hoy ignoras.",
      }),
    ignoreNobody: "Mostrarlas",
    toEnd: "Ir al final",
    burst: (n) => count(n, newMessages),
    newTopic: (topic) => `El tema es ahora: ${isolate(topic)}`,
    muted: (until, reason) =>
      [
        until === undefined
          ? "Estás silenciado hasta nuevo aviso."
          : `Estás silenciado hasta ${isolate(until)}.`,
        ...(reason === undefined ? [] : [`Motivo: ${isolate(reason)}`]),
      ].join(" "),
    unmuted: "Ya puedes volver a escribir.",
    removedMine: (n: number) =>
      count(n, {
        one: "La moderación ha quitado un mensaje tuyo.",
        other: "La moderación ha quitado # mensajes tuyos.",
      }),
    clearedEarlier: "La moderación ya ha vaciado la sala hoy.",
    earlier: "Mensajes anteriores",
    slow: (n) =>
      n === 0 ? "El modo lento ha terminado." : `Modo lento: un mensaje cada ${number(n)} s.`,
    newDay: "Medianoche. Todo lo dicho antes ha desaparecido.",
    cleared: "La moderación ha vaciado la sala.",
    tooLong: "Has estado fuera demasiado tiempo para ponerte al día; así está la sala ahora.",
    back: (n) =>
      n === 0
        ? "De vuelta. No te has perdido nada."
        : `De vuelta. ${count(n, { one: "# mensaje", other: "# mensajes" })} en tu ausencia.`,
    minutesLeft: (n) =>
      `Todo esto desaparece en ${count(n, { one: "# minuto", other: "# minutos" })}.`,
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
    wait: (n) => `Podrás enviar de nuevo en ${count(n, { one: "# segundo", other: "# segundos" })}`,
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
          ? "Estás expulsado hasta nuevo aviso."
          : `Estás expulsado hasta ${isolate(until)}.`,
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
      4001: "Estás expulsado. La sala está cerrada para ti.",
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
    not_plannable: "Un tema se puede planear desde mañana y hasta un año antes.",
    rate_limited: "Eso ha sido mucho para un minuto.",
    banned: "Esta cuenta está expulsada.",
    muted: "Estás silenciado.",
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
        : `Te oigo: ${count(n, { one: "# persona siente lo mismo", other: "# personas sienten lo mismo" })}`,
    forgetMe: "Olvidadme ya",
    forgetLead: "Borra todo lo que has dicho hoy, en todas las pantallas.",
    forgetSure: "¿Borrarlo todo?",
    forgotten: (n: number) =>
      `Olvidado: ${count(n, { one: "# mensaje ya no está.", other: "# mensajes ya no están." })}`,
  },

  undo: { action: "Deshacer", deleted: "Borrado.", back: "Ha vuelto." },

  shield,
  ...dialogs,
};
