import { organization } from "#app/features/accounts/organization-of.server.ts";
import type { By } from "#app/lib/by.ts";
import { editedCampaign } from "#app/features/campaigns/edited-campaign-of.server.ts";
import { personaFrom } from "#app/features/campaigns/persona.ts";

export type Preview = NonNullable<Awaited<ReturnType<typeof previewOf>>>;

/** What each page of a preview shows: the campaign as it was last written, who runs the site, and as whom one walks. */
export async function previewOf(by: By, campaignId: string, as: string | null) {
  const [edited, runBy] = await Promise.all([editedCampaign(by, campaignId), organization(by)]);
  return edited && { ...edited, organization: runBy, ...personaFrom(as) };
}

/** What every page of the walk after the first says around what it shows. */
export function previewFrameOf({ standing, document, organization: runBy, persona, as }: Preview) {
  return { slug: standing.slug, title: document.story.title, organization: runBy.name, persona, as };
}
