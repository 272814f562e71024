/**
 * Loads a part that does not come with the page. A browser that failed to import a file fails at once
 * ever after, with all that import it: so each file is fetched before, which may fail and be tried
 * again, and imported from what the browser keeps. One bad moment is tried again at once, under another
 * address. `load` is to be an import and no more, whose address is read from it.
 */
export async function loadPart<T>(load: () => Promise<T>): Promise<T> {
  const [, path] = /import\("([^"]+)"\)/.exec(String(load)) ?? [];
  return path === undefined ? load() : loadFile(path, load);
}

/** The same for a file whose name is made while the page runs. */
export async function loadFile<T>(
  path: string,
  load = (at: string): Promise<T> => import(at),
): Promise<T> {
  const { href } = new URL(path, import.meta.url);
  try {
    await fetchAll(href, new Set());
    return await load(href);
  } catch {
    const anew = `${href}?${crypto.randomUUID()}`;
    await fetchAll(anew, new Set());
    const again: T = await import(anew);
    return again;
  }
}

/** A file and those that it imports. */
async function fetchAll(address: string, asked: Set<string>): Promise<void> {
  if (asked.has(address)) return;
  asked.add(address);
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} is not there: ${response.status}.`);
  const imported = (await response.text()).matchAll(/\b(?:from|import)"(\.\/[^"]+)"/g);
  await Promise.all(
    [...imported].map(([, path = ""]) => fetchAll(new URL(path, address).href, asked)),
  );
}
