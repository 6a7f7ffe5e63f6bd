import { pathsIn } from "#app/lib/paths.ts";
import { passageIn } from "#app/lib/words.ts";
import { formatDate } from "#app/lib/format.ts";
import { TextField } from "#app/ui/text-field.tsx";
import { CampaignTally } from "#app/features/campaigns/campaign-tally.tsx";
import { closingSentence } from "#app/features/campaigns/dates.ts";
import type { PublicCampaign } from "#app/features/campaigns/public-campaign.ts";
import { withSource } from "#app/features/campaigns/source.ts";
import { words } from "#app/features/campaigns/words.ts";

type Props = {
  locale: string;
  campaign: PublicCampaign;
  source: string | null;
  /** In a preview: where its walk goes on. Nothing is posted from there. */
  next?: string;
};

/** Where signing begins: the count, the ZIP code where it matters, one button. Without a button when one cannot sign. */
export function SignPanel({ locale, campaign, source, next }: Props) {
  const t = words(locale);
  return (
    <aside className="sticky no-print" aria-labelledby="act">
      {next !== undefined ? (
        <PreviewPanel locale={locale} campaign={campaign} next={next} />
      ) : campaign.state === "open" ? (
        <form className="panel stack" action={withSource(pathsIn(locale).start(campaign.slug), source)} method="post">
          <CampaignTally locale={locale} campaign={campaign} />
          <h2 id="act">{panelHeading(locale, campaign)}</h2>
          {campaign.needsPostalCode && (
            <TextField
              name="postalCode"
              label={t("panel.zip")}
              hint={t("panel.zipHint")}
              width="w-10"
              inputMode="numeric"
              autoComplete="postal-code"
              maxLength={16}
              locale={locale}
            />
          )}
          <button className="btn btn-wide">{startLabel(locale, campaign)}</button>
          <ul className="assure">
            <li>{t(campaign.hasLetters ? "panel.minutes" : "panel.minutesSign")}</li>
            <li>{t("panel.name")}</li>
            {campaign.hasLetters && <li>{t("panel.seen")}</li>}
          </ul>
        </form>
      ) : (
        <div className="panel stack">
          <CampaignTally locale={locale} campaign={campaign} />
          <h2 id="act">{t(campaign.state === "closed" ? "panel.over" : "panel.soon")}</h2>
          <SignButton locale={locale} campaign={campaign} />
          <CampaignOutcome locale={locale} campaign={campaign} />
          <p className="small muted" id="why-not">
            {t(campaign.state === "closed" ? "panel.overDetail" : "panel.soonDetail")}
          </p>
        </div>
      )}
    </aside>
  );
}

/** What stands there while somebody walks a preview: the same words, and a link in place of the form. */
function PreviewPanel({ locale, campaign, next }: Pick<Props, "locale" | "campaign"> & { next: string }) {
  return (
    <div className="panel stack">
      <CampaignTally locale={locale} campaign={campaign} />
      <h2 id="act">{panelHeading(locale, campaign)}</h2>
      <a className="btn btn-wide" href={next}>
        {startLabel(locale, campaign)}
      </a>
    </div>
  );
}

/** The way to the panel from elsewhere on the page; when one cannot sign, what it says is why. */
export function SignButton({ locale, campaign, narrow }: Omit<Props, "source"> & { narrow?: boolean }) {
  const className = narrow ? "btn" : "btn btn-wide";
  if (campaign.state === "open") {
    return (
      <a className={className} href="#act">
        {startLabel(locale, campaign)}
      </a>
    );
  }
  return (
    <button className={className} type="button" aria-disabled="true" aria-describedby="why-not">
      {campaign.state === "closed" ? closingSentence(locale, campaign) : openingSentence(locale, campaign)}
    </button>
  );
}

/** How it ended, where somebody has said so. */
export function CampaignOutcome({ locale, campaign }: Pick<Props, "locale" | "campaign">) {
  if (campaign.outcome === null) return null;
  return (
    <p>
      <strong>{words(locale)("page.outcome", { outcome: campaign.outcome })}</strong>{" "}
      {campaign.outcomeNote !== null && <span {...passageIn(campaign.locale, locale)}>{campaign.outcomeNote}</span>}
    </p>
  );
}

function openingSentence(locale: string, { opensAt, timeZone }: PublicCampaign): string {
  return opensAt ? words(locale)("opens", { date: formatDate(locale, opensAt, timeZone) }) : "";
}

function startLabel(locale: string, { hasLetters, severalLetters }: PublicCampaign): string {
  const t = words(locale);
  return hasLetters ? t("panel.start", { several: severalLetters ? "yes" : "no" }) : t("panel.startSign");
}

function panelHeading(locale: string, { hasLetters, needsPostalCode, kind }: PublicCampaign): string {
  const t = words(locale);
  if (!hasLetters) return t("panel.sign", { kind });
  return t(needsPostalCode ? "panel.members" : "panel.offices");
}
