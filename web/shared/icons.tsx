import { Outline } from "./outline.tsx";

/** Drawn on a grid of 20 and coloured by the text around them; the control that holds one names it. */
export function Die() {
  return (
    <svg
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      aria-hidden="true"
    >
      <rect x="3.5" y="3.5" width="13" height="13" rx="3" />
      <g fill="currentColor" stroke="none">
        <circle cx="7.2" cy="7.2" r="1.2" />
        <circle cx="12.8" cy="7.2" r="1.2" />
        <circle cx="7.2" cy="12.8" r="1.2" />
        <circle cx="12.8" cy="12.8" r="1.2" />
      </g>
    </svg>
  );
}

export function Flame() {
  return (
    <Outline>
      <path d="M10.500 2.500c.500 3-3.800 4.700-4.800 8.200-.900 3.300 1.300 6.800 4.600 6.800s5.200-2.600 4.600-5.800c-.300-1.800-1.500-2.800-1.900-4.400-1 .700-1.400 1.600-1.400 2.700-1.500-1.700-2.200-4.600-1.100-7.500z" />
    </Outline>
  );
}

export function AngryFace() {
  return (
    <Outline>
      <circle cx="10" cy="10" r="7.500" />
      <path d="m6 7.500 2.200 1.200m5.800-1.200-2.200 1.200M7 14c.700-1 1.700-1.500 3-1.500s2.300.500 3 1.500M7.500 9.800v.400m5-.400v.400" />
    </Outline>
  );
}

export function Heart({ filled }: { filled: boolean }) {
  return (
    <svg
      viewBox="0 0 20 20"
      fill={filled ? "currentColor" : "none"}
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d="M10 16.500C5.500 13.200 3 10.700 3 7.800 3 5.700 4.600 4 6.600 4 8 4 9.200 4.700 10 6c.800-1.300 2-2 3.400-2C15.400 4 17 5.700 17 7.800c0 2.900-2.500 5.400-7 8.700z" />
    </svg>
  );
}

export function Down() {
  return (
    <svg viewBox="0 0 20 20" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true">
      <path d="M10 4v12m-5-5 5 5 5-5" stroke-linecap="round" stroke-linejoin="round" />
    </svg>
  );
}

export function Eye({ closed }: { closed: boolean }) {
  return (
    <svg
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      aria-hidden="true"
    >
      <path d="M2.500 10c1.800-3.300 4.300-5 7.500-5s5.700 1.700 7.500 5c-1.800 3.300-4.300 5-7.500 5s-5.700-1.700-7.500-5z" />
      <circle cx="10" cy="10" r="2.300" />
      {closed && <path d="m4 16 12-12" stroke-linecap="round" />}
    </svg>
  );
}

export function Globe() {
  return (
    <svg
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      aria-hidden="true"
    >
      <circle cx="10" cy="10" r="7" />
      <path d="M3 10h14M10 3c2.200 2 3.200 4.300 3.200 7s-1 5-3.200 7c-2.200-2-3.200-4.300-3.200-7s1-5 3.200-7z" />
    </svg>
  );
}

export function Bin() {
  return (
    <Outline>
      <path d="M3.500 5.500h13M8 5.500v-2h4v2M5.500 5.500l.700 11h7.600l.700-11M8.500 8.500v5M11.500 8.500v5" />
    </Outline>
  );
}

export function Sprout() {
  return (
    <Outline>
      <path d="M10 17v-7M10 10c0-3 2-5 6-5 0 4-2 6-6 5zM10 12c0-2.500-1.500-4-5-4 0 3.300 1.700 5 5 4z" />
    </Outline>
  );
}

export function Dots() {
  return (
    <svg viewBox="0 0 20 20" fill="currentColor" aria-hidden="true">
      <circle cx="4.5" cy="10" r="1.5" />
      <circle cx="10" cy="10" r="1.5" />
      <circle cx="15.5" cy="10" r="1.5" />
    </svg>
  );
}

export function Close() {
  return (
    <Outline>
      <path d="m5.5 5.5 9 9m0-9-9 9" />
    </Outline>
  );
}

export function Sliders() {
  return (
    <Outline>
      <path d="M3 6h8m4 0h2M3 14h2m4 0h8" />
      <circle cx="13" cy="6" r="2" />
      <circle cx="7" cy="14" r="2" />
    </Outline>
  );
}

export function Person() {
  return (
    <Outline>
      <circle cx="10" cy="7" r="3.5" />
      <path d="M3.5 17c.8-3.400 3.300-5 6.500-5s5.700 1.600 6.500 5" />
    </Outline>
  );
}

export function Lifebuoy() {
  return (
    <Outline>
      <circle cx="10" cy="10" r="7.500" />
      <circle cx="10" cy="10" r="3" />
      <path d="m4.700 4.700 3.200 3.200m4.200 4.200 3.200 3.200m0-10.600-3.200 3.200m-4.200 4.200-3.200 3.200" />
    </Outline>
  );
}
