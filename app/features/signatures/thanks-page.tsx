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
  const [lead, rest] = email ? t("thanks.lead", { email: "\u0000" }).split("\u0000") : [t("thanks.lead.unknown"), ""];
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
            {email ? <Address email={email} /> : null}
            {rest}
          </p>
          {email ? (
            <form method="post" action={paths.resend(campaign.slug)}>
              <button className="btn btn-second btn-small">{t("thanks.again")}</button>
            </form>
          ) : null}
          <p className="small muted">{t("thanks.hint")}</p>
        </header>
        {campaign.hasLetters && email ? (
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
                <p className="muted">{t("thanks.letters.lead")}</p>
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
