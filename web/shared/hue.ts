const HUES = 8;

/** The colour of a name: the same on every page and every day. */
export function hue(name: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) {
    hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  }
  return `var(--n${(hash >>> 0) % HUES})`;
}
