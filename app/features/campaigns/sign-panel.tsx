import { paths } from "#app/lib/paths.ts";
import { formatDate } from "#app/lib/format.ts";
import { TextField } from "#app/ui/text-field.tsx";
import { CampaignTally } from "#app/features/campaigns/campaign-tally.tsx";
import { closingSentence } from "#app/features/campaigns/dates.ts";
import type { PublicCampaign } from "#app/features/campaigns/public-campaign.ts";
import { withSource } from "#app/features/campaigns/source.ts";
import { words } from "#app/features/campaigns/words.ts";

type Props = { locale: string; campaign: PublicCampaign; source: string | null };

/** Where signing begins: the count, the ZIP code where it matters, one button. Without a button when one cannot sign. */
export function SignPanel({ locale, campaign, source }: Props) {
  const t = words(locale);
  return (
    <aside className="sticky no-print" aria-labelledby="act">
      {campaign.state === "open" ? (
        <form className="panel stack" action={withSource(paths.start(campaign.slug), source)} method="post">
          <CampaignTally locale={locale} campaign={campaign} />
          <h2 id="act">{t(panelHeading(campaign))}</h2>
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
          <button className="btn btn-wide">{t(startLabel(campaign))}</button>
          <ul className="assure">
            <li>{t("panel.minutes")}</li>
            <li>{t("panel.name")}</li>
            {campaign.hasLetters && <li>{t("panel.seen")}</li>}
          </ul>
        </form>
      ) : (
        <div className="panel stack">
          <CampaignTally locale={locale} campaign={campaign} />
          <h2 id="act">{t(campaign.state === "closed" ? "panel.over" : "panel.soon")}</h2>
          <SignButton locale={locale} campaign={campaign} />
          <p className="small muted" id="why-not">
            {t(campaign.state === "closed" ? "panel.overDetail" : "panel.soonDetail")}
          </p>
        </div>
      )}
    </aside>
  );
}

/** The way to the panel from elsewhere on the page; when one cannot sign, what it says is why. */
export function SignButton({ locale, campaign, narrow }: Omit<Props, "source"> & { narrow?: boolean }) {
  const t = words(locale);
  const className = narrow ? "btn" : "btn btn-wide";
  if (campaign.state === "open") {
    return (
      <a className={className} href="#act">
        {t(startLabel(campaign))}
      </a>
    );
  }
  return (
    <button className={className} type="button" aria-disabled="true" aria-describedby="why-not">
      {campaign.state === "closed" ? closingSentence(locale, campaign) : openingSentence(locale, campaign)}
    </button>
  );
}

function openingSentence(locale: string, { opensAt, timeZone }: PublicCampaign): string {
  return opensAt ? words(locale)("opens", { date: formatDate(locale, opensAt, timeZone) }) : "";
}

function startLabel(campaign: PublicCampaign) {
  return campaign.hasLetters ? "panel.start" : "panel.startSign";
}

function panelHeading(campaign: PublicCampaign) {
  if (!campaign.hasLetters) return "panel.sign";
  return campaign.needsPostalCode ? "panel.members" : "panel.offices";
}
