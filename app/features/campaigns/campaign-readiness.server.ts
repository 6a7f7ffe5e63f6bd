import { measureById } from "#app/features/directory/measures-of.server.ts";
import { reachableNow } from "#app/features/directory/reachable-of.server.ts";
import { memberIdsOf } from "#app/features/accounts/member-ids-of.server.ts";
import { organizationForm } from "#app/features/accounts/organization-form-of.server.ts";
import { organizationGaps } from "#app/features/accounts/organization.ts";
import type { By } from "#app/lib/by.ts";
import { sql } from "#app/lib/db.server.ts";
import { env } from "#app/lib/env.server.ts";
import { demoCampaignIds } from "#app/features/campaigns/demo-campaign-ids.server.ts";
import type { EditedCampaign } from "#app/features/campaigns/edited-campaign-of.server.ts";
import { readinessOf } from "#app/features/campaigns/readiness.ts";
import type { ReadinessItem } from "#app/features/campaigns/readiness.ts";
import { isTaken } from "#app/features/campaigns/save-part.server.ts";

/** What stops this campaign from being published as it was last written, by the directory and the organization of now. */
export async function campaignReadiness(by: By, { standing, document }: EditedCampaign): Promise<ReadinessItem[]> {
  const [reachable, measure, runBy, memberIds, slugTaken, isDemonstration] = await Promise.all([
    reachableNow(by),
    measureById(by, document.asks.measureId),
    organizationForm(by),
    memberIdsOf(by, standing.id),
    isTaken({ sql }, standing.id, document.story.slug),
    demonstrates(by),
  ]);
  return readinessOf(document, {
    reachable,
    measure,
    organizationGaps: standing.isDemo ? [] : organizationGaps(runBy),
    isDemonstration,
    members: memberIds.length,
    slugTaken,
    pictureNumbers: standing.files.map(({ n }) => n),
    openedAt: standing.publishedAt === null ? null : (standing.opensAt ?? standing.publishedAt),
    now: by.now,
  });
}

/** An installation to try things on: its organization is a sample, and no letter leaves it. */
async function demonstrates(by: By): Promise<boolean> {
  const { DEMO, isProduction } = env();
  return !isProduction && DEMO !== "off" && (await demoCampaignIds(by)).length > 0;
}
