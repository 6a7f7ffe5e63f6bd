import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { namesOf } from "#app/features/accounts/names-of.server.ts";
import { auditEventsOf } from "#app/features/audit/audit-events-of.server.ts";
import { campaignTitles } from "#app/features/campaigns/campaign-titles.server.ts";
import { decisionNotices } from "#app/features/delivery/decision.ts";
import { keyOf } from "#app/features/delivery/delivery.ts";
import { deliveryOf } from "#app/features/delivery/delivery-of.server.ts";
import { DeliveryPage } from "#app/features/delivery/delivery-page.tsx";
import { words } from "#app/features/delivery/words.ts";
import { officesByIds } from "#app/features/directory/recipients-of.server.ts";
import { requireRole } from "#app/http/guards.server.ts";
import { notFound, signedInHeaders } from "#app/http/responses.server.ts";
import { pathsIn } from "#app/lib/paths.ts";
import { AppShell } from "#app/ui/app-shell.tsx";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? [{ title: words(localeIn(matches))("delivery.document", { id: data.id.slice(-8) }) }] : [];
export const headers = signedInHeaders;

/** One delivery's moves and who decided what; nobody's name, address or text but staff's own (fault 41). */
export async function loader(args: LoaderFunctionArgs) {
  const { by, account } = await requireRole(args, "staff");
  const delivery = await deliveryOf(by, args.params.id ?? "");
  if (!delivery) throw notFound();
  const { id, kind, state, reason, attempts, firstSentAt, providerId, isKept, campaignId, groupKey } = delivery;
  const [titles, offices, audited] = await Promise.all([
    campaignTitles(by),
    officesByIds(by, groupKey === null ? [] : [groupKey]),
    auditEventsOf(by, "delivery", id),
  ]);
  const names = await namesOf(
    by,
    audited.flatMap(({ actorId }) => actorId ?? []),
  );
  const decided = audited.map(({ at, actorId, change }) => ({
    at: at.getTime(),
    who: names.get(actorId ?? "") ?? "",
    why: typeof change.why === "string" ? change.why : "",
  }));
  const after = new URL(args.request.url).searchParams.get("after");
  return {
    account: { name: account.name, role: account.role },
    notice: decisionNotices.find((notice) => notice === after) ?? null,
    id,
    kind,
    state,
    reason,
    attempts,
    isKept,
    mayHaveLeft: firstSentAt !== null,
    serviceKey: keyOf(delivery),
    providerId,
    campaign: titles.find((one) => one.id === campaignId)?.title ?? null,
    office: offices[0]?.officeName ?? null,
    moves: delivery.moves.map(({ id: moveId, at, to, cause }) => {
      const decision = decided.find((one) => one.at === at.getTime());
      return { id: moveId, at: at.toISOString(), to, cause, who: decision?.who ?? null, why: decision?.why ?? null };
    }),
  };
}

export default function Delivery() {
  const locale = useLocale();
  const { account, ...shown } = useLoaderData<typeof loader>();
  const t = words(locale);
  const heading = t("delivery.title", { id: shown.id.slice(-8) });
  return (
    <AppShell
      area="staff"
      current="queue"
      crumbs={[{ label: t("queue.title"), href: pathsIn(locale).staffQueue() }, { label: heading }]}
      account={account}
      heading={heading}
      locale={locale}
    >
      <DeliveryPage {...shown} locale={locale} />
    </AppShell>
  );
}
