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
import type { LinkMail } from "../confirm.mail.tsx";
import { renderReminderMail } from "../reminder.mail.tsx";
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
export function confirmMail(by: By, given: Given): Promise<RenderedMail> {
  return linkMail(by, given, { kind: "confirm", onceKey: `confirm:${given.signatureId}:1`, render: renderConfirmMail });
}

/** The one reminder, with a link of its own, rendered: call it before the transaction. */
export function reminderMail(by: By, given: Given): Promise<RenderedMail> {
  return linkMail(by, given, { kind: "reminder", onceKey: `remind:${given.signatureId}`, render: renderReminderMail });
}

type Kind = {
  kind: string;
  onceKey: string;
  render: (given: LinkMail) => Promise<{ subject: string; text: string; html: string }>;
};

async function linkMail(by: By, given: Given, { kind, onceKey, render }: Kind): Promise<RenderedMail> {
  const { campaign, signatureId, token, signedAt, until, email, locale } = given;
  const { name } = await organization(by);
  const parts = await render({
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
    onceKey,
    kind,
    priority: 0,
    to: email,
    from: env().MAIL_FROM,
    ...parts,
    headers: oneClickStop(token),
    subjectKind: "signature",
    subjectId: signatureId,
    campaignId: campaign.id,
    isDemo: campaign.isDemo,
  };
}

/** The mail program's own button to stop such mails (RFC 8058): its provider posts there, with no cookie and no page. */
function oneClickStop(token: string): Record<string, string> {
  return {
    "List-Unsubscribe": `<${absolute(paths.confirmNotMe(token))}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
}
