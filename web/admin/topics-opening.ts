import { useSignal } from "@preact/signals";
import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/**
 * A form that opens in the place of a button; when it closes the button has the focus again, unless
 * whoever saved it went on to something else before the answer came.
 */
export function useOpening(): {
  isOpen: boolean;
  opener: RefObject<HTMLButtonElement | null>;
  open: () => void;
  close: () => void;
} {
  const isOpen = useSignal(false);
  const wasOpen = useRef(false);
  const opener = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const isNowhere = document.activeElement === document.body;
    if (wasOpen.current && !isOpen.value && isNowhere) opener.current?.focus();
    wasOpen.current = isOpen.value;
  }, [isOpen.value]);
  return {
    isOpen: isOpen.value,
    opener,
    open: () => {
      isOpen.value = true;
    },
    close: () => {
      isOpen.value = false;
    },
  };
}
