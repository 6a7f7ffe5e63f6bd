import { LetterFolds } from "#app/features/letters/letter-folds.tsx";
import type { LetterFoldItem } from "#app/features/letters/letter-folds.tsx";
import { pathsIn } from "#app/lib/paths.ts";
import { words } from "./words.ts";

export const answers = ["expired", "renewed", "unknown", "erased", "gone", "before", "closed"] as const;
export type Answer = (typeof answers)[number];

export interface AnswerPageProps {
  locale: string;
  answer: Answer;
  renewPath?: string;
  /** What its writer may still want to copy. */
  letters?: LetterFoldItem[];
}

/** The other answers of a mailed link: what happened, what is safe, what to do. */
export function AnswerPage({ locale, answer, renewPath, letters = [] }: AnswerPageProps) {
  const t = words(locale);
  return (
    <div className="narrow stack stack-lg">
      <h1>{t(`confirm.${answer}`)}</h1>
      <p className="lead">{t(`confirm.${answer}.lead`)}</p>
      {renewPath ? (
        <form method="post" action={renewPath}>
          <p>
            <button className="btn btn-second">{t("confirm.expired.button")}</button>
          </p>
        </form>
      ) : (
        <p>
          <a className="btn btn-second" href={pathsIn(locale).home()}>
            {t("confirm.home")}
          </a>
        </p>
      )}
      {letters.length > 0 ? (
        <section aria-labelledby="letters" className="stack">
          <h2 id="letters" className="ruled">
            {t("thanks.letters")}
          </h2>
          <p className="muted">{t("confirm.closed.letters")}</p>
          <LetterFolds items={letters} locale={locale} />
        </section>
      ) : null}
    </div>
  );
}
