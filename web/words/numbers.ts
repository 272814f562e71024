type Category = Intl.LDMLPluralRule;

/**
 * How a language writes and counts numbers, by the plural categories that it has: each must have its
 * form, in which `#` stands for the number.
 */
export function numbers<C extends Category>(locale: string, _categories: readonly C[]) {
  // Made when a number is first written: most of the languages that are loaded are not read.
  let plural: Intl.PluralRules | undefined;
  let format: Intl.NumberFormat | undefined;
  const number = (n: number) => {
    format ??= new Intl.NumberFormat(locale);
    return format.format(n);
  };
  return {
    number,
    count: (n: number, forms: Record<C | "other", string>) => {
      // A browser may know other categories of a language than it has today.
      const known: Partial<Record<Category, string>> = forms;
      plural ??= new Intl.PluralRules(locale);
      return (known[plural.select(n)] ?? forms.other).replace("#", number(n));
    },
  };
}

/** Keeps a text of unknown direction from turning the sentence around it. */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}
