import { languageOf } from "./words.ts";

/** Numbers, dates and lists as a reader of `locale` writes them. Dates always carry their year. */
export function formatNumber(locale: string, n: number): string {
  return numbers(locale, {}).format(n);
}

/** Whole percents; some, but less than half of one, is not told as none. */
export function formatPercent(locale: string, share: number): string {
  const percent = numbers(locale, { style: "percent" });
  return share > 0 && share < 0.005 ? `<${percent.format(0.01)}` : percent.format(share);
}

/** "24 November 2026"; English without a region is written day first, for readers everywhere. */
export function formatDate(locale: string, at: Date, timeZone = "UTC"): string {
  return dates(dayFirst(locale), { dateStyle: "long", timeZone }).format(at);
}

/** "24 Nov": where the year stands beside it, along the axis of a chart. */
export function formatShortDay(locale: string, at: Date, timeZone = "UTC"): string {
  return dates(dayFirst(locale), { day: "numeric", month: "short", timeZone }).format(at);
}

/** "24 November 2026 at 14:32 EST": with the zone, because the minute decides, by its name where English has one. */
export function formatDateTime(locale: string, at: Date, timeZone = "UTC"): string {
  const options = { timeZone, timeZoneName: "short" } as const;
  const written = dates(dayFirst(locale), {
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    ...options,
  }).formatToParts(at);
  const american = () => dates("en-US", options).formatToParts(at).find(isZone)?.value;
  const isNumber = (zone: string) => languageOf(locale) === "en" && /^GMT[+-]/.test(zone);
  return written.map((part) => (isZone(part) && isNumber(part.value) && american()) || part.value).join("");
}

export function joinList(locale: string, parts: string[], type: "conjunction" | "disjunction" = "conjunction"): string {
  return lists(locale, { type }).format(parts);
}

const isZone = ({ type }: Intl.DateTimeFormatPart) => type === "timeZoneName";

function dayFirst(locale: string): string {
  return languageOf(locale) === "en" ? "en-GB" : locale;
}

const numbers = kept((locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options));
const dates = kept((locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options));
const lists = kept((locale, options: Intl.ListFormatOptions) => new Intl.ListFormat(locale, options));

/** Making a formatter costs a hundred times its use. Locales and zones are few: those of our catalogues and campaigns. */
function kept<O, F>(make: (language: string, options: O) => F): (locale: string, options: O) => F {
  const formats = new Map<string, F>();
  return (locale, options) => {
    const language = languageOf(locale);
    const key = `${language} ${JSON.stringify(options)}`;
    const found = formats.get(key) ?? make(language, options);
    formats.set(key, found);
    return found;
  };
}
