import type { LetterStateItem } from "#app/features/letters/letter-state-item.ts";
import { LetterStates } from "#app/features/letters/letter-states.tsx";
import { paths } from "#app/lib/paths.ts";
import { words } from "./words.ts";

export interface ThanksPageProps {
  locale: string;
  campaign: { slug: string; hasLetters: boolean };
  /** Where the mail went; null where this browser holds no letter cookie. */
  email: string | null;
  /** The mail was sent again just now. */
  sentAgain: boolean;
  letters: LetterStateItem[];
  /** A split ZIP code whose district has not been chosen. */
  mustChoose: boolean;
  /** The days on which the link stops and everything is erased, as the reader writes them. */
  deadlines: { until: string; erased: string } | null;
}

/** "One step left": never says counted; the hand-over can start. */
export function ThanksPage({ locale, campaign, email, sentAgain, letters, mustChoose, deadlines }: ThanksPageProps) {
  const t = words(locale);
  if (!email) return <NothingWaits locale={locale} slug={campaign.slug} />;
  const [lead, rest] = t("thanks.lead", { email: "\u0000" }).split("\u0000");
  return (
    <div className="with-aside">
      <div className="stack stack-xl">
        <header className="stack">
          {sentAgain ? (
            <div className="notice notice-good" role="status">
              <h2>{t("thanks.sent")}</h2>
              <p>{t("thanks.sent.lead")}</p>
            </div>
          ) : null}
          <h1 className="headline">{t("thanks.headline")}</h1>
          <p className="standfirst">
            {lead}
            <Address email={email} />
            {rest}
          </p>
          <form method="post" action={paths.resend(campaign.slug)}>
            <button className="btn btn-second btn-small">{t("thanks.again")}</button>
          </form>
          <p className="small muted">{t("thanks.hint")}</p>
        </header>
        {campaign.hasLetters ? (
          <section aria-labelledby="letters" className="stack">
            <h2 id="letters" className="ruled">
              {t("thanks.letters")}
            </h2>
            {mustChoose ? (
              <p>
                {t("thanks.choose")} <a href={paths.letter(campaign.slug)}>{t("thanks.choose.link")}</a>
              </p>
            ) : null}
            {letters.length > 0 ? (
              <>
                <p className="muted">
                  {t("thanks.letters.lead", { n: letters.filter(({ handOver }) => handOver).length })}
                </p>
                <LetterStates locale={locale} items={letters} action={paths.handOver(campaign.slug)} />
              </>
            ) : (
              <p className="muted">
                {t("thanks.letters.none")} <a href={paths.letter(campaign.slug)}>{t("thanks.letters.write")}</a>
              </p>
            )}
          </section>
        ) : null}
      </div>
      {deadlines ? (
        <aside className="sticky" aria-labelledby="nothing">
          <div className="panel stack">
            <h2 id="nothing">{t("thanks.nothing")}</h2>
            <p className="small muted">{t("thanks.nothing.lead", deadlines)}</p>
          </div>
        </aside>
      ) : null}
    </div>
  );
}

/** This browser's key to a signature serves no more: confirmed elsewhere, erased, or never given. */
function NothingWaits({ locale, slug }: { locale: string; slug: string }) {
  const t = words(locale);
  return (
    <div className="narrow stack">
      <h1>{t("thanks.nothing-waits")}</h1>
      <p className="lead">{t("thanks.nothing-waits.lead")}</p>
      <p>
        <a className="btn btn-second" href={paths.campaign(slug)}>
          {t("thanks.campaign")}
        </a>
      </p>
    </div>
  );
}

/** An address may break after its "@" on a narrow page. */
function Address({ email }: { email: string }) {
  const [local, domain] = email.split("@");
  return (
    <strong>
      <bdi>
        {local}@<wbr />
        {domain}
      </bdi>
    </strong>
  );
}
