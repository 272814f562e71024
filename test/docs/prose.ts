/** The pages of the project's prose, and what they name. */
import { join } from "node:path";

export const ROOT = join(import.meta.dir, "../..");

/** Bun's glob finds nothing where braces hold a pattern with `**`. */
const PAGES = ["*.md", "docs/**/*.md", "bench/*.md", "client/*.md"];

export interface Page {
  /** From the root of the checkout. */
  path: string;
  text: string;
}

/** Something a page says, where, as `page:line`, and what stands around it. */
export interface Named {
  at: string;
  text: string;
  context: string;
}

export async function readPages(): Promise<Page[]> {
  const paths = PAGES.flatMap((pattern) => [...new Bun.Glob(pattern).scanSync(ROOT)]);
  return await Promise.all(
    paths.toSorted().map(async (path) => ({ path, text: await Bun.file(join(ROOT, path)).text() })),
  );
}

/** What stands between backticks in the running text and in tables. */
export function inlineCode(page: Page): Named[] {
  const prose = page.text.replace(FENCE, (block) => block.replaceAll(/[^\n]/g, " "));
  return [...prose.matchAll(/`([^`]+)`/g)].map((found) => ({
    at: `${page.path}:${lineAt(page.text, found.index)}`,
    text: (found[1] ?? "").replaceAll("\n", " "),
    context: contextAt(page.text, found.index),
  }));
}

export interface Block extends Named {
  language: string;
}

export function blocks(page: Page): Block[] {
  return [...page.text.matchAll(FENCE)].map((found) => ({
    at: `${page.path}:${lineAt(page.text, found.index) + 1}`,
    language: found[1] ?? "",
    text: found[2] ?? "",
    context: contextAt(page.text, found.index),
  }));
}

export function sections(page: Page): Named[] {
  const starts = [0, ...[...page.text.matchAll(/^#{2,3} /gm)].map(({ index }) => index)];
  return starts.map((start, at) => ({
    at: `${page.path}:${lineAt(page.text, start)}`,
    text: page.text.slice(start, starts[at + 1]),
    context: "",
  }));
}

/** The cells of each row of the first table below a heading or a sentence. */
export function tableBelow({ path, text }: Page, lead: string): string[][] {
  const start = text.indexOf(lead);
  if (start === -1) throw new Error(`${path} has no “${lead}”.`);
  const [table = ""] = /(?:^\|.*\n)+/m.exec(text.slice(start)) ?? [];
  const rows = table.trim().split("\n").slice(2);
  return rows.map((row) =>
    row
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim()),
  );
}

const FENCE = /^```(\w*)\n([\s\S]*?)^```$/gm;

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split("\n").length;
}

/** The row of a table, or the section, and what the page says before its first section. */
function contextAt(text: string, index: number): string {
  const [lead = ""] = text.split(/^## /m);
  const line = text.slice(text.lastIndexOf("\n", index) + 1, text.indexOf("\n", index));
  if (line.startsWith("|")) return `${lead}\n${line}`;
  const start = Math.max(text.lastIndexOf("\n#", index), 0);
  const end = text.indexOf("\n#", index);
  return `${lead}\n${text.slice(start, end === -1 ? text.length : end)}`;
}
