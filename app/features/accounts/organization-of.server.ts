import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { isDatabaseDown, none, sql } from "#app/lib/db.server.ts";
import { seconds } from "#app/lib/time.ts";
import { organizationPicture, pictureColumn } from "./internal/organization-picture.ts";
import { sampleOrganization } from "./organization.ts";
import type { OrganizationPicture } from "./organization.ts";

/** Who runs this installation: named on every page, and whom to write to. */
export type Organization = {
  name: string;
  postalAddress: string;
  contactEmail: string;
  privacyEmail: string;
  /** For which foreign principal it acts; null: for none, or nobody has said. */
  principal: string | null;
  /** What stands in the masthead; null: the product's name. */
  wordMark: string | null;
  picture: OrganizationPicture | null;
};

const row = z.object({
  name: z.string(),
  postalAddress: z.string(),
  contactEmail: z.string(),
  privacyEmail: z.string(),
  principal: z.string().nullable(),
  wordMark: z.string().nullable(),
  picture: organizationPicture,
});

const sample: Organization = { ...sampleOrganization, principal: null, wordMark: null, picture: null };
const fresh = seconds(2);
let kept: { at: number; organization: Organization } | undefined;

/** The one organization. What was last known serves while the database is down: a form that was kept needs its frame. */
export async function organization(by: By): Promise<Organization> {
  if (kept && Math.abs(by.now.getTime() - kept.at) < fresh) return kept.organization;
  try {
    const [found] = await sql(
      "organization",
      `select "name", "postalAddress", "contactEmail", "privacyEmail", "principal", "wordMark", ${pictureColumn}
       from "Organization" where "id" = 'self'`,
      [],
      row,
    );
    if (!found) return sample;
    kept = { at: by.now.getTime(), organization: found };
    return found;
  } catch (error) {
    if (isDatabaseDown(error)) return kept?.organization ?? sample;
    throw error;
  }
}

/** After a change: what this process knew of it is asked again. */
export function forgetOrganization(): void {
  kept = undefined;
}

/** Writes who runs this installation, unless that has been said before. */
export async function ensureOrganization(
  _by: By,
  given: Pick<Organization, "name" | "postalAddress" | "contactEmail" | "privacyEmail">,
): Promise<void> {
  await sql(
    "organization-ensure",
    `insert into "Organization" ("id", "name", "postalAddress", "contactEmail", "privacyEmail")
     values ('self', $1, $2, $3, $4) on conflict ("id") do nothing`,
    [given.name, given.postalAddress, given.contactEmail, given.privacyEmail],
    none,
  );
}
