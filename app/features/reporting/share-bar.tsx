import { formatPercent } from "#app/lib/format.ts";
import { partOf, shareParts } from "./letter-fate.ts";
import type { LetterCounts } from "./letter-fate.ts";
import { words } from "./words.ts";

/** Letters by status in one line, always in the same order; the numbers stand in a table. */
export function ShareBar({ letters, locale }: { letters: LetterCounts; locale: string }) {
  const t = words(locale);
  const parts = shareParts.map(({ part, className, fates }) => ({ part, className, n: partOf(letters, fates) }));
  const all = parts.reduce((sum, { n }) => sum + n, 0);
  if (all === 0) return null;
  const share = (n: number) => `${Math.round((n / all) * 1000) / 10}%`;
  let before = 0;
  return (
    <>
      <svg className="split" width="100%" height="10" aria-hidden="true">
        {parts.map(({ part, className, n }) => {
          const x = share(before);
          before += n;
          return n > 0 ? <rect key={part} className={className} x={x} width={share(n)} height="100%" /> : null;
        })}
      </svg>
      <span className="sr">
        {parts
          .filter(({ n }) => n > 0)
          .map(({ part, n }) => `${t(`part.${part}`)}: ${formatPercent(locale, n / all)}`)
          .join(", ")}
      </span>
    </>
  );
}

/** What the colours of share bars mean. */
export function ShareKey({ locale }: { locale: string }) {
  const t = words(locale);
  return (
    <ul className="key" role="list" aria-label={t("part.label")}>
      {shareParts.map(({ part, className }) => (
        <li key={part}>
          <i className={className} />
          {t(`part.${part}`)}
        </li>
      ))}
    </ul>
  );
}

/** How much of the whole one figure is. */
export function Bar({ share }: { share: number }) {
  return (
    <svg className="split" width="100%" height="10" aria-hidden="true">
      <rect className="k1" width={`${Math.round(Math.min(1, share) * 1000) / 10}%`} height="100%" />
    </svg>
  );
}
