/** Numbers, dates and lists as a reader of `locale` writes them. Dates always carry their year. */
export function formatNumber(locale: string, n: number): string {
  return new Intl.NumberFormat(locale).format(n);
}

export function formatPercent(locale: string, share: number): string {
  return new Intl.NumberFormat(locale, { style: "percent" }).format(share);
}

/** "24 November 2026"; English without a region is written day first, for readers everywhere. */
export function formatDate(locale: string, at: Date, timeZone = "UTC"): string {
  return new Intl.DateTimeFormat(dayFirst(locale), { dateStyle: "long", timeZone }).format(at);
}

/** "24 November 2026 at 14:32 UTC": with the zone, because the minute decides. */
export function formatDateTime(locale: string, at: Date, timeZone = "UTC"): string {
  return new Intl.DateTimeFormat(dayFirst(locale), {
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZone,
    timeZoneName: "short",
  }).format(at);
}

export function joinList(locale: string, parts: string[], type: "conjunction" | "disjunction" = "conjunction"): string {
  return new Intl.ListFormat(locale, { type }).format(parts);
}

function dayFirst(locale: string): string {
  return locale === "en" ? "en-GB" : locale;
}
