import { useRouteLoaderData } from "@remix-run/react";
import { isLocale } from "#app/lib/words.ts";
import type { Locale } from "#app/lib/words.ts";

/** The locale of the page, as the root's loader has it; English where that loader is what failed. */
export function useLocale(): Locale {
  return localeIn([{ id: "root", data: useRouteLoaderData("root") }]);
}

/** The same for `meta`, which may use no hook. */
export function localeIn(matches: readonly ({ id: string; data: unknown } | undefined)[]): Locale {
  const data = matches.find((match) => match?.id === "root")?.data;
  const locale = typeof data === "object" && data !== null && "locale" in data ? data.locale : null;
  return typeof locale === "string" && isLocale(locale) ? locale : "en";
}
