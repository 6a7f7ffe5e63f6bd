import { IntlMessageFormat } from "intl-messageformat";

export const locales = ["en"] as const;
export type Locale = (typeof locales)[number];

export function isLocale(text: string): text is Locale {
  return locales.some((one) => one === text);
}

type Values = Record<string, string | number | Date>;

/**
 * The words of one feature: `catalogue(en)` gives a function from a locale to a translator whose keys are typed from
 * the English messages (ICU MessageFormat). A missing argument throws: a sentence is never shown with a hole.
 */
export function catalogue<M extends Record<string, string>>(
  en: M,
  others: Partial<Record<Locale, Record<keyof M, string>>> = {},
) {
  const compiled = new Map<string, IntlMessageFormat>();
  return (locale: Locale | string = "en") =>
    (key: keyof M & string, values?: Values): string => {
      const known = Object.hasOwn(others, locale) || locale === "en" ? (locale as Locale) : "en";
      const id = `${known} ${key}`;
      let message = compiled.get(id);
      if (!message) {
        const text = (known === "en" ? en : others[known])?.[key];
        if (text === undefined) throw new Error(`no message ${id}`);
        message = new IntlMessageFormat(text, known, undefined, { ignoreTag: true });
        compiled.set(id, message);
      }
      return String(message.format(values));
    };
}
