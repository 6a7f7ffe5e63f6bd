import { formatDateTime, formatNumber } from "#app/lib/format.ts";
import { DecisionPart } from "./decision-part.tsx";
import { decisions } from "./decision.ts";
import type { DecisionNotice } from "./decision.ts";
import { causeWords, reasonWords, stateTags, whatWords } from "./delivery-words.ts";
import type { DeliveryKind, DeliveryReason, DeliveryState } from "./delivery.ts";
import { words } from "./words.ts";

export interface DeliveryPageProps {
  id: string;
  kind: DeliveryKind;
  campaign: string | null;
  office: string | null;
  state: DeliveryState;
  reason: DeliveryReason | null;
  attempts: number;
  isKept: boolean;
  mayHaveLeft: boolean;
  /** Under which the mail service was last asked, and its own number. */
  serviceKey: string;
  providerId: string | null;
  /** `who` and `why`: where a person decided it. */
  moves: { id: number; at: string; to: DeliveryState; cause: string; who: string | null; why: string | null }[];
  /** What was just decided, or why nothing was. */
  notice: DecisionNotice | null;
  locale: string;
}

/** One delivery: what it is, every move that it made, and what can be decided about it. */
export function DeliveryPage(props: DeliveryPageProps) {
  const { notice, locale } = props;
  const t = words(locale);
  const isDone = notice !== null && Object.hasOwn(decisions, notice);
  return (
    <>
      {notice === null ? null : (
        <div className={isDone ? "notice notice-good" : "notice notice-warn"} role={isDone ? "status" : "alert"}>
          <p>{t(`notice.${notice}`)}</p>
        </div>
      )}
      <Facts {...props} />
      <History {...props} />
      <DecisionPart {...props} />
    </>
  );
}

function Facts(props: DeliveryPageProps) {
  const { kind, campaign, office, state, reason, attempts, isKept, serviceKey, providerId, locale } = props;
  const t = words(locale);
  const why = reasonWords(locale, state, reason);
  const canGo = state === "held" || state === "failed";
  return (
    <dl className="facts">
      <div>
        <dt>{t("delivery.what")}</dt>
        <dd>{whatWords(locale, kind, office)}</dd>
      </div>
      {campaign === null ? null : (
        <div>
          <dt>{t("delivery.campaign")}</dt>
          <dd>{campaign}</dd>
        </div>
      )}
      <div>
        <dt>{t("delivery.status")}</dt>
        <dd>
          <span className={stateTags[state]}>{t(`state.${state}`)}</span> {why}
        </dd>
      </div>
      <div>
        <dt>{t("delivery.person")}</dt>
        <dd>
          {t("delivery.person.none")} {canGo && !isKept ? t("delivery.text.wiped") : null}
        </dd>
      </div>
      <div>
        <dt>{t("delivery.tries")}</dt>
        <dd>{formatNumber(locale, attempts)}</dd>
      </div>
      <div>
        <dt>{t("delivery.key")}</dt>
        <dd className="code">{serviceKey}</dd>
      </div>
      <div>
        <dt>{t("delivery.provider")}</dt>
        <dd className={providerId === null ? undefined : "code"}>{providerId ?? t("delivery.provider.none")}</dd>
      </div>
    </dl>
  );
}

function History({ moves, locale }: DeliveryPageProps) {
  const t = words(locale);
  return (
    <section className="stack" aria-labelledby="history">
      <h2 id="history">{t("delivery.history")}</h2>
      <ol className="entries" role="list">
        {moves.map(({ id, at, to, cause, who, why }) => (
          <li key={id}>
            <time dateTime={at}>{formatDateTime(locale, new Date(at))}</time>
            <div>
              <strong>{t(`state.${to}`)}</strong>{" "}
              <span className="muted">
                {causeWords(locale, cause, who)}
                {why === null ? null : <bdi> {t("delivery.said", { why })}</bdi>}
              </span>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
