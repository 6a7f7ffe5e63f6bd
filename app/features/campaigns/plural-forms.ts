/**
 * The forms of a counted phrase in a language, by plural category, with `{n}` where the number stands: what a browser
 * module needs to say a new number in the page's own words.
 */
export function pluralForms(locale: string, phrase: (n: number) => string): Record<string, string> {
  const rules = new Intl.PluralRules(locale);
  const number = new Intl.NumberFormat(locale);
  const forms: Record<string, string> = {};
  for (let n = 1; n <= 200; n += 1) {
    const category = rules.select(n);
    forms[category] ??= phrase(n).replace(number.format(n), "{n}");
  }
  return forms;
}
