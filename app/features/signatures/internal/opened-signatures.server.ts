import type { By } from "#app/lib/by.ts";
import { tokenHash } from "#app/lib/id.server.ts";
import { lookup } from "#app/lib/seal.server.ts";
import type { SignatureKey } from "../signature-key.ts";
import { signaturesOfAddress } from "./person-signatures.server.ts";
import type { PersonSignature } from "./person-signatures.server.ts";
import { personalLink } from "./personal-link.server.ts";
import { lockByToken, readByToken } from "./signature-row.server.ts";
import type { Ask } from "./signature-row.server.ts";

export type OpenedSignatures = {
  email: string;
  expiresAt: Date;
  /** `ref` stands for a signature on pages: its id would tell its instant. */
  signatures: (PersonSignature & { ref: string })[];
};

type Given = {
  key: SignatureKey;
  /** Read before the transaction. */
  matterIds: string[];
  isLocked?: boolean;
};

/**
 * The signatures that a key opens, newest first, or null where it opens nothing (any more). Locked, where the caller
 * changes them: confirming, approving, taking back and erasing take turns.
 */
export async function openedSignatures(
  ask: Ask,
  by: By,
  { key, matterIds, isLocked = false }: Given,
): Promise<OpenedSignatures | null> {
  if (key.link === "confirm") {
    const found = await (isLocked ? lockByToken : readByToken)(ask, tokenHash(key.token), ["confirm"]);
    if (!found?.person || found.state === "expired" || found.expiresAt.getTime() <= by.now.getTime()) return null;
    const { purpose: _, expiresAt, person, ...signature } = found;
    return { email: person.email, expiresAt, signatures: [{ ...signature, person, ref: "" }] };
  }
  const link = await personalLink(ask, by, { token: key.token, isLocked });
  if (!link) return null;
  const { id: linkId, email, expiresAt } = link;
  const all = (await signaturesOfAddress(ask, by, { email, matterIds, isLocked })).map((signature) => ({
    ...signature,
    ref: refOf(linkId, signature.id),
  }));
  const signatures = key.ref === undefined ? all : all.filter(({ ref }) => ref === key.ref);
  return { email, expiresAt, signatures };
}

function refOf(linkId: string, signatureId: string): string {
  return Buffer.from(lookup("signature-ref", `${linkId} ${signatureId}`).subarray(0, 16)).toString("base64url");
}
