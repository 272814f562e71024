import type { ShieldWords } from "./en-shield.ts";
import { isolate } from "./numbers.ts";

export const shield: ShieldWords = {
  up: (until) =>
    `El escudo está en alto hasta las ${isolate(until)}: quien acaba de llegar espera para hablar. Todos leen, y quien ya fue oído hoy habla como antes.`,
  down: "El escudo ha bajado. Todos pueden hablar de nuevo.",
  proving: "Tu navegador calcula una prueba de que no eres una avalancha de máquinas…",
};
