import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { askedMeasure } from "#app/features/campaigns/asked-measure.server.ts";
import { campaignById } from "#app/features/campaigns/campaign-of.server.ts";
import { directoryAsOf } from "#app/features/directory/directory-as-of.server.ts";
import { officesByIds, representativeOfDivision } from "#app/features/directory/recipients-of.server.ts";
import { CampaignFiguresPage } from "#app/features/reporting/campaign-figures-page.tsx";
import { campaignFiguresOf } from "#app/features/reporting/campaign-figures-of.server.ts";
import { CountedAt } from "#app/features/reporting/counted-at.tsx";
import { districtShapes } from "#app/features/reporting/district-shapes.server.ts";
import { officeIdsOf, officeRows } from "#app/features/reporting/offices.ts";
import { drawnState } from "#app/features/reporting/places.ts";
import { queryOf, viewOf } from "#app/features/reporting/view.ts";
import { words } from "#app/features/reporting/words.ts";
import { requireCampaign } from "#app/http/guards.server.ts";
import { notFound, privateHeaders } from "#app/http/responses.server.ts";
import type { By } from "#app/lib/by.ts";
import { pathsIn } from "#app/lib/paths.ts";
import { AppShell } from "#app/ui/app-shell.tsx";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? [{ title: words(localeIn(matches))("campaign.document", { title: data.title }) }] : [];
export const headers = privateHeaders;

/** Counts and ids, the names of offices and who holds them; nobody's who signed (fault 41). */
export async function loader(args: LoaderFunctionArgs) {
  const { by, account, campaignId } = await requireCampaign(args, args.params.slug, "staff");
  const campaign = await campaignById(by, campaignId);
  if (!campaign) throw notFound();
  const view = viewOf(new URL(args.request.url).searchParams, by.now);
  const { countedAt, weeks, forOffices, signatures, points, places, sources, letters } = await campaignFiguresOf(
    by,
    campaignId,
    view,
  );
  const offices = await officesByIds(by, officeIdsOf(forOffices));
  const measure = await askedMeasure(by, campaignId);
  const shapes = districtShapes(drawnState(places, view));
  return {
    account: { name: account.name, role: account.role },
    slug: campaign.slug,
    title: campaign.title,
    goal: campaign.goal,
    countedAt: countedAt.toISOString(),
    view,
    weeks,
    figures: { signatures, points, places, sources, letters },
    offices: officeRows({
      ...forOffices,
      offices: offices,
      measure,
    }),
    measure: measure && { name: measure.name, asOf: measure.asOf },
    asOf: await directoryAsOf(by),
    shapes,
    vacant: await vacantOf(by, Object.keys(shapes?.paths ?? {})),
  };
}

/** Those of these divisions for which nobody sits in the House. */
async function vacantOf(by: By, divisionIds: string[]): Promise<string[]> {
  const held = await Promise.all(divisionIds.map((id) => representativeOfDivision(by, id)));
  return divisionIds.filter((_, index) => held[index] === null);
}

export default function StaffCampaign() {
  const locale = useLocale();
  const { account, title, countedAt, ...shown } = useLoaderData<typeof loader>();
  const paths = pathsIn(locale);
  return (
    <AppShell
      area="staff"
      current="overview"
      crumbs={[{ label: words(locale)("overview.title"), href: paths.staff() }, { label: title }]}
      account={account}
      heading={title}
      beside={
        <CountedAt
          at={countedAt}
          refresh={`${paths.staffCampaign(shown.slug)}${queryOf(shown.view)}`}
          locale={locale}
        />
      }
      locale={locale}
    >
      <CampaignFiguresPage {...shown} locale={locale} />
    </AppShell>
  );
}
