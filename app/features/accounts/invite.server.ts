import { recordAudit } from "#app/features/audit/record-audit.server.ts";
import { queueMail } from "#app/features/delivery/queue-mail.server.ts";
import type { By } from "#app/lib/by.ts";
import { none, transaction } from "#app/lib/db.server.ts";
import type { Tx } from "#app/lib/db.server.ts";
import { env } from "#app/lib/env.server.ts";
import { newId, newToken } from "#app/lib/id.server.ts";
import { absolute } from "#app/lib/links.server.ts";
import { paths } from "#app/lib/paths.ts";
import { later } from "#app/lib/time.ts";
import type { Role } from "./account.ts";
import { invitationLife } from "./invitation.ts";
import { renderInvitationMail } from "./invitation.mail.tsx";
import { revokeInvitationsTo } from "./internal/revoke-invitations.server.ts";
import { organization } from "./organization-of.server.ts";

type Invited = { email: string; role: Role };

/**
 * Makes a link by which the holder of an address gets an account, or a new password where they have one; earlier links to
 * the address stop working. It is in the answer alone: for the operator, who hands it on.
 */
export async function inviteByLink(by: By, invited: Invited): Promise<{ link: string; expiresAt: Date }> {
  const made = invitation(by, invited);
  await transaction(async (tx) => store(tx, by, made));
  return { link: made.link, expiresAt: made.expiresAt };
}

/** The same by mail: whoever invites never has the link. False: who invites is an admin no more. */
export async function inviteByMail(by: By, invited: Invited, inviter: string): Promise<boolean> {
  const made = invitation(by, invited);
  const { name } = await organization(by);
  const { link, expiresAt, role } = made;
  const parts = await renderInvitationMail({ organization: name, inviter, role, link, until: expiresAt, locale: "en" });
  const id = newId(by.now);
  return transaction(async (tx) => {
    if (!(await mayInvite(tx, by))) return false;
    await store(tx, by, made);
    await queueMail(tx, by, {
      id,
      onceKey: `invitation:${made.id}`,
      kind: "invitation",
      priority: 0,
      to: made.email,
      from: env().MAIL_FROM,
      ...parts,
      subjectKind: "invitation",
      subjectId: made.id,
      campaignId: null,
      isDemo: false,
    });
    return true;
  });
}

function invitation(by: By, { email, role }: Invited) {
  const { token, hash } = newToken();
  const expiresAt = later(by.now, invitationLife);
  const link = absolute(paths.invitation(token));
  return { id: newId(by.now), email: email.toLowerCase(), role, hash, link, expiresAt };
}

/** Whether who asks is an admin still, and stays it until the transaction ends: else their invitation would outlive them. */
async function mayInvite(tx: Tx, by: By): Promise<boolean> {
  const found = await tx.sql(
    "invitation-by-admin",
    `select 1 as "one" from "User" where "id" = $1 and "role" = 'admin' and "removedAt" is null for share`,
    [by.accountId ?? null],
    none,
  );
  return found.length > 0;
}

async function store(tx: Tx, by: By, { id, email, role, hash, expiresAt }: ReturnType<typeof invitation>) {
  await revokeInvitationsTo(tx, by, email);
  await tx.sql(
    "invitation-add",
    `insert into "Invitation" ("id", "hash", "email", "role", "invitedAt", "invitedById", "expiresAt")
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [id, hash, email, role, by.now, by.accountId ?? null, expiresAt],
    none,
  );
  await recordAudit(tx, by, { action: "invited", subjectKind: "invitation", subjectId: id, change: { email, role } });
}
