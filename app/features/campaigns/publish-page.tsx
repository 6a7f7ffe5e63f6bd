import type { EditFrame } from "#app/features/campaigns/edit-shell.tsx";
import { PersonaForm } from "#app/features/campaigns/persona-form.tsx";
import { PublishPanel } from "#app/features/campaigns/publish-panel.tsx";
import type { ShownRequest, Way } from "#app/features/campaigns/publish-panel.tsx";
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
  notice: { code: NotPublishedCode; by: string } | null;
  way: Way;
  request: ShownRequest | null;
};

/** Why a button of this page did nothing; some come back from a button of its own in the address. */
export const notPublishedCodes = ["not-ready", "closed", "own", "asker-gone", "request-rewritten", "decided"] as const;
type NotPublishedCode = (typeof notPublishedCodes)[number] | "overtaken" | "rewritten";

/** What stops publishing, what is advised, a walk through it first, and the button. */
export function PublishPage(props: PublishPageProps) {
  const { locale, frame, notice } = props;
  const t = words(locale);
  return (
    <>
      {notice ? (
        <div className="notice notice-danger" role="alert" tabIndex={-1} autoFocus>
          <h2>{t("publish.not")}</h2>
          <p>{t(`publish.not.${notice.code}`, { by: notice.by })}</p>
        </div>
      ) : null}
      {frame.state === "closed" ? (
        <div className="narrow">
          <PublishPanel {...props} faults={0} />
        </div>
      ) : (
        <Ways {...props} />
      )}
    </>
  );
}

/** What is in the way, a walk through it, and beside them the button: as long as something can be published. */
function Ways(props: PublishPageProps) {
  const { locale, frame, items } = props;
  const t = words(locale);
  const { slug } = frame;
  const of = (level: ReadinessItem["level"]) => items.filter((item) => item.level === level);
  return (
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
        <PublishPanel {...props} faults={of("fault").length} />
      </aside>
    </div>
  );
}
