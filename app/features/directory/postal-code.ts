/** ISO countries whose postal codes are ZIP codes of the US Postal Service and who elect a delegate to the US House. */
const underCongress = new Set(["US", "PR", "GU", "VI", "AS", "MP"]);

/** Whether people in this country (ISO 3166-1 alpha-2) are represented in the US Congress. */
export function isUnderCongress(country: string): boolean {
  return underCongress.has(country.toUpperCase());
}

/** The five digits of a ZIP code as people type it ("91205", " 91205-1234 "); null when it is none. */
export function normalizePostalCode(text: string): string | null {
  return /^(\d{5})(?:[-\u2010-\u2013 ]?\d{4})?$/.exec(text.trim())?.[1] ?? null;
}
