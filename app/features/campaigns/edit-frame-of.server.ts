import { namesOf } from "#app/features/accounts/names-of.server.ts";
import type { By } from "#app/lib/by.ts";
import { campaignReadiness } from "#app/features/campaigns/campaign-readiness.server.ts";
import { campaignState } from "#app/features/campaigns/campaign.ts";
import type { EditFrame } from "#app/features/campaigns/edit-shell.tsx";
import { editedCampaign } from "#app/features/campaigns/edited-campaign-of.server.ts";
import type { EditedCampaign } from "#app/features/campaigns/edited-campaign-of.server.ts";
import type { ReadinessItem } from "#app/features/campaigns/readiness.ts";
import { isTimeZone } from "#app/features/campaigns/wall-time.ts";

export type EditorPage = { edited: EditedCampaign; frame: EditFrame; items: ReadinessItem[] };

/** What every page of the editor needs, for an id that a guard gave out; null where the campaign has gone since. */
export async function editorPage(by: By, campaignId: string): Promise<EditorPage | null> {
  const edited = await editedCampaign(by, campaignId);
  if (!edited) return null;
  const items = await campaignReadiness(by, edited);
  const { standing, document, revision } = edited;
  const names = await namesOf(by, revision ? [revision.authorId] : []);
  const { timeZone } = document.dates;
  const frame: EditFrame = {
    slug: standing.slug,
    title: document.story.title,
    state: campaignState(standing, by.now),
    opensAt: standing.opensAt,
    timeZone: isTimeZone(timeZone) ? timeZone : "UTC",
    outcome: standing.outcome,
    faults: items.filter(({ level }) => level === "fault").length,
    isChanged: revision !== null && revision.number !== standing.published,
    saved: revision && { at: revision.at, by: names.get(revision.authorId) ?? "" },
  };
  return { edited, frame, items };
}
