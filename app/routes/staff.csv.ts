import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { publishedCampaigns } from "#app/features/campaigns/campaign-of.server.ts";
import { toCsv } from "#app/features/reporting/csv.ts";
import { named } from "#app/features/reporting/overview.ts";
import { overviewOf } from "#app/features/reporting/overview-of.server.ts";
import { recordExport } from "#app/features/reporting/record-export.server.ts";
import { dated, overviewTable } from "#app/features/reporting/tables.ts";
import { requireRole } from "#app/http/guards.server.ts";
import { localeOf } from "#app/http/locale-of.server.ts";
import { downloadHeaders, seeOther } from "#app/http/responses.server.ts";
import { paths } from "#app/lib/paths.ts";

/** The address of a button: opened, it leads to the page that has it. */
export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, "staff");
  return seeOther(paths.staff());
}

/** The overview as a file; who takes it is written down, so it is posted. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const { by } = await requireRole(args, "staff");
  const locale = localeOf(args.context);
  const campaigns = await publishedCampaigns(by);
  const ids = campaigns.map(({ id }) => id);
  const { countedAt, campaigns: figures } = await overviewOf(by, ids);
  const { head, rows } = dated(overviewTable(named(figures, campaigns), locale), countedAt, locale);
  await recordExport(by, { table: "overview", campaignId: null, rows: rows.length, query: "" });
  const day = by.now.toISOString().slice(0, 10);
  return new Response(toCsv(head, rows), { headers: downloadHeaders(`figures-${day}.csv`, "text/csv") });
}
