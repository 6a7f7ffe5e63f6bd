import { recordAudit } from "#app/features/audit/record-audit.server.ts";
import type { By } from "#app/lib/by.ts";
import { none, transaction } from "#app/lib/db.server.ts";
import { forgetOrganization } from "./organization-of.server.ts";
import { organizationForm } from "./organization-form-of.server.ts";
import type { OrganizationForm } from "./organization.ts";

/** Writes who runs this installation; what was changed is on record. Every page names it within two seconds. */
export async function saveOrganization(by: By, given: OrganizationForm): Promise<void> {
  const { name, postalAddress, contactEmail, privacyEmail, languages, hasPrincipal, principal, secondPerson } = given;
  await transaction(async (tx) => {
    const before = await organizationForm(by, tx);
    await tx.sql(
      "organization-save",
      `insert into "Organization" ("id", "name", "postalAddress", "contactEmail", "privacyEmail", "languages",
         "hasPrincipal", "principal", "secondPerson")
       values ('self', $1, $2, $3, $4, $5, $6, $7, $8)
       on conflict ("id") do update set "name" = $1, "postalAddress" = $2, "contactEmail" = $3, "privacyEmail" = $4,
         "languages" = $5, "hasPrincipal" = $6, "principal" = $7, "secondPerson" = $8`,
      [name, postalAddress, contactEmail, privacyEmail, languages, hasPrincipal, principal, secondPerson],
      none,
    );
    const change = { from: changed(before, given), to: changed(given, before) };
    await recordAudit(tx, by, {
      action: "organization-saved",
      subjectKind: "organization",
      subjectId: "self",
      change,
    });
  });
  forgetOrganization();
}

/** Of `one` what `other` says differently. */
function changed(one: OrganizationForm, other: OrganizationForm): Partial<OrganizationForm> {
  const differs = ([name, value]: [string, unknown]) =>
    JSON.stringify(value) !== JSON.stringify(other[name as keyof OrganizationForm]);
  return Object.fromEntries(Object.entries(one).filter(differs));
}
