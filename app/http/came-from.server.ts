import { paths, splitLocale } from "#app/lib/paths.ts";
import { servedLocales } from "#app/lib/words.ts";

/**
 * The page of ours that led here, as its path; "" where there is none, or none that may be named: pages behind a mailed
 * link send no referrer, and if one did, its path would open somebody's page.
 */
export function cameFrom(request: Request): string {
  const referrer = request.headers.get("referer") ?? "";
  if (!URL.canParse(referrer)) return "";
  const { host, pathname } = new URL(referrer);
  const { path } = splitLocale(pathname, servedLocales(false));
  const isOpening = [paths.confirm(""), paths.personal(""), paths.invitation("")].some((start) =>
    path.startsWith(start),
  );
  return host === request.headers.get("host") && !isOpening ? pathname : "";
}
