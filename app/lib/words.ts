import { IntlMessageFormat } from "intl-messageformat";
import { marked } from "./pseudo-locale.ts";

/** The languages in which the site has words of its own. */
const written = ["en"] as const;
/** English turned round, made of the catalogue by itself: it finds what was left in the code, and is nobody's language. */
const pseudo = "en-XB";

export type Locale = (typeof written)[number] | typeof pseudo;

/** Under which locales the site answers: the pseudo-locale only where nobody comes to read. */
export function servedLocales(isProduction: boolean): readonly Locale[] {
  return isProduction ? written : [...written, pseudo];
}

export function isLocale(text: string): text is Locale {
  return servedLocales(false).some((one) => one === text);
}

/** From which side its lines begin. */
export function dirOf(locale: string): "ltr" | "rtl" {
  return locale === pseudo ? "rtl" : "ltr";
}

/** How a passage in `lang` says so on a page in `locale`: an element's attributes, none where it is the page's own. */
export function passageIn(lang: string, locale: string): { lang?: string; dir?: "ltr" | "rtl" } {
  return lang === locale ? {} : { lang, dir: dirOf(lang) };
}

/** The language of what `locale` says, as `Intl` knows it: it has never heard of ours that is none. */
export function languageOf(locale: string): string {
  return locale === pseudo ? "en" : locale;
}

type Values = Record<string, string | number | Date>;
type Written = (typeof written)[number];

/**
 * The words of one feature: `catalogue(en)` gives a function from a locale to a translator whose keys are typed from
 * the English messages (ICU MessageFormat). A missing argument throws: a sentence is never shown with a hole.
 */
export function catalogue<M extends Record<string, string>>(
  en: M,
  others: Partial<Record<Written, Record<keyof M, string>>> = {},
) {
  const compiled = new Map<string, IntlMessageFormat>();
  return (locale: Locale | string = "en") =>
    (key: keyof M & string, values?: Values): string => {
      const known = locale === pseudo || Object.hasOwn(others, locale) ? (locale as Locale) : "en";
      const id = `${known} ${key}`;
      let message = compiled.get(id);
      if (!message) {
        const text = (known === "en" || known === pseudo ? en : others[known])?.[key];
        if (text === undefined) throw new Error(`no message ${id}`);
        const plain = new IntlMessageFormat(text, languageOf(known), undefined, { ignoreTag: true });
        message = known === pseudo ? new IntlMessageFormat(marked(plain.getAst()), "en") : plain;
        compiled.set(id, message);
      }
      return String(message.format(values));
    };
}
