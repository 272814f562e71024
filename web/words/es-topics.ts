import type { TopicWords } from "./en-topics.ts";
import { isolate, numbers } from "./numbers.ts";

const { number } = numbers("es");

export const words: TopicWords = {
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
