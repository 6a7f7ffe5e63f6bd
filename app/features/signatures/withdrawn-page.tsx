import type { LetterStateItem } from "#app/features/letters/letter-state-item.ts";
import { LetterStates } from "#app/features/letters/letter-states.tsx";
import { pathsIn } from "#app/lib/paths.ts";
import { TakeBack } from "./take-back.tsx";
import { words } from "./words.ts";

export interface WithdrawnPageProps {
  locale: string;
  slug: string;
  token: string;
  title: string;
  when: string;
  /** What left, and what was taken back before it could. */
  letters: LetterStateItem[];
  canSignAgain: boolean;
}

/** Behind the mailed link of a signature that was taken back: what became of it, and what can still be done. */
export function WithdrawnPage({ locale, slug, token, title, when, letters, canSignAgain }: WithdrawnPageProps) {
  const t = words(locale);
  const paths = pathsIn(locale);
  return (
    <div className="with-aside">
      <div className="stack stack-xl">
        <header className="stack">
          <p className="kicker">
            <bdi>{title}</bdi>
          </p>
          <h1 className="headline">{t("withdrawn.headline")}</h1>
          <p className="standfirst">{t("withdrawn.lead", { when })}</p>
          {canSignAgain ? (
            <p>
              {t("withdrawn.again.lead")} <a href={paths.sign(slug)}>{t("withdrawn.again")}</a>
            </p>
          ) : null}
        </header>
        {letters.length > 0 ? (
          <section aria-labelledby="letters" className="stack">
            <h2 id="letters" className="ruled">
              {t("withdrawn.letters")}
            </h2>
            <LetterStates locale={locale} items={letters} action={paths.confirmHandOver(token)} />
          </section>
        ) : null}
        <TakeBack
          locale={locale}
          data={{ page: paths.confirmData(token), json: paths.confirmDataJson(token) }}
          signatures={0}
          isAll={false}
          withdraw={paths.confirmWithdraw(token)}
          erase={paths.confirmErase(token)}
        />
      </div>
      <aside className="sticky no-print" aria-labelledby="mine">
        <div className="panel stack">
          <h2 id="mine">{t("done.page")}</h2>
          <p className="small muted">{t("takeback.mine.lead")}</p>
          <p className="small">
            <a href={paths.me()}>{t("takeback.mine")}</a>
          </p>
        </div>
      </aside>
    </div>
  );
}
