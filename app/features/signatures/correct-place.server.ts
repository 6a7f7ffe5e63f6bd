import type { By } from "#app/lib/by.ts";
import { none, transaction } from "#app/lib/db.server.ts";
import { tokenHash } from "#app/lib/id.server.ts";
import { seal } from "#app/lib/seal.server.ts";
import { retireLetters } from "#app/features/letters/retire-letters.server.ts";
import { personLabel } from "./internal/labels.ts";
import { lockWriter } from "./internal/lock-writer.server.ts";
import type { Person, SignaturePlace } from "./signature.ts";

export type PlaceCorrection = {
  cookieToken: string;
  campaignId: string;
  address: Pick<Person, "postalCode" | "locality" | "region">;
  /** What the directory says of that ZIP code. */
  place: SignaturePlace;
};

/**
 * Gives a signature that waits for its confirmation another place in the United States: its letters go to whom that one
 * names, and those that were approved with the old address are to be read again. A confirmed one keeps the place by which
 * it was counted.
 */
export async function correctPlace(
  by: By,
  { cookieToken, campaignId, address, place }: PlaceCorrection,
): Promise<{ outcome: "corrected" | "confirmed" | "unknown" }> {
  return transaction(async (tx) => {
    const signature = await lockWriter(tx, by, tokenHash(cookieToken), campaignId);
    if (!signature) return { outcome: "unknown" };
    if (signature.state !== "pending") return { outcome: "confirmed" };
    const { id, person } = signature;
    await tx.sql(
      "signatures-correct-place",
      `update "Signature" set "sealedPerson" = $2, "mapId" = $3, "houseDivisionId" = $4, "stateDivisionId" = $5,
         "divisionMethod" = $6 where "id" = $1`,
      [
        id,
        seal(personLabel, id, { ...person, ...address }),
        place.mapId,
        place.houseDivisionId,
        place.stateDivisionId,
        place.method,
      ],
      none,
    );
    await retireLetters(tx, by, id);
    return { outcome: "corrected" };
  });
}
