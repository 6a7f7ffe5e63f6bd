import type { Account } from "#app/features/accounts/account.ts";
import { organization } from "#app/features/accounts/organization-of.server.ts";
import { recordAudit } from "#app/features/audit/record-audit.server.ts";
import type { Preview } from "#app/features/campaigns/preview-of.server.ts";
import { isTimeZone } from "#app/features/campaigns/wall-time.ts";
import { queueMail } from "#app/features/delivery/queue-mail.server.ts";
import type { By } from "#app/lib/by.ts";
import { transaction } from "#app/lib/db.server.ts";
import { env } from "#app/lib/env.server.ts";
import { formatDate } from "#app/lib/format.ts";
import { newId } from "#app/lib/id.server.ts";
import { withinLimits } from "#app/lib/limits.server.ts";
import { absolute } from "#app/lib/links.server.ts";
import { pathsIn } from "#app/lib/paths.ts";
import { days, later } from "#app/lib/time.ts";
import { renderConfirmMail } from "./confirm.mail.tsx";
import { linkLife, pendingLife } from "./signature.ts";

/** Of one account, in a day. */
export const trialLimit = { name: "trial-mail", most: 10, perMs: days(1) };

/**
 * Sends the mail that a supporter gets to whoever works on the campaign, at the address that they sign in with and no
 * other. It says that it is a test, and its link leads to the end of the preview: it confirms nothing.
 */
export async function mailTrial(
  by: By,
  account: Pick<Account, "id" | "email">,
  { standing, document, as }: Preview,
  locale: string,
): Promise<"sent" | "too-many"> {
  const { timeZone } = document.dates;
  const day = (at: Date) => formatDate(locale, at, isTimeZone(timeZone) ? timeZone : "UTC");
  const parts = await renderConfirmMail({
    organization: (await organization(by)).name,
    link: absolute(pathsIn(locale).organizePreviewConfirm(standing.slug, as)),
    signed: day(by.now),
    until: day(later(by.now, linkLife)),
    erased: day(later(by.now, pendingLife)),
    locale,
    isTest: true,
  });
  const id = newId(by.now);
  return transaction(async (tx) => {
    if (!(await withinLimits(tx, by, [{ limit: trialLimit, of: account.id }]))) return "too-many";
    await queueMail(tx, by, {
      id,
      onceKey: `trial:${id}`,
      kind: "trial",
      priority: 0,
      to: account.email,
      from: env().MAIL_FROM,
      ...parts,
      subjectKind: "campaign",
      subjectId: standing.id,
      campaignId: null,
      isDemo: false,
    });
    await recordAudit(tx, by, {
      action: "test-mail-sent",
      subjectKind: "campaign",
      subjectId: standing.id,
      change: { accountId: account.id },
    });
    return "sent";
  });
}
