/**
 * Keeps the page as high as what is seen of it. Where an on-screen keyboard lies over the page
 * instead of making it smaller, as on an iPhone, it would lie over what is being written.
 */
export function followViewport(): void {
  const seen = globalThis.visualViewport;
  if (!seen) return;
  seen.addEventListener("resize", () => {
    // Who has zoomed in sees less of the page, and wants it as it was.
    const isCovered = seen.scale === 1 && seen.height < innerHeight - 1;
    document.body.style.height = isCovered ? `${seen.height}px` : "";
    if (isCovered) scrollTo(0, 0);
  });
}
