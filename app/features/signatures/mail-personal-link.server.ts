import type { By } from "#app/lib/by.ts";
import { none, transaction } from "#app/lib/db.server.ts";
import { env } from "#app/lib/env.server.ts";
import { newId, newToken } from "#app/lib/id.server.ts";
import { withinLimits } from "#app/lib/limits.server.ts";
import type { Limit } from "#app/lib/limits.server.ts";
import { absolute } from "#app/lib/links.server.ts";
import { pathsIn } from "#app/lib/paths.ts";
import { seal } from "#app/lib/seal.server.ts";
import { hours, later } from "#app/lib/time.ts";
import { organization } from "#app/features/accounts/organization-of.server.ts";
import { matterIds } from "#app/features/campaigns/matter-ids.server.ts";
import type { RenderedMail } from "#app/features/delivery/mail.ts";
import { queueMail } from "#app/features/delivery/queue-mail.server.ts";
import { personalLinkHmac } from "./internal/hmacs.server.ts";
import { personalLinkLabel } from "./internal/labels.ts";
import { signaturesOfAddress } from "./internal/person-signatures.server.ts";
import { takeMailQuota } from "./internal/take-mail-quota.server.ts";
import { renderMeMail } from "./me.mail.tsx";
import { personalLinkLife } from "./signature.ts";

/** Links that one network may ask for: a household's, or a library's, not a list of addresses tried one by one. */
export const personalLinkLimit: Limit = { name: "personal-link", most: 60, perMs: hours(1) };

/**
 * Mails whoever signed with this address a link to all of it. It answers nothing, and does the same for every address,
 * known or not, statement by statement: only whether a row is written differs (fault 19).
 */
export async function mailPersonalLink(by: By, { email, locale }: { email: string; locale: string }): Promise<void> {
  const id = newId(by.now);
  const { token, hash } = newToken();
  const expiresAt = later(by.now, personalLinkLife);
  const mail = await mailOf(by, { id, token, expiresAt, email, locale });
  const matters = await matterIds(by);
  const link = [id, hash, personalLinkHmac(email), seal(personalLinkLabel, id, email), expiresAt];

  await transaction(async (tx) => {
    const signatures = await signaturesOfAddress(tx, by, { email, matterIds: matters });
    const isWithin = await withinLimits(tx, by, [{ limit: personalLinkLimit }]);
    const mayMail = await takeMailQuota(tx, by, { campaignId: null, email, kind: "personal-link" });
    const goes = isWithin && mayMail && signatures.length > 0;
    await tx.sql("personal-links-insert", insert, [...link, goes], none);
    await queueMail(tx, by, mail, { goes });
  });
}

const insert = `insert into "PersonalLink" ("id", "hash", "emailHmac", "sealedEmail", "expiresAt")
 select $1::uuid, $2::bytea, $3::bytea, $4::bytea, $5::timestamptz where $6::boolean`;

type Given = { id: string; token: string; expiresAt: Date; email: string; locale: string };

async function mailOf(by: By, { id, token, expiresAt, email, locale }: Given): Promise<RenderedMail> {
  const { name } = await organization(by);
  const link = absolute(pathsIn(locale).personal(token));
  const parts = await renderMeMail({ organization: name, link, until: expiresAt, locale });
  return {
    id: newId(by.now),
    onceKey: `personal-link:${id}`,
    kind: "personal-link",
    priority: 0,
    to: email,
    from: env().MAIL_FROM,
    ...parts,
    subjectKind: "personal-link",
    subjectId: id,
    campaignId: null,
    isDemo: false,
  };
}
