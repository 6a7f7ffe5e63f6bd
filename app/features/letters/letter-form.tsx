import { formatNumber } from "#app/lib/format.ts";
import { pathsIn } from "#app/lib/paths.ts";
import { DistrictChoice } from "./district-choice.tsx";
import type { DistrictChoiceData } from "./district-choice.tsx";
import { LetterBody } from "./letter-body.tsx";
import { bodyLimit } from "./letter-form.ts";
import type { LetterFaultCode } from "./letter-form.ts";
import { LetterNext } from "./letter-next.tsx";
import { firstRecipientId, LetterRecipients } from "./letter-recipients.tsx";
import type { LeftItem } from "./left-item.ts";
import type { RecipientItem } from "./recipient-item.ts";
import { WhoSeesWhat } from "./who-sees-what.tsx";
import type { WhoSeesWhatData } from "./who-sees-what.tsx";
import { words } from "./words.ts";

export type LetterFormProps = {
  locale: string;
  slug: string;
  /** As typed, also after a refusal. */
  body: string;
  /** The language of the letters. */
  lang: string;
  /** Share of the body that is the campaign's text, 0 to 1. */
  commonShare: number;
  /** Given where a postal code lies in several districts. */
  district: DistrictChoiceData | null;
  /** In the order of the campaign's targets. */
  recipients: (RecipientItem | LeftItem)[];
  /** Who gets no letter because they have done what it would ask, in a sentence each. */
  spared: string[];
  sees: WhoSeesWhatData;
  /** Whether the signature is confirmed: then approving sends at once. */
  confirmed: boolean;
  /** Where the mail went; null where the page need not say. */
  email: string | null;
  faults: LetterFaultCode[];
};

/** The form of `/letter` and what stands beside it; the page brings its frame, the steps and the way back. */
export function LetterForm(props: LetterFormProps) {
  const { locale, slug, recipients, district, faults, lang, confirmed, spared } = props;
  const t = words(locale);
  const paths = pathsIn(locale);
  const sentence = (codes: LetterFaultCode[]) => {
    const code = codes.find((one) => faults.includes(one));
    return code ? t(`form.fault.${code}`, { limit: formatNumber(locale, bodyLimit) }) : "";
  };
  const bodyFault = sentence(["closed", "body-empty", "body-too-long"]);
  const recipientFault = sentence(["no-recipient"]);
  const open = recipients.filter((item) => item.left === null);
  const left = recipients.length - open.length;
  if (open.length === 0 && left + spared.length > 0 && !district) return <NothingToWrite {...props} />;
  return (
    <div className="with-aside">
      <form className="stack stack-xl" method="post" action={paths.letter(slug)} noValidate>
        {faults.length > 0 ? <Refusal {...{ locale, slug, bodyFault, recipientFault }} /> : null}
        <div className="stack">
          <h1>{t("form.title")}</h1>
          <p className="lead muted">
            {leadOf(locale, { open: open.length, left, spared: spared.length, choosing: district !== null })}{" "}
            {confirmed ? t("form.leaves.now") : t("form.leaves.confirm")}
          </p>
        </div>
        {district ? <DistrictChoice data={district} locale={locale} /> : null}
        <LetterBody
          {...{ body: props.body, lang, commonShare: props.commonShare, locale }}
          count={open.length}
          fault={bodyFault}
        />
        <LetterRecipients items={recipients} locale={locale} lang={lang} fault={recipientFault} />
        <SparedList locale={locale} spared={spared} />
        <WhoSeesWhat data={props.sees} locale={locale} />
        <div className="stack">
          <p className="row">
            {open.length > 0 || left + spared.length === 0 ? (
              <button className="btn">{t("form.approve")}</button>
            ) : null}
            <button className="btn btn-second" formAction={paths.letterPreview(slug)}>
              {t("form.preview")}
            </button>
          </p>
          {confirmed ? null : (
            <p className="meta">
              {t("form.later")} <a href={paths.leave(slug)}>{t("form.leave")}</a>
            </p>
          )}
        </div>
      </form>
      {confirmed ? null : <LetterNext recipients={open} email={props.email} locale={locale} />}
    </div>
  );
}

/** Only what can still change is counted; what has left is named. */
function leadOf(
  locale: string,
  { open, left, spared, choosing }: { open: number; left: number; spared: number; choosing: boolean },
): string {
  const t = words(locale);
  if (open === 0 && left === 0 && spared > 0) return t("form.all-spared.choose");
  if (open === 0 && left > 0) return t("form.all-left.choose", { n: left });
  const lead = choosing ? t("form.lead.choose") : t("form.lead", { n: open });
  return left > 0 ? `${lead} ${t("form.lead.left", { n: left })}` : lead;
}

/** Who gets no letter, and why. */
function SparedList({ locale, spared }: Pick<LetterFormProps, "locale" | "spared">) {
  if (spared.length === 0) return null;
  return (
    <section className="notice stack stack-sm" aria-labelledby="spared">
      <h2 id="spared">{words(locale)("spared.heading")}</h2>
      {spared.map((sentence) => (
        <p key={sentence}>
          <bdi>{sentence}</bdi>
        </p>
      ))}
    </section>
  );
}

/** Nothing to write or to approve: it has left, or has been done. */
function NothingToWrite({ locale, slug, recipients, lang, spared }: LetterFormProps) {
  const t = words(locale);
  return (
    <div className="narrow stack stack-xl">
      <div className="stack">
        <h1>{t("form.title")}</h1>
        <p className="lead muted">
          {recipients.length > 0 ? t("form.all-left", { n: recipients.length }) : t("form.all-spared")}
        </p>
        <p>
          <a href={pathsIn(locale).thanks(slug)}>{t("form.all-left.known")}</a>
        </p>
      </div>
      {recipients.length > 0 ? <LetterRecipients items={recipients} locale={locale} lang={lang} fault="" /> : null}
      <SparedList locale={locale} spared={spared} />
    </div>
  );
}

type RefusalProps = { locale: string; slug: string; bodyFault: string; recipientFault: string };

function Refusal({ locale, slug, bodyFault, recipientFault }: RefusalProps) {
  const t = words(locale);
  const [before = "", after = ""] = t("form.without").split("<go>");
  return (
    <div className="error-summary narrow" role="alert" tabIndex={-1} autoFocus aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{t("form.problem")}</h2>
      <ul>
        {bodyFault ? (
          <li>
            <a href="#body">{bodyFault}</a>
          </li>
        ) : null}
        {recipientFault ? (
          <li>
            <a href={`#${firstRecipientId}`}>{recipientFault}</a>
          </li>
        ) : null}
      </ul>
      {recipientFault ? (
        <p className="mt-2">
          {before}
          <a href={pathsIn(locale).thanks(slug)}>{t("form.without.go")}</a>
          {after}
        </p>
      ) : null}
    </div>
  );
}
