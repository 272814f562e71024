type Category = Intl.LDMLPluralRule;

/**
 * How a language writes and counts numbers, by the plural categories that it has: each must have its
 * form, in which `#` stands for the number.
 */
export function numbers<C extends Category>(locale: string, _categories: readonly C[]) {
  const plural = new Intl.PluralRules(locale);
  const format = new Intl.NumberFormat(locale);
  return {
    number: (n: number) => format.format(n),
    count: (n: number, forms: Record<C | "other", string>) => {
      // A browser may know other categories of a language than it has today.
      const known: Partial<Record<Category, string>> = forms;
      return (known[plural.select(n)] ?? forms.other).replace("#", format.format(n));
    },
  };
}

/** Keeps a text of unknown direction from turning the sentence around it. */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}
