import type { ComponentChildren } from "preact";

/** A drawing in lines on a grid of 20, coloured by the text around it; the control that holds it names it. */
export function Outline({ children }: { children: ComponentChildren }) {
  return (
    <svg
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}
