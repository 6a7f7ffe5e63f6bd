import { formatDateTime } from "#app/lib/format.ts";
import { pathsIn } from "#app/lib/paths.ts";
import type { EditFrame } from "#app/features/campaigns/edit-shell.tsx";
import { PersonaForm } from "#app/features/campaigns/persona-form.tsx";
import { ReadinessList } from "#app/features/campaigns/readiness-list.tsx";
import type { ReadinessItem } from "#app/features/campaigns/readiness.ts";
import { words } from "#app/features/campaigns/words.ts";

export type PublishPageProps = {
  locale: string;
  frame: EditFrame;
  items: ReadinessItem[];
  version: number;
  revision: number | null;
  opensAt: Date | null;
  /** Why nothing was published just now. */
  notice: { code: "overtaken" | "rewritten" | "not-ready" | "closed"; by: string } | null;
};

/** What stops publishing, what is advised, a walk through it first, and the button. */
export function PublishPage(props: PublishPageProps) {
  const { locale, frame, items, notice } = props;
  const t = words(locale);
  const { slug } = frame;
  const of = (level: ReadinessItem["level"]) => items.filter((item) => item.level === level);
  return (
    <>
      {notice ? (
        <div className="notice notice-danger" role="alert" tabIndex={-1} autoFocus>
          <h2>{t("publish.not")}</h2>
          <p>{t(`publish.not.${notice.code}`, { by: notice.by })}</p>
        </div>
      ) : null}
      <div className="edit">
        <div className="stack stack-lg">
          <section className="stack" aria-labelledby="stops">
            <h2 id="stops">{t("publish.stops")}</h2>
            {of("fault").length > 0 ? (
              <ReadinessList locale={locale} slug={slug} items={of("fault")} />
            ) : (
              <p>{t("publish.stops.nothing")}</p>
            )}
          </section>
          {of("advised").length > 0 ? (
            <section className="stack" aria-labelledby="advised">
              <h2 id="advised">{t("publish.advised")}</h2>
              <ReadinessList locale={locale} slug={slug} items={of("advised")} />
            </section>
          ) : null}
          {of("done").length > 0 ? (
            <details className="fold">
              <summary>
                <span className="grow">
                  <strong>{t("publish.done")}</strong>{" "}
                  <span className="small muted">{t("publish.done.count", { n: of("done").length })}</span>
                </span>
              </summary>
              <div className="body">
                <ReadinessList locale={locale} slug={slug} items={of("done")} />
              </div>
            </details>
          ) : null}
          <section className="stack" aria-labelledby="walk">
            <h2 id="walk">{t("publish.walk")}</h2>
            <p className="muted narrow">{t("publish.walk.lead")}</p>
            <PersonaForm locale={locale} slug={slug} as="" />
          </section>
        </div>
        <aside className="sticky stack" aria-labelledby="publish">
          <PublishPanel {...props} />
        </aside>
      </div>
    </>
  );
}

function PublishPanel({ locale, frame, items, version, revision, opensAt }: PublishPageProps) {
  const t = words(locale);
  const paths = pathsIn(locale);
  const faults = items.filter(({ level }) => level === "fault").length;
  const isNew = frame.state === "unpublished";
  const close = (
    <p>
      <a className="btn btn-second btn-small" href={paths.organizeClose(frame.slug)}>
        {t("publish.close")}
      </a>
    </p>
  );
  if (frame.state === "closed") {
    return (
      <div className="panel stack">
        <h2 id="publish">{t("publish.closed")}</h2>
        <p>{t("publish.closed.lead")}</p>
        {frame.outcome === null ? close : null}
      </div>
    );
  }
  return (
    <div className="panel stack">
      <h2 id="publish">{t(isNew ? "publish.title" : "publish.again")}</h2>
      {!isNew && !frame.isChanged ? (
        <p>{t("publish.same")}</p>
      ) : (
        <form className="stack" method="post" action={paths.organizePublish(frame.slug)}>
          <input type="hidden" name="revision" value={revision ?? 0} />
          <input type="hidden" name="version" value={version} />
          <p className="small">
            {opensAt
              ? t("publish.opens", { at: formatDateTime(locale, opensAt, frame.timeZone) })
              : t(isNew ? "publish.now" : "publish.change")}
          </p>
          {/* The page may be old: its button asks, the answer is the campaign's of that moment. */}
          <p>
            <button
              className="btn btn-wide"
              aria-disabled={faults > 0 ? true : undefined}
              aria-describedby={faults > 0 ? "why-not" : undefined}
            >
              {t(isNew ? "publish.button" : "publish.button.again")}
            </button>
          </p>
          {faults > 0 ? (
            <p className="meta" id="why-not">
              {t("publish.mend", { n: faults })}
            </p>
          ) : null}
        </form>
      )}
      {isNew ? null : close}
    </div>
  );
}
