import type { By } from "#app/lib/by.ts";
import { earlier } from "#app/lib/time.ts";
import type { Person } from "../signature.ts";
import { pendingLife } from "../signature.ts";
import { emailHmac } from "./hmacs.server.ts";
import { signatureColumns, signatureRow } from "./signature-row.server.ts";
import type { Ask, SignatureRow } from "./signature-row.server.ts";

/** A signature whose person is not erased. */
export type PersonSignature = Omit<SignatureRow, "person"> & { person: Person };

/**
 * What one address signed, newest first: it is asked of each matter apart, because nothing links them. Who has not
 * confirmed in time is left out, also before the worker has erased them. Locked, in the order of their ids, where the
 * caller changes them.
 */
export async function signaturesOfAddress(
  ask: Ask,
  by: By,
  { email, matterIds, isLocked = false }: { email: string; matterIds: string[]; isLocked?: boolean },
): Promise<PersonSignature[]> {
  const rows = await ask.sql(
    isLocked ? "signatures-lock-of-address" : "signatures-of-address",
    `select ${signatureColumns} from "Signature" s
     join unnest($1::uuid[], $2::bytea[]) as mine("matterId", "emailHmac")
       on s."matterId" = mine."matterId" and s."emailHmac" = mine."emailHmac"
     where s."state" = 'confirmed' or s."state" = 'withdrawn' or (s."state" = 'pending' and s."signedAt" > $3)
     order by s."id" ${isLocked ? "for update of s" : ""}`,
    [matterIds, matterIds.map((matterId) => emailHmac(matterId, email)), earlier(by.now, pendingLife)],
    signatureRow,
  );
  return rows.flatMap(({ person, ...signature }) => (person ? [{ ...signature, person }] : [])).reverse();
}
