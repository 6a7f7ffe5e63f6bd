import { pathsIn } from "#app/lib/paths.ts";
import { Choice } from "#app/ui/choice.tsx";
import { decisionsFor, longestWhy } from "./decision.ts";
import type { Decision } from "./decision.ts";
import type { DeliveryReason, DeliveryState } from "./delivery.ts";
import { words } from "./words.ts";

export interface DecisionPartProps {
  id: string;
  state: DeliveryState;
  reason: DeliveryReason | null;
  isKept: boolean;
  mayHaveLeft: boolean;
  locale: string;
}

/** What can be decided about a delivery as it stands; each decision is posted to its own address, with a reason. */
export function DecisionPart(props: DecisionPartProps) {
  const { state, locale } = props;
  const t = words(locale);
  const possible = decisionsFor(props);
  return (
    <section className="stack" aria-labelledby="decide">
      <h2 id="decide">{t("decide.title")}</h2>
      {possible.length === 0 ? (
        <p className="muted">{state === "sending" ? t("decide.none.sending") : t("decide.none")}</p>
      ) : null}
      {possible.map((decision) => (
        <DecisionForm key={decision} decision={decision} {...props} />
      ))}
    </section>
  );
}

function DecisionForm({ decision, id, mayHaveLeft, locale }: DecisionPartProps & { decision: Decision }) {
  const t = words(locale);
  const sends = decision === "release" || decision === "re-drive";
  const why = `why-${decision}`;
  return (
    <form className="stack stack-sm hair" method="post" action={pathsIn(locale).staffDeliveryDecision(id, decision)}>
      <h3>{t(`decide.${decision}`)}</h3>
      <p className="small muted narrow">
        {t(`decide.${decision}.lead`)} {decision === "cancel" && mayHaveLeft ? t("decide.cancel.unknown") : null}
      </p>
      {sends && mayHaveLeft ? (
        <>
          <div className="notice notice-warn">
            <p>{t(`decide.may-have-left.${decision}`)}</p>
          </div>
          <Choice type="checkbox" name="even" id="even" value="yes" required label={t("decide.even")} />
        </>
      ) : null}
      <div className="field">
        <label htmlFor={why}>{t("decide.why")}</label>
        <span className="hint" id={`${why}-hint`}>
          {t("decide.why.hint")}
        </span>
        <input
          className="input"
          id={why}
          name="why"
          required
          maxLength={longestWhy}
          autoComplete="off"
          aria-describedby={`${why}-hint`}
        />
      </div>
      <p>
        <button className={decision === "cancel" ? "btn btn-danger btn-small" : "btn btn-small"}>
          {t(`decide.${decision}`)}
        </button>
      </p>
    </form>
  );
}
