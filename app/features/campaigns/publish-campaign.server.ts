import type { Account } from "#app/features/accounts/account.ts";
import { organizationForm } from "#app/features/accounts/organization-form-of.server.ts";
import { organization } from "#app/features/accounts/organization-of.server.ts";
import { publishersOf } from "#app/features/accounts/publishers-of.server.ts";
import { recordAudit } from "#app/features/audit/record-audit.server.ts";
import type { RenderedMail } from "#app/features/delivery/mail.ts";
import { queueMail } from "#app/features/delivery/queue-mail.server.ts";
import type { By } from "#app/lib/by.ts";
import { transaction } from "#app/lib/db.server.ts";
import { env } from "#app/lib/env.server.ts";
import { newId } from "#app/lib/id.server.ts";
import { absolute } from "#app/lib/links.server.ts";
import { paths } from "#app/lib/paths.ts";
import { later } from "#app/lib/time.ts";
import type { EditedCampaign } from "#app/features/campaigns/edited-campaign-of.server.ts";
import { addRequest, endRequest, lastRequest } from "#app/features/campaigns/internal/publish-requests.server.ts";
import { publishable, publishRevision, stillSame } from "#app/features/campaigns/internal/publish-revision.server.ts";
import type { NotPublished, ToPublish } from "#app/features/campaigns/internal/publish-revision.server.ts";
import { publishDelay } from "#app/features/campaigns/publish-request.ts";
import type { PublishRequest } from "#app/features/campaigns/publish-request.ts";
import { renderPublishingMail } from "#app/features/campaigns/publishing.mail.tsx";

export type Published =
  | { outcome: "published"; slug: string }
  /** Another person is asked to approve; or it is published by itself at `publishAt`. */
  | { outcome: "asked"; publishAt: Date | null }
  | NotPublished;

/**
 * What the button does: publishes, or where the organization wants a second person asks for one. Where nobody else could
 * approve, it is published a day later, and every admin is told by mail.
 */
export async function publishCampaign(by: By, toPublish: ToPublish): Promise<Published> {
  const { accountId } = by;
  if (accountId === undefined) throw new TypeError("somebody publishes");
  if (!(await organizationForm(by)).secondPerson) return publishRevision(by, toPublish, { publisherId: accountId });
  const found = await publishable(by, toPublish);
  return found.outcome === "ready" ? ask(by, toPublish, found.edited, accountId) : found;
}

async function ask(by: By, toPublish: ToPublish, edited: EditedCampaign, accountId: string): Promise<Published> {
  const { campaignId, revision } = toPublish;
  const publishers = await publishersOf(by, campaignId);
  const publishAt = publishers.some(({ id }) => id !== accountId) ? null : later(by.now, publishDelay);
  const request: PublishRequest = {
    ...toPublish,
    id: newId(by.now),
    askedById: accountId,
    askedAt: by.now,
    publishAt,
    state: "open",
    decidedById: null,
    decidedAt: null,
    reason: null,
  };
  const asker = publishers.find(({ id }) => id === accountId)?.name ?? "";
  const mails = publishAt ? await mailsOf(by, { request, edited, publishAt, asker, publishers }) : [];
  return transaction(async (tx): Promise<Published> => {
    const refused = await stillSame(tx, toPublish);
    if (refused) return refused;
    const open = await lastRequest(campaignId, tx);
    // A second press of the same button.
    const isSame = open?.revision === revision && open.version === toPublish.version && open.askedById === accountId;
    if (open?.state === "open" && isSame) return { outcome: "asked", publishAt: open.publishAt };
    await endRequest(tx, by, campaignId, { state: "replaced" });
    await addRequest(tx, request);
    for (const mail of mails) await queueMail(tx, by, mail);
    await recordAudit(tx, by, {
      action: "publishing-asked",
      subjectKind: "campaign",
      subjectId: campaignId,
      change: {
        request: { from: null, to: "open" },
        revision: { from: edited.standing.published, to: revision },
        publishAt,
      },
    });
    return { outcome: "asked", publishAt };
  });
}

type Told = { request: PublishRequest; edited: EditedCampaign; publishAt: Date; asker: string; publishers: Account[] };

/** To each admin and whoever asked: nothing is published in their name, or in their absence, without their hearing of it. */
async function mailsOf(by: By, { request, edited, publishAt, asker, publishers }: Told): Promise<RenderedMail[]> {
  const { standing, document } = edited;
  const { name } = await organization(by);
  const parts = await renderPublishingMail({
    organization: name,
    asker,
    title: document.story.title,
    publishAt,
    timeZone: document.dates.timeZone,
    isNew: standing.publishedAt === null,
    link: absolute(paths.organizePublish(standing.slug)),
    locale: "en",
  });
  return publishers.map(({ id, email: to }) => ({
    id: newId(by.now),
    onceKey: `publishing:${request.id}:${id}`,
    kind: "publishing",
    priority: 0,
    to,
    from: env().MAIL_FROM,
    ...parts,
    subjectKind: "campaign",
    subjectId: standing.id,
    campaignId: null,
    isDemo: false,
  }));
}
