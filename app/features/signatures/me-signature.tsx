import type { LetterStateItem } from "#app/features/letters/letter-state-item.ts";
import { LetterStates } from "#app/features/letters/letter-states.tsx";
import { pathsIn } from "#app/lib/paths.ts";
import { AsksChanged } from "./asks-changed.tsx";
import type { AsksChange } from "./asks-changed.tsx";
import { words } from "./words.ts";

/** One signature on the page of everything that an address signed. */
export interface MeSignatureItem {
  /** Stands for it on this page; means nothing elsewhere. */
  ref: string;
  state: "pending" | "confirmed" | "withdrawn";
  slug: string;
  title: string;
  /** Null until the fold gives it: no number is guessed. */
  number: string | null;
  meta: string;
  letters: LetterStateItem[];
  asks: AsksChange | null;
  canSignAgain: boolean;
  canConfirm: boolean;
}

const tones = { pending: "tag tag-warn", confirmed: "tag tag-good", withdrawn: "tag" };

/** What was signed, its letters and their states, and the way out of it. */
export function MeSignature({ locale, token, item }: { locale: string; token: string; item: MeSignatureItem }) {
  const t = words(locale);
  const paths = pathsIn(locale);
  const { ref, state, slug, title, number, meta, letters, asks, canSignAgain, canConfirm } = item;
  const word = state === "confirmed" && number !== null ? "counted" : state;
  const which = <span className="sr">{t("me.read.which", { title })}</span>;
  return (
    <section aria-labelledby={`s-${ref}`} className="stack">
      <div className="ruled stack stack-sm">
        <h2 id={`s-${ref}`}>
          <a href={paths.campaign(slug)}>
            <bdi>{title}</bdi>
          </a>
        </h2>
        <p className="meta">
          <span className={tones[state]}>{t(`me.${word}`)}</span> {meta}
        </p>
      </div>
      {letters.length > 0 ? (
        <LetterStates
          locale={locale}
          items={letters}
          action={paths.personalHandOver(token)}
          printPath={(id) => paths.personalPrint(token, id)}
        />
      ) : null}
      {asks ? (
        <AsksChanged locale={locale} id={`asks-${ref}`} level={3} change={asks} isConfirmed={state === "confirmed"} />
      ) : null}
      {state === "withdrawn" ? (
        canSignAgain ? (
          <p>
            <a href={paths.sign(slug)}>
              {t("withdrawn.again")}
              {which}
            </a>
          </p>
        ) : null
      ) : (
        <div className="row no-print">
          {canConfirm ? (
            <form method="post" action={paths.personalConfirm(token, ref)}>
              <button className="btn btn-small">
                {t("me.read")}
                {which}
              </button>
            </form>
          ) : null}
          <a
            className={state === "pending" ? "btn btn-plain btn-small" : "btn btn-second btn-small"}
            href={paths.personalWithdraw(token, ref)}
          >
            {state === "pending" ? t("me.delete") : t("me.withdraw")}
            {which}
          </a>
          <span className="small muted">{t("me.withdraw.hint")}</span>
        </div>
      )}
    </section>
  );
}
