import { namesOf } from "#app/features/accounts/names-of.server.ts";
import { organizationForm } from "#app/features/accounts/organization-form-of.server.ts";
import { publishersOf } from "#app/features/accounts/publishers-of.server.ts";
import type { By } from "#app/lib/by.ts";
import type { EditedCampaign } from "#app/features/campaigns/edited-campaign-of.server.ts";
import { lastRequest } from "#app/features/campaigns/internal/publish-requests.server.ts";
import type { ShownRequest, Way } from "#app/features/campaigns/publish-panel.tsx";

/** How this campaign is published by whoever looks at it now, and the request that waits or was last decided. */
export async function publishingOf(
  by: By,
  { standing, revision }: EditedCampaign,
): Promise<{ way: Way; request: ShownRequest | null }> {
  const [{ secondPerson }, publishers, last] = await Promise.all([
    organizationForm(by),
    publishersOf(by, standing.id),
    lastRequest(standing.id),
  ]);
  const isAlone = !publishers.some(({ id }) => id !== by.accountId);
  const way = !secondPerson ? "direct" : isAlone ? "delay" : "second";
  if (!last) return { way, request: null };
  const names = await namesOf(by, [last.askedById, ...(last.decidedById ? [last.decidedById] : [])]);
  const request: ShownRequest = {
    id: last.id,
    state: last.state,
    revision: last.revision,
    askedBy: names.get(last.askedById) ?? "",
    askedAt: last.askedAt,
    publishAt: last.publishAt,
    isMine: last.askedById === by.accountId,
    stale: !publishers.some(({ id }) => id === last.askedById)
      ? "asker-gone"
      : last.version !== standing.version
        ? "overtaken"
        : last.revision !== revision?.number
          ? "rewritten"
          : null,
    decidedBy: (last.decidedById && names.get(last.decidedById)) || "",
    reason: last.reason ?? "",
  };
  return { way, request };
}
