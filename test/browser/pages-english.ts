/** What a page says in Latin letters, for languages that have others: words that nobody translated. */
import type { Page } from "playwright-core";

/** What people wrote, names (those of emoji are Unicode's), and what is the same in every language. */
const OTHERS =
  ".msg, bdi, .head h1, .rules, .quote, .said-text, .rows p, .topic-rows p, option, code, kbd, .emojis button, [translate=no]";
const SAME =
  /Rage Room|JavaScript|WebSockets?|TIMEZONE|Caps Lock|BAN|QR|admin|http:[\w.:/]+|[\w.]+@[\w.]+|\w+\.com|[\w/]*\/[\w/]+|W{9,}/g;

/** Nothing, where all is said in the reader's language. */
export function englishIn(page: Page): Promise<string[]> {
  return page.evaluate(
    ([others, same]) => {
      const said: [string, string][] = [["title", document.title]];
      for (const one of document.body.querySelectorAll("*")) {
        if (one.closest(`script, style, noscript, ${others}`)) continue;
        for (const name of ["aria-label", "title", "placeholder", "alt"])
          said.push([`${one.localName} ${name}`, one.getAttribute(name) ?? ""]);
        for (const node of one.childNodes)
          if (node instanceof Text) said.push([`${one.localName}.${one.className}`, node.data]);
      }
      return said
        .filter(([, text]) => {
          const ours = text
            .replace(/\u2068[^\u2069]*\u2069/g, "")
            .replace(new RegExp(same, "g"), "");
          return /[A-Za-z]{3,}/.test(ours);
        })
        .map(([where, text]) => `${where} says “${text.slice(0, 60)}”`);
    },
    [OTHERS, SAME.source] as const,
  );
}
