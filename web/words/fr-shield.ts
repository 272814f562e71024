import type { ShieldWords } from "./en-shield.ts";
import { isolate } from "./numbers.ts";

export const shield: ShieldWords = {
  up: (until) =>
    `Le bouclier est levé jusqu’à ${isolate(until)} : les nouveaux venus attendent pour parler. Tout le monde lit, et qui a déjà été entendu aujourd’hui parle comme avant.`,
  down: "Le bouclier est baissé. Tout le monde peut de nouveau parler.",
  proving: "Votre navigateur calcule la preuve que vous n’êtes pas une nuée de machines…",
};
