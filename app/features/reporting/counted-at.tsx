import { formatDateTime } from "#app/lib/format.ts";
import { words } from "./words.ts";

/** When the figures of the page were counted; `refresh`: the page's own address, read anew. */
export function CountedAt({ at, refresh, locale }: { at: Date | string; refresh: string; locale: string }) {
  const t = words(locale);
  const instant = new Date(at);
  return (
    <p className="meta" data-live="at">
      {t("at.counted")} <time dateTime={instant.toISOString()}>{formatDateTime(locale, instant)}</time>
      <span className="no-print">
        {" "}
        · <a href={refresh}>{t("at.refresh")}</a>
      </span>
    </p>
  );
}
