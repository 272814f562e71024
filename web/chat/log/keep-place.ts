import { ROW } from "./row.ts";

/**
 * Before the log grows above what is seen; what it returns is to be called after. Not every browser keeps
 * what is seen in its place by itself, and none at the very top.
 */
export function keepPlace(): () => void {
  const pane = document.querySelector("main");
  const edge = pane?.getBoundingClientRect().top ?? 0;
  const row = [...(pane?.querySelectorAll(ROW) ?? [])].find(
    (one) => one.getBoundingClientRect().bottom > edge,
  );
  if (!pane || !row) return () => undefined;
  const { top } = row.getBoundingClientRect();
  pane.style.overflowAnchor = "none";
  return () => {
    if (row.isConnected) pane.scrollTop += row.getBoundingClientRect().top - top;
    requestAnimationFrame(() => pane.style.removeProperty("overflow-anchor"));
  };
}
