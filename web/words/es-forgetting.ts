import type { ForgettingWords } from "./en-forgetting.ts";
import { isolate, numbers } from "./numbers.ts";

const { count } = numbers("es");

export const words: ForgettingWords = {
  forget: {
    gone: (midnight) => `Lo que se borra a ${midnight}`,
    messages: "Cada mensaje: en la base de datos de la sala y en cada página abierta.",
    guests: "Cada invitado: mañana nadie aquí podrá saber quién fuiste hoy.",
    stays: "Lo que queda",
    accounts: "Las cuentas, y quién está expulsado. Nunca lo que se dijo.",
    drafts: "Lo que has escrito sin enviar se queda en tu propio navegador.",
    cannot: "Lo que no podemos prometer",
    screenshots: "Las capturas de pantalla y las copias que hiciera alguien de la sala.",
    snapshots: "Las copias que hace por su cuenta quien aloja el servidor, como las del disco.",
    memory: "Copias en la memoria del servidor, hasta que vuelva a usarse.",
  },

  receipt: {
    title: (day: string, zone: string) => `El final del ${isolate(day)}, ${isolate(zone)}`,
    destroyed: (messages: number, people: number) =>
      `Destruidos: ${count(messages, { one: "# mensaje", other: "# mensajes" })} de ${count(people, { one: "# persona", other: "# personas" })}.`,
    clean: (ms: number) =>
      `Después buscamos restos y no encontramos nada. Tardó ${count(ms, { one: "# milisegundo", other: "# milisegundos" })}.`,
    unclean: "Después buscamos restos y algo seguía ahí.",
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
