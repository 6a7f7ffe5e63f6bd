import { z } from "zod";
import { organization } from "#app/features/accounts/organization-of.server.ts";
import type { Campaign } from "#app/features/campaigns/campaign.ts";
import { campaignState } from "#app/features/campaigns/campaign.ts";
import { demoNotice } from "#app/features/campaigns/demo-notice.ts";
import { sharedSource, shareOf } from "#app/features/campaigns/share-of.server.ts";
import { recipientsFor } from "#app/features/campaigns/recipients-for.server.ts";
import { lettersOf } from "#app/features/letters/letters-of.server.ts";
import type { By } from "#app/lib/by.ts";
import { sql } from "#app/lib/db.server.ts";
import { days, later } from "#app/lib/time.ts";
import { formatDate } from "#app/lib/format.ts";
import type { ConfirmedPageProps } from "./confirmed-page.tsx";
import { likelyEmail } from "./email-typo.ts";
import { letterStatesOf } from "./letter-states-of.server.ts";
import { signatureByToken } from "./signature-of.server.ts";
import type { Signature } from "./signature-of.server.ts";
import { linkLife, pendingLife, remindAfter } from "./signature.ts";
import type { ThanksPageProps } from "./thanks-page.tsx";
import { words } from "./words.ts";

export interface ThanksPageData {
  organization: string;
  demo: string | null;
  page: Omit<ThanksPageProps, "locale">;
  /** Who holds the cookie given behind the mailed link has no step left. */
  done: Omit<ConfirmedPageProps, "locale"> | null;
}

/** What `/thanks` shows to the holder of a cookie, or of none; `told`: what the address of the page says was just done. */
export async function thanksPageOf(
  by: By,
  campaign: Campaign,
  { cookieToken, told, locale }: { cookieToken: string | null; told: "again" | "corrected" | null; locale: string },
): Promise<ThanksPageData> {
  const known = cookieToken === null ? null : await signatureByToken(by, cookieToken, ["letter", "writer"]);
  const signature = known?.campaignId === campaign.id ? known : null;
  const { slug, title, hasLetters } = campaign;
  const isOpen = campaignState(campaign, by.now) === "open";
  const found = signature && hasLetters ? await recipientsFor(by, campaign, signature.person) : null;
  const letters = signature ? await letterStatesOf(by, await lettersOf(signature.id), campaign, locale) : [];
  const email = signature?.person.email ?? null;
  const share = isOpen ? shareOf(campaign, sharedSource, locale) : null;
  const meant = email === null ? null : likelyEmail(email);
  return {
    organization: (await organization(by)).name,
    demo: demoNotice(locale, campaign) ?? null,
    done:
      signature?.state === "confirmed"
        ? { slug, token: null, title, number: signature.number, letters, canWrite: hasLetters && isOpen, share }
        : null,
    page: {
      campaign: { slug, hasLetters },
      email,
      notice: null,
      // An address is easily made up: said only where it is so.
      sentAgain: told === "again" && signature !== null,
      isCorrected: told === "corrected" && signature !== null && (await wasCorrected(signature.id)),
      meant,
      correct: email !== null && isOpen ? { value: meant ?? email, fault: null } : null,
      letters,
      mustChoose: (found?.chooseFrom.length ?? 0) > 0 && signature?.houseDivisionId === null,
      share,
      ifNothing: signature && ifNothing(by, campaign, signature, locale),
    },
  };
}

async function wasCorrected(signatureId: string): Promise<boolean> {
  const events = await sql(
    "signatures-was-corrected",
    `select 1 as "n" from "SignatureEvent" where "signatureId" = $1 and "cause" = 'address-corrected' limit 1`,
    [signatureId],
    z.object({ n: z.number() }),
  );
  return events.length > 0;
}

/** When the reminder goes, the link stops and everything is erased. */
export function ifNothing(
  by: By,
  campaign: Pick<Campaign, "timeZone">,
  { signedAt }: Pick<Signature, "signedAt">,
  locale: string,
): string {
  const t = words(locale);
  const day = (at: Date) => formatDate(locale, at, campaign.timeZone);
  const reminds = later(signedAt, remindAfter);
  const isFresh = later(signedAt, days(1)) > by.now;
  const reminder = isFresh
    ? t("thanks.nothing.reminder")
    : reminds > by.now
      ? t("thanks.nothing.reminder.on", { date: day(reminds) })
      : "";
  const dates = { until: day(later(signedAt, linkLife)), erased: day(later(signedAt, pendingLife)) };
  return [reminder, t("thanks.nothing.lead", dates)].filter(Boolean).join(" ");
}
