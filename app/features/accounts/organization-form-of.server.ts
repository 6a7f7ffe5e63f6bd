import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { sql } from "#app/lib/db.server.ts";
import type { Tx } from "#app/lib/db.server.ts";
import { organizationPicture, pictureColumn } from "./internal/organization-picture.ts";
import { sampleOrganization } from "./organization.ts";
import type { OrganizationForm } from "./organization.ts";

const row = z.object({
  name: z.string(),
  postalAddress: z.string(),
  contactEmail: z.string(),
  privacyEmail: z.string(),
  languages: z.array(z.string()),
  hasPrincipal: z.boolean().nullable(),
  principal: z.string().nullable(),
  wordMark: z.string().nullable(),
  picture: organizationPicture,
});

/** All that is known of the organization, as it stands now: what its form shows and its gaps are read from. */
export async function organizationForm(_by: By, tx?: Tx): Promise<OrganizationForm> {
  const [found] = await (tx ?? { sql }).sql(
    "organization-form",
    `select "name", "postalAddress", "contactEmail", "privacyEmail", coalesce("languages", '{}') as "languages",
       "hasPrincipal", "principal", "wordMark", ${pictureColumn} from "Organization" where "id" = 'self'`,
    [],
    row,
  );
  const unsaid = { languages: [], hasPrincipal: null, principal: null, wordMark: null, picture: null };
  return found ?? { ...sampleOrganization, ...unsaid };
}
