import { ShareStep } from "#app/features/campaigns/share-step.tsx";
import type { Share } from "#app/features/campaigns/share-step.tsx";
import type { LetterStateItem } from "#app/features/letters/letter-state-item.ts";
import { LetterStates } from "#app/features/letters/letter-states.tsx";
import { formatNumber } from "#app/lib/format.ts";
import { pathsIn } from "#app/lib/paths.ts";
import { AsksChanged } from "./asks-changed.tsx";
import type { AsksChange } from "./asks-changed.tsx";
import { WriteForm } from "./confirm-page.tsx";
import { ShownOfMe } from "./shown-of-me.tsx";
import type { Display } from "./signature.ts";
import { TakeBack } from "./take-back.tsx";
import { ToldNotice } from "./told-notice.tsx";
import type { Told } from "./told-notice.tsx";
import { words } from "./words.ts";

export interface ConfirmedPageProps {
  locale: string;
  slug: string;
  /** The mailed link's; null in a browser that holds only the cookie given behind it. */
  token: string | null;
  title: string;
  /** Null until the fold gives it: no number is guessed. */
  number: number | null;
  letters: LetterStateItem[];
  canWrite: boolean;
  /** What can be passed on; null where nobody can sign any more. */
  share: Share | null;
  /** What the public sees; what can be changed and taken back stands behind the mailed link alone. */
  display?: Display;
  /** What has changed in the asks since the signature was given. */
  asks?: AsksChange | null;
  /** What was done just now. */
  told?: Told | null;
}

/** The person's to-do list behind the mailed link, from then on. */
export function ConfirmedPage(props: ConfirmedPageProps) {
  const { locale, slug, token, title, number, letters, canWrite, share, display, asks, told } = props;
  const t = words(locale);
  const paths = pathsIn(locale);
  const todo = letters.filter(({ needsWriter }) => needsWriter).length;
  const lead =
    letters.length === 0
      ? t(canWrite ? "done.lead.none" : "done.lead.plain")
      : todo > 0
        ? t("done.lead.todo", { n: todo })
        : t("done.lead");
  return (
    <div className="with-aside">
      <div className="stack stack-xl">
        <header className="stack">
          {told ? <ToldNotice locale={locale} what={told} /> : null}
          <p className="kicker">
            <bdi>{title}</bdi>
          </p>
          <h1 className="headline">
            {number === null ? t("done.headline") : t("done.headline.number", { number: formatNumber(locale, number) })}
          </h1>
          <p className="standfirst">{lead}</p>
        </header>
        {asks && token !== null ? (
          <AsksChanged locale={locale} id="asks" level={2} change={asks} isConfirmed>
            <p className="no-print">
              <a className="btn btn-second btn-small" href={paths.confirmWithdraw(token)}>
                {t("me.withdraw")}
              </a>
            </p>
          </AsksChanged>
        ) : null}
        {letters.length > 0 ? (
          <section aria-labelledby="letters" className="stack">
            <h2 id="letters" className="ruled">
              {t("thanks.letters")}
            </h2>
            <LetterStates
              locale={locale}
              items={letters}
              action={token === null ? paths.handOver(slug) : paths.confirmHandOver(token)}
              printPath={(id) => (token === null ? paths.letterPrint(slug, id) : paths.confirmPrint(token, id))}
            />
          </section>
        ) : null}
        {!canWrite ? null : token === null ? (
          <p>
            <a href={paths.letter(slug)}>{t("done.write")}</a>
          </p>
        ) : (
          <WriteForm locale={locale} token={token} label={t("done.write")} />
        )}
        {share ? <ShareStep locale={locale} share={share} by="signer" /> : null}
        {token === null || display === undefined ? null : (
          <>
            <ShownOfMe locale={locale} display={display} isForAll={false} action={paths.confirmShown(token)} />
            <TakeBack
              locale={locale}
              data={{ page: paths.confirmData(token), json: paths.confirmDataJson(token) }}
              signatures={1}
              isAll={false}
              withdraw={paths.confirmWithdraw(token)}
              erase={paths.confirmErase(token)}
            />
          </>
        )}
      </div>
      <aside className="sticky no-print" aria-labelledby="mine">
        <div className="panel stack">
          <h2 id="mine">{t("done.page")}</h2>
          <p className="small muted">{t("done.page.lead")}</p>
          <p className="small">
            <a href={paths.me()}>{t("takeback.mine")}</a>
          </p>
        </div>
      </aside>
    </div>
  );
}
