import { pathsIn } from "#app/lib/paths.ts";
import type { ReadinessItem } from "#app/features/campaigns/readiness.ts";
import { audienceName } from "#app/features/campaigns/audience-name.ts";
import { words } from "#app/features/campaigns/words.ts";

const tags = { fault: "tag tag-danger", advised: "tag tag-warn", done: "tag tag-good" } as const;

type Props = { locale: string; slug: string; items: ReadinessItem[] };

/** What is in the way, what is advised, what is done: each leads to the field where it is mended. */
export function ReadinessList({ locale, slug, items }: Props) {
  const t = words(locale);
  return (
    <ul className="ready" role="list">
      {items.map((item, index) => (
        <li key={index}>
          <span className={tags[item.level]}>{t(`ready.level.${item.level}`)}</span>
          <span>
            {item.level === "done" ? (
              readinessSentence(locale, item)
            ) : (
              <a href={placeOf(locale, slug, item)}>{readinessSentence(locale, item)}</a>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Beside a part: what is in its own way, and how many things there are in all. */
export function ReadinessPanel({
  locale,
  slug,
  items,
  part,
  isBelow,
}: Props & { part: ReadinessItem["part"]; isBelow: boolean }) {
  const t = words(locale);
  const own = items.filter((item) => item.part === part && item.level !== "done");
  const faults = items.filter(({ level }) => level === "fault").length;
  return (
    <aside className={isBelow ? "narrow stack no-print" : "sticky stack no-print"} aria-labelledby="ready">
      <div className="panel stack">
        <div>
          <h2 id="ready">{t("ready.title")}</h2>
          <p className="small muted">{t("ready.count", { n: faults })}</p>
        </div>
        {own.length > 0 ? (
          <ReadinessList locale={locale} slug={slug} items={own} />
        ) : (
          <p className="small">{t("ready.part.done")}</p>
        )}
        <p className="small">
          <a href={pathsIn(locale).organizePublish(slug)}>{t("ready.all")}</a>
        </p>
      </div>
    </aside>
  );
}

/** The sentence of an item; names of audiences are words of the reader's language. */
export function readinessSentence(locale: string, { code, values }: ReadinessItem): string {
  const audience = "audience" in values ? audienceName(locale, String(values.audience)) : "";
  return words(locale)(`ready.${code}` as "ready.title", { ...values, audience });
}

function placeOf(locale: string, slug: string, { part, field }: ReadinessItem): string {
  const paths = pathsIn(locale);
  if (part === "organization") return field === "people" ? paths.admin() : paths.adminOrganization();
  return `${paths.organizePart(slug, part)}#${field}`;
}
