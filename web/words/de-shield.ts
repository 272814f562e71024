import type { ShieldWords } from "./en-shield.ts";
import { isolate } from "./numbers.ts";

export const shield: ShieldWords = {
  up: (until) =>
    `Der Schild ist bis ${isolate(until)} oben: Wer neu hier ist, wartet mit dem Sprechen. Alle lesen mit, und wer heute schon gehört wurde, spricht wie zuvor.`,
  down: "Der Schild ist unten. Alle dürfen wieder sprechen.",
  proving: "Dein Browser rechnet einen Nachweis aus, dass du keine Flut von Maschinen bist …",
};
