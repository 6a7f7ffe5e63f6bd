import { recordAudit } from "#app/features/audit/record-audit.server.ts";
import { pictureLimits } from "#app/features/blobs/picture.ts";
import type { PictureFault } from "#app/features/blobs/picture.ts";
import { readPicture } from "#app/features/blobs/read-picture.server.ts";
import { releaseBlobs, storeBlobs } from "#app/features/blobs/store-blobs.server.ts";
import type { NewBlob } from "#app/features/blobs/store-blobs.server.ts";
import type { By } from "#app/lib/by.ts";
import { none, transaction } from "#app/lib/db.server.ts";
import { forgetOrganization } from "./organization-of.server.ts";
import { organizationForm } from "./organization-form-of.server.ts";
import type { OrganizationForm, OrganizationPicture } from "./organization.ts";

/** `file`: a new picture; without one, the picture stays unless `dropsPicture`. */
export type OrganizationToSave = Omit<OrganizationForm, "picture"> & { file: Uint8Array | null; dropsPicture: boolean };

/** Who needs the blob of its picture. */
const usedBy = "organization";

/**
 * Writes who runs this installation; what was changed is on record. Every page names it within two seconds. Answers why
 * its picture is not taken; then nothing is written.
 */
export async function saveOrganization(by: By, given: OrganizationToSave): Promise<PictureFault | null> {
  const { file, dropsPicture, ...said } = given;
  const read = file && (await pictureFrom(file));
  if (read !== null && "code" in read) return read.code;
  await transaction(async (tx) => {
    const before = await organizationForm(by, tx);
    const picture = read?.picture ?? (dropsPicture ? null : before.picture);
    const after: OrganizationForm = { ...said, picture };
    if (read ?? dropsPicture) await releaseBlobs(tx, usedBy);
    if (read) await storeBlobs(tx, by, usedBy, [read.blob]);
    const { name, postalAddress, contactEmail, privacyEmail, languages, hasPrincipal, principal, wordMark } = after;
    await tx.sql(
      "organization-save",
      `insert into "Organization" ("id", "name", "postalAddress", "contactEmail", "privacyEmail", "languages",
         "hasPrincipal", "principal", "wordMark", "pictureSha256", "pictureWidth", "pictureHeight")
       values ('self', $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
       on conflict ("id") do update set "name" = $1, "postalAddress" = $2, "contactEmail" = $3, "privacyEmail" = $4,
         "languages" = $5, "hasPrincipal" = $6, "principal" = $7, "wordMark" = $8, "pictureSha256" = $9,
         "pictureWidth" = $10, "pictureHeight" = $11`,
      [
        name,
        postalAddress,
        contactEmail,
        privacyEmail,
        languages,
        hasPrincipal,
        principal,
        wordMark,
        picture?.sha256 ?? null,
        picture?.width ?? null,
        picture?.height ?? null,
      ],
      none,
    );
    const change = { from: changed(before, after), to: changed(after, before) };
    await recordAudit(tx, by, {
      action: "organization-saved",
      subjectKind: "organization",
      subjectId: "self",
      change,
    });
  });
  forgetOrganization();
  return null;
}

/** The size for a phone is enough: it never stands large. */
async function pictureFrom(
  file: Uint8Array,
): Promise<{ picture: OrganizationPicture; blob: NewBlob } | { code: PictureFault }> {
  const read = await readPicture(file);
  if (!read.ok) return { code: read.code };
  const { sha256, smallSha256, width, height } = read.picture;
  const blob = read.blobs.find((one) => one.sha256 === (smallSha256 ?? sha256));
  if (!blob) throw new Error("a picture is among its blobs");
  const scale = Math.min(1, pictureLimits.smallWidth / width);
  return {
    picture: { sha256: blob.sha256, width: Math.round(width * scale), height: Math.round(height * scale) },
    blob,
  };
}

/** Of `one` what `other` says differently. */
function changed(one: OrganizationForm, other: OrganizationForm): Partial<OrganizationForm> {
  const differs = ([name, value]: [string, unknown]) =>
    JSON.stringify(value) !== JSON.stringify(other[name as keyof OrganizationForm]);
  return Object.fromEntries(Object.entries(one).filter(differs));
}
