import { data } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { namesOf } from "#app/features/accounts/names-of.server.ts";
import { editorPage } from "#app/features/campaigns/edit-frame-of.server.ts";
import { EditShell } from "#app/features/campaigns/edit-shell.tsx";
import { editTitle } from "#app/features/campaigns/edit-title.ts";
import { revisionOf } from "#app/features/campaigns/edited-campaign-of.server.ts";
import { partDifferences } from "#app/features/campaigns/part-differences.ts";
import { restoreRevision } from "#app/features/campaigns/restore-revision.server.ts";
import { RevisionPage } from "#app/features/campaigns/revisions-page.tsx";
import { words } from "#app/features/campaigns/words.ts";
import { requireCampaign } from "#app/http/guards.server.ts";
import { localeOf } from "#app/http/locale-of.server.ts";
import { notFound, seeOther, signedInHeaders } from "#app/http/responses.server.ts";
import { paths } from "#app/lib/paths.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";

export const meta: MetaFunction<typeof loader> = ({ data: shown, matches }) =>
  shown ? [{ title: editTitle(localeIn(matches), "revisions", shown) }] : [];
export const headers = signedInHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { by, account, campaignId } = await requireCampaign(args, args.params.slug, "organizer");
  const [editor, found] = await Promise.all([
    editorPage(by, campaignId),
    revisionOf(by, campaignId, numberOf(args.params.number)),
  ]);
  if (!editor || !found) throw notFound();
  const names = await namesOf(by, [found.authorId]);
  const { number, part, at } = found;
  const isPublished = number === editor.edited.standing.published;
  return {
    account: { name: account.name, role: account.role },
    frame: editor.frame,
    row: { number, part, at, by: names.get(found.authorId) ?? "", isAside: false, isPublished },
    differences: partDifferences(localeOf(args.context), editor.edited.document, found.document),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { by, campaignId } = await requireCampaign(args, args.params.slug, "organizer");
  const number = await restoreRevision(by, campaignId, numberOf(args.params.number));
  if (number === "unknown") throw notFound();
  if (number === "too-many") {
    const sentence = words(localeOf(args.context))("organize.fault.too-many-saves");
    return data({ faults: [{ field: "", sentence }] }, { status: 429, headers: signedInHeaders() });
  }
  return seeOther(paths.organizeRevisions(args.params.slug ?? ""));
}

function numberOf(text = ""): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw notFound();
  return Number(text);
}

export default function Revision() {
  const locale = useLocale();
  const { account, frame, row, differences } = useLoaderData<typeof loader>();
  return (
    <EditShell locale={locale} account={account} frame={frame} page="revisions">
      <ErrorSummary faults={useActionData<typeof action>()?.faults ?? []} locale={locale} />
      <RevisionPage locale={locale} slug={frame.slug} timeZone={frame.timeZone} row={row} differences={differences} />
    </EditShell>
  );
}
