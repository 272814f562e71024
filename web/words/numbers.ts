/** The forms a language counts in; `#` stands for the number. */
type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** How a language writes and counts numbers. */
export function numbers(locale: string) {
  const plural = new Intl.PluralRules(locale);
  const format = new Intl.NumberFormat(locale);
  return {
    number: (n: number) => format.format(n),
    count: (n: number, forms: Forms) =>
      (forms[plural.select(n)] ?? forms.other).replace("#", format.format(n)),
  };
}

/** Keeps a text of unknown direction from turning the sentence around it. */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}
