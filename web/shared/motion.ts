/** Whether nothing is to move: nobody looks, or the reader asked for stillness. */
export function isStill(): boolean {
  return document.hidden || matchMedia("(prefers-reduced-motion: reduce)").matches;
}
