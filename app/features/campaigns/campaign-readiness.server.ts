import { reachableNow } from "#app/features/directory/reachable-of.server.ts";
import { memberIdsOf } from "#app/features/accounts/account-names.server.ts";
import { organization } from "#app/features/accounts/organization-of.server.ts";
import type { Organization } from "#app/features/accounts/organization-of.server.ts";
import type { By } from "#app/lib/by.ts";
import { sql } from "#app/lib/db.server.ts";
import type { EditedCampaign } from "#app/features/campaigns/edited-campaign-of.server.ts";
import { readinessOf } from "#app/features/campaigns/readiness.ts";
import type { ReadinessItem } from "#app/features/campaigns/readiness.ts";
import { isTaken } from "#app/features/campaigns/save-part.server.ts";

/** What stops this campaign from being published as it was last written, by the directory and the organization of now. */
export async function campaignReadiness(by: By, { standing, document }: EditedCampaign): Promise<ReadinessItem[]> {
  const [reachable, runBy, memberIds, slugTaken] = await Promise.all([
    reachableNow(by),
    organization(by),
    memberIdsOf(by, standing.id),
    isTaken({ sql }, standing.id, document.story.slug),
  ]);
  return readinessOf(document, {
    reachable,
    organizationGaps: standing.isDemo ? [] : organizationGaps(runBy),
    members: memberIds.length,
    slugTaken,
    openedAt: standing.publishedAt === null ? null : (standing.opensAt ?? standing.publishedAt),
    now: by.now,
  });
}

/** What every page and mail says of the organization, where it is not said yet. */
function organizationGaps(given: Organization): string[] {
  const asked = ["name", "postalAddress", "contactEmail", "privacyEmail"] as const;
  return asked.filter((name) => given[name].trim() === "");
}
