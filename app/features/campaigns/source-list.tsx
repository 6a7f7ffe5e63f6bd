import { formatDate } from "#app/lib/format.ts";
import { pathsIn } from "#app/lib/paths.ts";
import type { Source } from "#app/features/campaigns/campaign.ts";
import type { PublicCampaign } from "#app/features/campaigns/public-campaign.ts";
import { words } from "#app/features/campaigns/words.ts";
import { passageIn } from "#app/lib/words.ts";

/** A number that points to a source of the page. */
export function SourceRef({ locale, n }: { locale: string; n: number }) {
  return (
    <span className="ref">
      <a href={`#s${n}`} aria-label={words(locale)("page.source", { n })}>
        {n}
      </a>
    </span>
  );
}

/** The sources by number, and whom to tell when one is wrong. */
export function SourceList({
  locale,
  campaign,
}: {
  locale: string;
  campaign: Pick<PublicCampaign, "locale" | "sources">;
}) {
  const t = words(locale);
  return (
    <section aria-labelledby="sources" className="stack">
      <h2 id="sources" className="ruled">
        {t("page.sources")}
      </h2>
      <ol className="sources" {...passageIn(campaign.locale, locale)}>
        {campaign.sources.map((source) => (
          <li id={`s${source.position}`} value={source.position} key={source.position}>
            <SourceLine locale={locale} source={source} />
          </li>
        ))}
      </ol>
      <p className="small muted">
        {t("page.wrong")} <a href={pathsIn(locale).report()}>{t("page.wrong.tell")}</a>.
      </p>
    </section>
  );
}

function SourceLine({ locale, source }: { locale: string; source: Source }) {
  const text = [source.publisher, source.title].filter(Boolean).join(": ") || source.url;
  const date = source.publishedOn === null ? null : formatDate(locale, new Date(`${source.publishedOn}T00:00:00Z`));
  return (
    <>
      {source.url !== null && /^https?:\/\/[^/]/.test(source.url) ? <a href={source.url}>{text}</a> : text}
      {date !== null && ` ${date}`}
    </>
  );
}
