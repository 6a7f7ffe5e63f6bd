import { z } from "zod";
import { payloadSchema } from "#app/features/delivery/mail.ts";
import type { Payload } from "#app/features/delivery/mail.ts";
import { bytes, sql } from "#app/lib/db.server.ts";
import { unseal } from "#app/lib/seal.server.ts";

const mailRow = z.object({ id: z.string(), sealedPayload: bytes });

/** What the outbox holds for one address about a campaign, or (null) about none, oldest first. */
export async function mailsTo(campaignId: string | null, to: string): Promise<Payload[]> {
  const rows = await sql(
    "test-mails",
    `select "id", "sealedPayload" from "Delivery" where "campaignId" is not distinct from $1 and "sealedPayload" is not null order by "queuedAt", "id"`,
    [campaignId],
    mailRow,
  );
  return rows
    .map(({ id, sealedPayload }) => unseal("delivery/payload", id, sealedPayload, payloadSchema))
    .filter((mail) => mail.to === to);
}

/** The token of the newest link that was mailed to an address. */
export async function mailedToken(campaignId: string, to: string): Promise<string> {
  const mail = (await mailsTo(campaignId, to)).at(-1);
  const [, token = ""] = /\/confirm\/([\w-]+)/.exec(mail?.text ?? "") ?? [];
  if (!token) throw new Error("no link was mailed");
  return token;
}

/** The token of the newest link to everything that an address signed. */
export async function mailedPersonalToken(to: string): Promise<string> {
  const mail = (await mailsTo(null, to)).at(-1);
  const [, token = ""] = /\/me\/([\w-]+)/.exec(mail?.text ?? "") ?? [];
  if (!token) throw new Error("no personal link was mailed");
  return token;
}
