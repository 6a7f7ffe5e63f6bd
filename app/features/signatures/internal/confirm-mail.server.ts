import type { By } from "#app/lib/by.ts";
import { env } from "#app/lib/env.server.ts";
import { formatDate } from "#app/lib/format.ts";
import { newId } from "#app/lib/id.server.ts";
import { absolute } from "#app/lib/links.server.ts";
import { paths, pathsIn } from "#app/lib/paths.ts";
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

type Parts = { subject: string; text: string; html: string };
type Kind = { kind: "confirm" | "reminder"; onceKey: string; render: (given: LinkMail) => Promise<Parts> };

async function linkMail(by: By, given: Given, { kind, onceKey, render }: Kind): Promise<RenderedMail> {
  const { campaign, signatureId, token, signedAt, until, email, locale } = given;
  const { name } = await organization(by);
  const day = (at: Date) => formatDate(locale, at, campaign.timeZone);
  const days = { signed: day(signedAt), until: day(until), erased: day(later(signedAt, pendingLife)) };
  const parts = await withLink(
    kind,
    render,
    { organization: name, ...days, locale },
    absolute(pathsIn(locale).confirm(token)),
  );
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

const linkPlace = "https://link.invalid/";
const mostKept = 100;
const kept = new Map<string, Promise<Parts>>();

/** Who signs on one day gets the mail of all who do, but for its link: rendered once, which costs more than all the rest. */
async function withLink(
  kind: string,
  render: Kind["render"],
  given: Omit<LinkMail, "link">,
  link: string,
): Promise<Parts> {
  const key = JSON.stringify([kind, given]);
  let rendering = kept.get(key);
  if (!rendering) {
    rendering = render({ ...given, link: linkPlace });
    rendering.catch(() => kept.delete(key));
    if (kept.size >= mostKept) kept.clear();
    kept.set(key, rendering);
  }
  const { subject, text, html } = await rendering;
  return { subject, text: text.replaceAll(linkPlace, link), html: html.replaceAll(linkPlace, link) };
}

/** The mail program's own button to stop such mails (RFC 8058): its provider posts there, with no cookie and no page. */
function oneClickStop(token: string): Record<string, string> {
  return {
    "List-Unsubscribe": `<${absolute(paths.confirmNotMe(token))}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
}
