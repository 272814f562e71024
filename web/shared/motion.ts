/** Whether nothing is to move: nobody looks, or the reader asked for stillness. */
export function isStill(): boolean {
  return document.hidden || matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** As long as the dissolving of the chat's stylesheet takes. */
export const DISSOLVE_MS = 3_000;
