import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { askedMeasure } from "#app/features/campaigns/asked-measure.server.ts";
import { officesByIds } from "#app/features/directory/recipients-of.server.ts";
import { campaignFiguresOf } from "#app/features/reporting/campaign-figures-of.server.ts";
import { toCsv } from "#app/features/reporting/csv.ts";
import { officeIdsOf, officeRows } from "#app/features/reporting/offices.ts";
import { recordExport } from "#app/features/reporting/record-export.server.ts";
import { dated, isTableName, tableOf } from "#app/features/reporting/tables.ts";
import { queryOf, viewOf } from "#app/features/reporting/view.ts";
import { requireCampaign } from "#app/http/guards.server.ts";
import { localeOf } from "#app/http/locale-of.server.ts";
import { downloadHeaders, notFound, seeOther } from "#app/http/responses.server.ts";
import { paths } from "#app/lib/paths.ts";

/** The address of a button: opened, it leads to the page that has it, in the view of the file. */
export async function loader(args: LoaderFunctionArgs) {
  const { slug = "" } = args.params;
  const { by } = await requireCampaign(args, slug, "staff");
  const view = viewOf(new URL(args.request.url).searchParams, by.now);
  return seeOther(`${paths.staffCampaign(slug)}${queryOf(view)}`);
}

/** One table of a campaign's page as a file, as the page shows it; who takes it is written down, so it is posted. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const { slug = "", table = "" } = args.params;
  const { by, campaignId } = await requireCampaign(args, slug, "staff");
  if (!isTableName(table)) throw notFound();
  const view = viewOf(new URL(args.request.url).searchParams, by.now);
  const { countedAt, forOffices, ...figures } = await campaignFiguresOf(by, campaignId, view);
  const known = table === "offices" ? await officesByIds(by, officeIdsOf(forOffices)) : [];
  const measure = table === "offices" ? await askedMeasure(by, campaignId) : null;
  const offices = table === "offices" ? officeRows({ ...forOffices, offices: known, measure }) : [];
  const locale = localeOf(args.context);
  const { head, rows } = dated(tableOf(table, { figures, offices, measure, view, locale }), countedAt, locale);
  await recordExport(by, { table, campaignId, rows: rows.length, query: queryOf(view) });
  const name = `${slug}-${table}-${by.now.toISOString().slice(0, 10)}.csv`;
  return new Response(toCsv(head, rows), { headers: downloadHeaders(name, "text/csv") });
}
