import { KEYS, local } from "./storage.ts";

/** What a reader may choose in this browser beside what their system says: of each row one, or none. */
export const CHOICES = {
  theme: ["light", "dark"],
  letters: ["large", "largest"],
  lines: ["compact"],
  view: ["quiet"],
  sound: ["sound"],
} as const;

export type Choice = (typeof CHOICES)[keyof typeof CHOICES][number];

/** What was kept by another version, or by nobody of ours, chooses nothing. */
export function chosen(): Choice[] {
  const kept = local.recall(KEYS.choices)?.split(" ") ?? [];
  return Object.values(CHOICES)
    .flat()
    .filter((choice) => kept.includes(choice));
}

export function keepChoices(choices: readonly Choice[]): void {
  if (choices.length === 0) local.forget(KEYS.choices);
  else local.keep(KEYS.choices, choices.join(" "));
  showChoices();
}

/** The stylesheets go by an attribute of the page; the system frames it in the ground of its theme. */
export function showChoices(): void {
  const choices = chosen();
  document.documentElement.dataset["choices"] = choices.join(" ");
  const theme = CHOICES.theme.find((one) => choices.includes(one));
  for (const frame of document.querySelectorAll<HTMLMetaElement>("meta[name=theme-color]")) {
    const systems = frame.dataset["media"] ?? frame.media;
    frame.dataset["media"] = systems;
    if (theme === undefined) frame.media = systems;
    else frame.media = systems.includes(theme) ? "all" : "not all";
  }
}
