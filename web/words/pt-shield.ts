import type { ShieldWords } from "./en-shield.ts";
import { isolate } from "./numbers.ts";

export const shield: ShieldWords = {
  up: (until) =>
    `O escudo está erguido até ${isolate(until)}: quem acabou de chegar espera para falar. Todos leem, e quem já foi ouvido hoje fala como antes.`,
  down: "O escudo baixou. Todos podem falar de novo.",
  proving: "Seu navegador calcula uma prova de que você não é uma enxurrada de máquinas…",
};
