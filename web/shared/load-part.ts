/**
 * Loads a part that does not come with the page. A browser that failed to import an address fails
 * at once ever after, so a second try asks under another; `load` is to be an import and no more,
 * whose address is read from it.
 */
export async function loadPart<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    const [, path] = /import\("([^"]+)"\)/.exec(String(load)) ?? [];
    if (path === undefined) throw error;
    const again: T = await import(`${new URL(path, import.meta.url)}?${crypto.randomUUID()}`);
    return again;
  }
}
