import type { TopicWords } from "./en-topics.ts";
import { isolate, numbers } from "./numbers.ts";

const { number } = numbers("pt");

export const words: TopicWords = {
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
