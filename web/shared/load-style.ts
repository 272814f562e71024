/**
 * Loads the stylesheet of a part that does not come with the page: to be awaited before the part is there.
 * `file`: as it is imported with the type `file`.
 */
export function loadStyle(file: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = new URL(file, import.meta.url).href;
  link.onload = () => resolve();
  link.onerror = () => {
    link.remove();
    reject(new Error(`${link.href} did not come.`));
  };
  document.head.append(link);
  return promise;
}
