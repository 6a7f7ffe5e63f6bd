import type { AppLoadContext } from "@remix-run/server-runtime";
import type { Locale } from "#app/lib/words.ts";

/** In which language somebody asks: as the address says, never what their browser is set to. */
export function localeOf(context: AppLoadContext): Locale {
  return context.locale ?? "en";
}
