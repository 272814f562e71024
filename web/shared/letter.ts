/**
 * The letter or digit of a key. Where its layout has letters of another writing, or signs in the row
 * of digits, the one that stands there on most keyboards.
 */
export function letterOf({ key, code }: Pick<KeyboardEvent, "key" | "code">): string {
  if (/^[a-z0-9]$/i.test(key)) return key.toLowerCase();
  const [, digit] = /^Digit(\d)$/.exec(code) ?? [];
  const [, letter] = /^\p{L}$/u.test(key) ? (/^Key([A-Z])$/.exec(code) ?? []) : [];
  return (digit ?? letter ?? "").toLowerCase();
}

export const hasModifier = ({ ctrlKey, altKey, metaKey }: KeyboardEvent) =>
  ctrlKey || altKey || metaKey;
