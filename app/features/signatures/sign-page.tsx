import { pathsIn } from "#app/lib/paths.ts";
import { Choice } from "#app/ui/choice.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormMark } from "#app/ui/form-mark.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { passageIn } from "#app/lib/words.ts";
import { PlaceOfficials } from "./place-officials.tsx";
import type { PlaceOfficialsProps } from "./place-officials.tsx";
import { words } from "./words.ts";

export interface SignPageProps {
  locale: string;
  campaign: { slug: string; title: string; locale: string; asks: string[]; asksVersion: number; hasLetters: boolean };
  organization: string;
  /** What was typed, by field. */
  values: Record<string, string>;
  faults: { field: string; sentence: string }[];
  /** Why nothing can be saved: the form stays, with what was typed. */
  notice: { title: string; lead: string; canRetry: boolean } | null;
  place: PlaceOfficialsProps | null;
  countries: { value: string; label: string }[];
  states: { value: string; label: string }[];
  /** Tells this form apart from the one that somebody left on this device. */
  mark?: string | null;
}

/** The form of `/sign`, beside it what is being signed. */
export function SignPage({
  locale,
  campaign,
  organization,
  values,
  faults,
  notice,
  place,
  countries,
  states,
  mark = null,
}: SignPageProps) {
  const t = words(locale);
  const text = (name: string) => ({
    name,
    locale,
    defaultValue: values[name] ?? "",
    fault: faults.find(({ field }) => field === name)?.sentence,
  });
  const display = values.display || "none";
  return (
    <div className="with-aside">
      <form className="stack stack-lg" action={pathsIn(locale).sign(campaign.slug)} method="post" noValidate>
        <FormMark mark={mark} />
        <ErrorSummary faults={faults} locale={locale} />
        {notice ? (
          <div className="notice notice-danger" role="alert" tabIndex={-1} autoFocus>
            <h2>{notice.title}</h2>
            <p>{notice.lead}</p>
          </div>
        ) : null}
        <div className="stack">
          <h1>{t("sign.title")}</h1>
          <p className="lead muted">{campaign.hasLetters ? t("sign.lead") : t("sign.lead.plain")}</p>
        </div>
        {place && campaign.hasLetters ? <PlaceOfficials {...place} /> : null}
        <fieldset className="fields">
          <legend className="legend legend-lg">{t("sign.name")}</legend>
          <div className="pair">
            <TextField {...text("givenName")} label={t("sign.given")} autoComplete="given-name" />
            <TextField
              {...text("familyName")}
              label={t("sign.family")}
              hint={t("sign.family.hint")}
              isHintBelow
              autoComplete="family-name"
            />
          </div>
          <TextField
            {...text("email")}
            label={t("sign.email")}
            hint={t(campaign.hasLetters ? "sign.email.hint" : "sign.email.hint.plain")}
            type="email"
            autoComplete="email"
            spellCheck={false}
          />
        </fieldset>
        <fieldset className="fields">
          <legend className="legend legend-lg">{t("sign.where")}</legend>
          <SelectField
            {...text("country")}
            defaultValue={values.country || "US"}
            label={t("sign.country")}
            options={countries}
            autoComplete="country"
            width="w-20"
          />
          <TextField
            {...text("postalCode")}
            label={t("sign.zip")}
            hint={t("sign.zip.hint")}
            isHintBelow
            inputMode="numeric"
            autoComplete="postal-code"
            width="w-10"
          />
          {campaign.hasLetters ? (
            <TextField
              {...text("streetAddress")}
              label={t("sign.street")}
              optional={t("sign.optional")}
              hint={t("sign.street.hint")}
              autoComplete="street-address"
            />
          ) : null}
          <div className="pair">
            <TextField {...text("locality")} label={t("sign.locality")} autoComplete="address-level2" />
            <SelectField
              {...text("region")}
              label={t("sign.region")}
              options={[{ value: "", label: t("sign.region.none") }, ...states]}
              autoComplete="address-level1"
            />
          </div>
        </fieldset>
        <fieldset>
          <legend className="legend legend-lg">{t("sign.public")}</legend>
          <p className="hint narrow">{t("sign.public.hint")}</p>
          <Choice
            type="radio"
            name="display"
            id="display-none"
            value="none"
            defaultChecked={display === "none"}
            label={t("sign.display.none")}
          />
          <Choice
            type="radio"
            name="display"
            id="display-initials"
            value="initials"
            defaultChecked={display === "initials"}
            label={t("sign.display.initials")}
            hint={t("sign.display.initials.hint")}
          />
          <Choice
            type="radio"
            name="display"
            id="display-name"
            value="name"
            defaultChecked={display === "name"}
            label={t("sign.display.name")}
            hint={t("sign.display.name.hint")}
          />
        </fieldset>
        <fieldset>
          <legend className="legend">{t("sign.news")}</legend>
          <Choice
            type="checkbox"
            name="updates"
            id="updates"
            value="on"
            defaultChecked={values.updates === "on"}
            label={t("sign.updates", { organization })}
            hint={t(campaign.hasLetters ? "sign.updates.hint" : "sign.updates.hint.plain")}
          />
        </fieldset>
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="asks" value={campaign.asksVersion} />
        {values.source ? <input type="hidden" name="source" value={values.source} /> : null}
        <div className="sr" aria-hidden="true">
          <label>
            {t("sign.leave")} <input name="leaveEmpty" tabIndex={-1} autoComplete="off" />
          </label>
        </div>
        <div className="stack stack-sm">
          {notice?.canRetry === false ? null : (
            <>
              <p>
                <button className="btn">
                  {notice ? t("sign.again") : campaign.hasLetters ? t("sign.submit") : t("sign.submit.plain")}
                </button>
              </p>
              <p className="meta">{t("sign.after")}</p>
            </>
          )}
        </div>
      </form>
      <aside className="sticky no-print" aria-label={t("sign.aside.label")}>
        <div className="panel stack">
          <p className="kicker">{t("sign.aside")}</p>
          <h2 {...passageIn(campaign.locale, locale)}>{campaign.title}</h2>
          <ol className="small stack stack-sm" {...passageIn(campaign.locale, locale)}>
            {campaign.asks.map((ask) => (
              <li key={ask}>{ask}</li>
            ))}
          </ol>
          <p className="meta">{t("sign.aside.nothing")}</p>
        </div>
      </aside>
    </div>
  );
}
