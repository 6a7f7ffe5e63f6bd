import { formatDateTime } from "#app/lib/format.ts";
import { pathsIn } from "#app/lib/paths.ts";
import type { EditFrame } from "#app/features/campaigns/edit-shell.tsx";
import type { RequestState } from "#app/features/campaigns/publish-request.ts";
import { words } from "#app/features/campaigns/words.ts";

/** What the button does for whoever looks at it: publish, ask a second person, or begin the day of waiting. */
export type Way = "direct" | "second" | "delay";

export type ShownRequest = {
  id: string;
  state: RequestState;
  revision: number;
  askedBy: string;
  askedAt: Date;
  publishAt: Date | null;
  isMine: boolean;
  /** Why an open one can be granted no more. */
  stale: "asker-gone" | "overtaken" | "rewritten" | null;
  decidedBy: string;
  reason: string;
};

type Props = {
  locale: string;
  frame: EditFrame;
  faults: number;
  version: number;
  revision: number | null;
  opensAt: Date | null;
  way: Way;
  request: ShownRequest | null;
};

/** The button that publishes or asks for it, what was asked, and the way to the end. */
export function PublishPanel(props: Props) {
  const { locale, frame, way, request } = props;
  const t = words(locale);
  const isNew = frame.state === "unpublished";
  const close = (
    <p>
      <a className="btn btn-second btn-small" href={pathsIn(locale).organizeClose(frame.slug)}>
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
  const waits = request?.state === "open" && request.stale === null;
  return (
    <div className="panel stack">
      <h2 id="publish">{t(isNew ? "publish.title" : "publish.again")}</h2>
      {request ? <Request {...props} request={request} /> : null}
      {!isNew && !frame.isChanged ? (
        <p>{t("publish.same")}</p>
      ) : waits && way !== "direct" ? null : (
        <Button {...props} />
      )}
      {isNew ? null : close}
    </div>
  );
}

/** The page may be old: its button asks, the answer is the campaign's of that moment. */
function Button({ locale, frame, faults, version, revision, opensAt, way }: Props) {
  const t = words(locale);
  const isNew = frame.state === "unpublished";
  return (
    <form className="stack" method="post" action={pathsIn(locale).organizePublish(frame.slug)}>
      <input type="hidden" name="revision" value={revision ?? 0} />
      <input type="hidden" name="version" value={version} />
      {way === "direct" ? null : <p className="small">{t(`publish.way.${way}`)}</p>}
      <p className="small">
        {opensAt
          ? t("publish.opens", { at: formatDateTime(locale, opensAt, frame.timeZone) })
          : t(isNew ? "publish.now" : way === "direct" ? "publish.change" : "publish.change.kept")}
      </p>
      <p>
        <button
          className="btn btn-wide"
          aria-disabled={faults > 0 ? true : undefined}
          aria-describedby={faults > 0 ? "why-not" : undefined}
        >
          {way === "direct" ? t(isNew ? "publish.button" : "publish.button.again") : t(`publish.button.${way}`)}
        </button>
      </p>
      {faults > 0 ? (
        <p className="meta" id="why-not">
          {t("publish.mend", { n: faults })}
        </p>
      ) : null}
    </form>
  );
}

function Request({ locale, frame, way, request }: Props & { request: ShownRequest }) {
  const t = words(locale);
  const paths = pathsIn(locale);
  const { state, revision, askedBy, publishAt, isMine, stale, decidedBy, reason } = request;
  const at = (when: Date) => formatDateTime(locale, when, frame.timeZone);
  const asked = t("request.asked", { by: askedBy, at: at(request.askedAt), revision });
  if (state !== "open") {
    if (state !== "declined" && state !== "asker-gone" && state !== "rewritten" && state !== "not-ready") return null;
    return (
      <div className="notice stack stack-sm">
        <h3>{t(`request.ended.${state}`, { by: decidedBy })}</h3>
        {reason === "" ? null : (
          <p>
            <q>
              <bdi>{reason}</bdi>
            </q>
          </p>
        )}
        <p className="small">{asked}</p>
      </div>
    );
  }
  const id = <input type="hidden" name="request" value={request.id} />;
  return (
    <div className="notice stack stack-sm">
      <h3>
        {stale
          ? t("request.stale")
          : publishAt
            ? t("request.at", { at: at(publishAt) })
            : t(isMine ? "request.waits" : "request.yours")}
      </h3>
      <p className="small">
        {asked} <a href={paths.organizeRevision(frame.slug, revision)}>{t("request.read")}</a>
      </p>
      {stale ? (
        <p>{t(`request.stale.${stale}`)}</p>
      ) : isMine ? (
        <>
          {way === "delay" && !publishAt ? <p>{t("request.alone")}</p> : null}
          <form method="post" action={paths.organizePublishTakeBack(frame.slug)}>
            {id}
            <button className="btn btn-second btn-small">{t("request.take-back")}</button>
          </form>
        </>
      ) : (
        <form className="stack stack-sm" method="post" action={paths.organizePublishApprove(frame.slug)}>
          {id}
          <p>{t("request.approve.lead")}</p>
          <p className="row">
            <button className="btn btn-small">{t("request.approve")}</button>
            <a href={paths.organizePublishDecline(frame.slug)}>{t("request.decline")}</a>
          </p>
        </form>
      )}
    </div>
  );
}
