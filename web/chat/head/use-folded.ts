import { type Signal, useSignal } from "@preact/signals";
import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/** Whether the folded head hides something: words that are cut, or what has no place in a low window. */
export function useFolded(head: RefObject<HTMLElement | null>, isOpen: Signal<boolean>) {
  const hides = useSignal(false);
  const seen = useRef("");
  const look = () => {
    if (!head.current || isOpen.peek()) return;
    // The button takes room itself: for the same words in the same letters and window it stays, or it would come and go for ever.
    const { textContent = "" } = head.current.querySelector(".about") ?? {};
    const { fontSize } = getComputedStyle(document.documentElement);
    const place = `${innerWidth} ${innerHeight} ${fontSize} ${textContent}`;
    const isSame = place === seen.current;
    seen.current = place;
    hides.value = (isSame && hides.peek()) || isCutIn(head.current);
  };
  // The words may change without any change of size.
  useLayoutEffect(look);
  useLayoutEffect(() => {
    if (!head.current) return;
    const resized = new ResizeObserver(look);
    resized.observe(head.current);
    return () => resized.disconnect();
  }, [head]);
  return hides;
}

function isCutIn(head: HTMLElement): boolean {
  return [...head.querySelectorAll("h1, .rules, .account, .bar > .quiet")].some((part) => {
    if (part.getClientRects().length === 0) return true;
    // A letter may reach out of its line by some pixels; what is cut is lines.
    const line = Number.parseFloat(getComputedStyle(part).lineHeight);
    return part.scrollHeight > part.clientHeight + line / 2;
  });
}
