import { Outline } from "../../shared/outline.tsx";

/** Drawn as those of `web/shared/icons.tsx` are. */
export function Pause() {
  return (
    <svg viewBox="0 0 20 20" fill="currentColor" aria-hidden="true">
      <rect x="5" y="4" width="3.500" height="12" rx="1" />
      <rect x="11.500" y="4" width="3.500" height="12" rx="1" />
    </svg>
  );
}

export function Hourglass() {
  return (
    <Outline>
      <path d="M5 3h10M5 17h10M6 3c0 4 4 5 4 7s-4 3-4 7M14 3c0 4-4 5-4 7s4 3 4 7" />
    </Outline>
  );
}

export function HiddenEye() {
  return (
    <Outline>
      <path d="M2 10c2-3.500 5-5 8-5s6 1.500 8 5c-2 3.500-5 5-8 5s-6-1.500-8-5zM4 17 16 3" />
    </Outline>
  );
}

export function Flag() {
  return (
    <Outline>
      <path d="M5 18V3h10l-2 3.500 2 3.500H5" />
    </Outline>
  );
}
