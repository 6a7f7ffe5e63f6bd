import { ShareStep } from "#app/features/campaigns/share-step.tsx";
import type { Share } from "#app/features/campaigns/share-step.tsx";
import type { LetterStateItem } from "#app/features/letters/letter-state-item.ts";
import { LetterStates } from "#app/features/letters/letter-states.tsx";
import { pathsIn } from "#app/lib/paths.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { CorrectAddress } from "./correct-address.tsx";
import { ShownAddress } from "./shown-address.tsx";
import { words } from "./words.ts";

export interface ThanksPageProps {
  locale: string;
  campaign: { slug: string; hasLetters: boolean };
  /** Where the mail went; null where this browser holds no letter cookie. */
  email: string | null;
  /** Why nothing could be saved just now. */
  notice: { title: string; lead: string } | null;
  /** What was done just now: the mail was asked for again, the address corrected. */
  sentAgain: boolean;
  isCorrected: boolean;
  /** The address that was likely meant, where this one looks like a slip. */
  meant: string | null;
  /** What stands in the form that corrects the address; null when there is nothing to correct. */
  correct: { value: string; fault: string | null } | null;
  letters: LetterStateItem[];
  /** A split ZIP code whose district has not been chosen. */
  mustChoose: boolean;
  /** What can be passed on; null where nobody can sign any more. */
  share: Share | null;
  /** What happens when, if they do nothing. */
  ifNothing: string | null;
  /** Walked by whoever works on the campaign: nothing leads to what only a supporter has. */
  isPreview?: boolean;
}

/** "One step left": never says counted; the hand-over can start. */
export function ThanksPage(props: ThanksPageProps) {
  const { locale, campaign, email, meant, correct, letters, mustChoose, share, ifNothing, isPreview = false } = props;
  const t = words(locale);
  const paths = pathsIn(locale);
  if (!email) return <NothingWaits locale={locale} slug={campaign.slug} />;
  const [lead, rest] = t("thanks.lead", { email: "\u0000" }).split("\u0000");
  return (
    <div className="with-aside">
      <div className="stack stack-xl">
        <header className="stack">
          <Notices {...props} />
          <h1 className="headline">{t("thanks.headline")}</h1>
          <p className="standfirst">
            {lead}
            <ShownAddress email={email} />
            {rest}
          </p>
          {meant && meant === correct?.value ? <Meant locale={locale} meant={meant} /> : null}
          <form method="post" action={paths.resend(campaign.slug)} className="row">
            <button className="btn btn-second btn-small">{t("thanks.again")}</button>
            {correct ? (
              <a className="small" href="#correct">
                {t("thanks.correct")}
              </a>
            ) : null}
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
                <LetterStates
                  locale={locale}
                  items={letters}
                  action={paths.handOver(campaign.slug)}
                  printPath={isPreview ? undefined : (id) => paths.letterPrint(campaign.slug, id)}
                />
              </>
            ) : (
              <p className="muted">
                {t("thanks.letters.none")}{" "}
                {isPreview ? null : <a href={paths.letter(campaign.slug)}>{t("thanks.letters.write")}</a>}
              </p>
            )}
          </section>
        ) : null}
        {correct ? <CorrectAddress locale={locale} slug={campaign.slug} {...correct} /> : null}
        {share ? <ShareStep locale={locale} share={share} by="signer" /> : null}
      </div>
      {ifNothing ? (
        <aside className="sticky" aria-labelledby="nothing">
          <div className="panel stack">
            <h2 id="nothing">{t("thanks.nothing")}</h2>
            <p className="small muted">{ifNothing}</p>
            {isPreview ? null : (
              <p className="small">
                <a href={paths.leave(campaign.slug)}>{t("leave.link")}</a> {t("leave.why")}
              </p>
            )}
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
        <a className="btn btn-second" href={pathsIn(locale).campaign(slug)}>
          {t("thanks.campaign")}
        </a>
      </p>
    </div>
  );
}

/** What went wrong, or what was done just now. */
function Notices({ locale, email, notice, sentAgain, isCorrected, correct }: ThanksPageProps) {
  const t = words(locale);
  const [before, after] = t("thanks.corrected.lead", { email: "\u0000" }).split("\u0000");
  return (
    <>
      <ErrorSummary faults={correct?.fault ? [{ field: "email", sentence: correct.fault }] : []} locale={locale} />
      {notice ? (
        <div className="notice notice-danger" role="alert" tabIndex={-1} autoFocus>
          <h2>{notice.title}</h2>
          <p>{notice.lead}</p>
        </div>
      ) : null}
      {sentAgain ? (
        <div className="notice notice-good" role="status">
          <h2>{t("thanks.sent")}</h2>
          <p>{t("thanks.sent.lead")}</p>
        </div>
      ) : null}
      {isCorrected ? (
        <div className="notice notice-good" role="status">
          <h2>{t("thanks.corrected")}</h2>
          <p>
            {before}
            <ShownAddress email={email ?? ""} />
            {after}
          </p>
        </div>
      ) : null}
    </>
  );
}

/** A likely slip is pointed out; the form below has what was likely meant. */
function Meant({ locale, meant }: { locale: string; meant: string }) {
  const [before, after] = words(locale)("thanks.meant", { email: "\u0000" }).split("\u0000");
  return (
    <p>
      {before}
      <ShownAddress email={meant} />
      {after}
    </p>
  );
}
