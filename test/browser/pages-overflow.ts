/** What a page cuts, or pushes out of the window, as its elements measure it. */
import type { Page } from "playwright-core";

/** Scrolls by itself from side to side, and says so by its looks. */
const SCROLLS = ".desk, .tool, .tool *, .plots *";
/** Is there for no eye, drawn by the browser, or cut on purpose: the spark of the fuse, and a name in a quote. */
const UNSEEN =
  ".skip, .unseen, .unseen *, option, select, svg, svg *, i, input, textarea, .fuse, .quote .name";
/** So much of what is quoted is seen at least. */
const QUOTED = 3;

/** What a look at a page finds. */
interface Measured {
  /** Of the page's letters. */
  fontSize: string;
  /** Nothing, where all is well. */
  overflow: string[];
}

export async function overflowIn(page: Page): Promise<string[]> {
  return (await measure(page)).overflow;
}

export function measure(page: Page): Promise<Measured> {
  return page.evaluate(
    ([scrolls, unseen, quoted]) => {
      const found: string[] = [];
      const wide = document.documentElement.scrollWidth;
      if (wide > innerWidth) found.push(`the page is ${wide} wide`);
      for (const one of document.body.querySelectorAll<HTMLElement>("*")) {
        if (one.matches(unseen) || one.matches(scrolls) || !one.checkVisibility()) continue;
        const { left, right, width, height } = one.getBoundingClientRect();
        if (width <= 1 || height <= 1) continue;
        const name = `${one.localName}.${one.className} “${one.textContent?.slice(0, 40)}”`;
        const isOut = left < -1 || right > innerWidth + 1;
        if (isOut) found.push(`${name} from ${left.toFixed(0)} to ${right.toFixed(0)}`);
        const { display, overflowX } = getComputedStyle(one);
        const holdsWords = [...one.childNodes].some(
          (node) => node instanceof Text && node.data.trim() !== "",
        );
        const counts = display !== "inline" && (holdsWords || overflowX !== "visible");
        if (counts && !isOut && one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0)
          found.push(`${name} has ${one.scrollWidth} in ${one.clientWidth}`);
      }
      for (const quote of document.querySelectorAll(".said > .quote")) {
        const [words, letters] = [quote.lastChild, document.createRange()];
        if (!words || !quote.checkVisibility()) continue;
        letters.setStart(words, 0);
        letters.setEnd(words, quoted);
        const [box, seen] = [quote.getBoundingClientRect(), letters.getBoundingClientRect()];
        const isOut = seen.left < box.left || seen.right > box.right || seen.bottom > box.bottom;
        if (isOut) found.push("a quote is a name alone");
      }
      const send = document.querySelector("footer .send");
      const below = send?.checkVisibility() ? send.getBoundingClientRect().bottom - innerHeight : 0;
      if (below > 1) found.push(`Send ends ${below.toFixed(0)} px below the window`);
      const search = document.querySelector(".picker input");
      if (search) {
        const { left, top, width, height } = search.getBoundingClientRect();
        const seen = document.elementFromPoint(left + width / 2, top + height / 2);
        if (seen !== search) found.push("what finds emoji is out of sight");
      }
      const box = document.querySelector("textarea#message");
      if (box instanceof HTMLTextAreaElement && box.checkVisibility()) {
        const pen = document.createElement("canvas").getContext("2d");
        const { font, paddingLeft, paddingRight } = getComputedStyle(box);
        if (pen) pen.font = font;
        const letters = "abcdefghijklmnopqrstuvwxyz";
        const letter = (pen?.measureText(letters).width ?? 0) / letters.length;
        const room =
          box.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
        if (room < 15 * letter) found.push(`${Math.floor(room / letter)} letters a line`);
      }
      return { fontSize: getComputedStyle(document.body).fontSize, overflow: found };
    },
    [SCROLLS, UNSEEN, QUOTED] as const,
  );
}
