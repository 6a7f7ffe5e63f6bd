import { words } from "./words.ts";

export type Ask = "withdraw" | "delete" | "all" | "erase" | "erase-one";

export interface AskPageProps {
  locale: string;
  ask: Ask;
  /** Of the campaigns that it concerns. */
  titles: string[];
  /** What follows, one thing each. */
  follows: { term: string; texts: string[] }[];
  action: string;
  back: string;
}

/** Asks once more before something is lost, and says exactly what follows. */
export function AskPage({ locale, ask, titles, follows, action, back }: AskPageProps) {
  const t = words(locale);
  return (
    <div className="narrow stack stack-lg">
      <div className="stack">
        <h1>{t(`ask.${ask}`)}</h1>
        {titles.map((title, index) => (
          <p className="lead" key={index}>
            <bdi>{title}</bdi>
          </p>
        ))}
      </div>
      <form method="post" action={action}>
        <p className="row">
          <button className="btn btn-danger">{t(`ask.${ask}.submit`)}</button>
          <a href={back}>{t("ask.keep")}</a>
        </p>
      </form>
      <section aria-labelledby="follows" className="stack">
        <h2 id="follows">{t("ask.follows")}</h2>
        <dl className="facts">
          {follows.map(({ term, texts }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>
                {texts.map((text) => (
                  <p key={text}>{text}</p>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}
