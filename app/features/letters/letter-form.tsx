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
  sees: WhoSeesWhatData;
  /** Whether the signature is confirmed: then approving sends at once. */
  confirmed: boolean;
  /** Where the mail went; null where the page need not say. */
  email: string | null;
  faults: LetterFaultCode[];
};

/** The form of `/letter` and what stands beside it; the page brings its frame, the steps and the way back. */
export function LetterForm(props: LetterFormProps) {
  const { locale, slug, recipients, district, faults, lang, confirmed } = props;
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
  if (open.length === 0 && left > 0 && !district) return <AllLeft {...props} />;
  return (
    <div className="with-aside">
      <form className="stack stack-xl" method="post" action={paths.letter(slug)} noValidate>
        {faults.length > 0 ? <Refusal {...{ locale, slug, bodyFault, recipientFault }} /> : null}
        <div className="stack">
          <h1>{t("form.title")}</h1>
          <p className="lead muted">
            {leadOf(locale, { open: open.length, left, choosing: district !== null })}{" "}
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
        <WhoSeesWhat data={props.sees} locale={locale} />
        <div className="stack">
          <p className="row">
            {open.length > 0 || left === 0 ? <button className="btn">{t("form.approve")}</button> : null}
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
function leadOf(locale: string, { open, left, choosing }: { open: number; left: number; choosing: boolean }): string {
  const t = words(locale);
  if (open === 0 && left > 0) return t("form.all-left.choose", { n: left });
  const lead = choosing ? t("form.lead.choose") : t("form.lead", { n: open });
  return left > 0 ? `${lead} ${t("form.lead.left", { n: left })}` : lead;
}

/** Nothing to write or to approve any more. */
function AllLeft({ locale, slug, recipients, lang }: LetterFormProps) {
  const t = words(locale);
  return (
    <div className="narrow stack stack-xl">
      <div className="stack">
        <h1>{t("form.title")}</h1>
        <p className="lead muted">{t("form.all-left", { n: recipients.length })}</p>
        <p>
          <a href={pathsIn(locale).thanks(slug)}>{t("form.all-left.known")}</a>
        </p>
      </div>
      <LetterRecipients items={recipients} locale={locale} lang={lang} fault="" />
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
