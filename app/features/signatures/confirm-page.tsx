import { LetterFolds } from "#app/features/letters/letter-folds.tsx";
import type { LetterFoldItem } from "#app/features/letters/letter-folds.tsx";
import { pathsIn } from "#app/lib/paths.ts";
import { AsksChanged } from "./asks-changed.tsx";
import type { AsksChange } from "./asks-changed.tsx";
import { words } from "./words.ts";

export interface ConfirmPageProps {
  locale: string;
  token: string;
  title: string;
  name: string;
  signedOn: string;
  wordingOf: string;
  letters: LetterFoldItem[];
  /** Digest of the texts shown: the post does nothing where they have changed since. */
  texts: string;
  changed: boolean;
  canWrite: boolean;
  /** What has changed in the asks since the signature was given. */
  asks?: AsksChange | null;
}

/** What the mailed link shows before anything is counted: the name, one button, every text in full. */
export function ConfirmPage({
  locale,
  token,
  title,
  name,
  signedOn,
  wordingOf,
  letters,
  texts,
  changed,
  canWrite,
  asks = null,
}: ConfirmPageProps) {
  const t = words(locale);
  const paths = pathsIn(locale);
  return (
    <div className="narrow stack stack-xl">
      <div className="stack">
        {changed ? (
          <div className="notice notice-warn" role="alert" tabIndex={-1} autoFocus>
            <h2>{t("confirm.changed")}</h2>
            <p>{t("confirm.changed.lead")}</p>
          </div>
        ) : null}
        <p className="kicker">
          <bdi>{title}</bdi>
        </p>
        <h1>{t("confirm.headline")}</h1>
        <div>
          <p className="signline">
            <bdi>{name}</bdi>
          </p>
          <p className="meta">{t("confirm.signed", { date: signedOn })}</p>
        </div>
        {asks ? <AsksChanged locale={locale} id="asks" level={2} change={asks} isConfirmed={false} /> : null}
        <form method="post" action={paths.confirm(token)}>
          <input type="hidden" name="texts" value={texts} />
          <p className="row">
            <button className="btn">{t("confirm.submit")}</button>
            <a href="#not-me">{t("confirm.notme")}</a>
          </p>
        </form>
        <p className="lead">{t(`confirm.lead.${whatFollows(letters, canWrite)}`)}</p>
        <p className="meta">
          {t("confirm.wording", { date: wordingOf })} <a href={paths.privacy()}>{t("confirm.wording.link")}</a>.
        </p>
      </div>
      {letters.length > 0 ? (
        <section aria-labelledby="goes" className="stack">
          <h2 id="goes" className="ruled">
            {t("confirm.goes")}
          </h2>
          <LetterFolds items={letters} locale={locale} />
          {canWrite ? <WriteForm locale={locale} token={token} label={t("confirm.change")} /> : null}
        </section>
      ) : null}
      <section aria-labelledby="not-me" className="stack">
        <h2 id="not-me" className="ruled">
          {t("confirm.notme")}
        </h2>
        <p className="muted">{t("confirm.notme.lead")}</p>
        <form method="post" action={paths.confirmNotMe(token)}>
          <p>
            <button className="btn btn-danger">{t("confirm.notme")}</button>
          </p>
        </form>
      </section>
    </div>
  );
}

/** Opens the letters for whoever holds the mailed link, in this browser. */
export function WriteForm({ token, label, locale }: { token: string; label: string; locale: string }) {
  return (
    <form method="post" action={pathsIn(locale).confirmWrite(token)}>
      <p>
        <button className="btn btn-plain">{label}</button>
      </p>
    </form>
  );
}

function whatFollows(
  letters: readonly LetterFoldItem[],
  canWrite: boolean,
): "plain" | "none" | "mail" | "hand" | "both" {
  const mailed = letters.filter(({ channel }) => channel === "email").length;
  if (letters.length === 0) return canWrite ? "none" : "plain";
  return mailed === letters.length ? "mail" : mailed === 0 ? "hand" : "both";
}
