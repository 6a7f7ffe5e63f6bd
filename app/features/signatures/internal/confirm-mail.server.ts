import type { By } from "#app/lib/by.ts";
import { env } from "#app/lib/env.server.ts";
import { newId } from "#app/lib/id.server.ts";
import { absolute } from "#app/lib/links.server.ts";
import { paths } from "#app/lib/paths.ts";
import { later } from "#app/lib/time.ts";
import { organization } from "#app/features/accounts/organization-of.server.ts";
import type { Campaign } from "#app/features/campaigns/campaign.ts";
import type { RenderedMail } from "#app/features/delivery/mail.ts";
import { renderConfirmMail } from "../confirm.mail.tsx";
import { pendingLife } from "../signature.ts";

type Given = {
  campaign: Pick<Campaign, "id" | "isDemo" | "timeZone">;
  signatureId: string;
  token: string;
  signedAt: Date;
  until: Date;
  email: string;
  locale: string;
};

/** The mail with the link, rendered: call it before the transaction. Its `onceKey` is that of the first one. */
export async function confirmMail(by: By, given: Given): Promise<RenderedMail> {
  const { campaign, signatureId, token, signedAt, until, email, locale } = given;
  const { name } = await organization(by);
  const parts = await renderConfirmMail({
    organization: name,
    link: absolute(paths.confirm(token)),
    signedAt,
    until,
    erasedAt: later(signedAt, pendingLife),
    timeZone: campaign.timeZone,
    locale,
  });
  return {
    id: newId(by.now),
    onceKey: `confirm:${signatureId}:1`,
    kind: "confirm",
    priority: 0,
    to: email,
    from: env().MAIL_FROM,
    ...parts,
    subjectKind: "signature",
    subjectId: signatureId,
    campaignId: campaign.id,
    isDemo: campaign.isDemo,
  };
}
