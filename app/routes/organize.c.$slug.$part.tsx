import { data } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pictureFaultSentence } from "#app/features/blobs/words.ts";
import { documentPart } from "#app/features/campaigns/campaign-document.ts";
import type { DocumentPart } from "#app/features/campaigns/campaign-document.ts";
import { conflictOf } from "#app/features/campaigns/conflict-of.server.ts";
import { Conflict } from "#app/features/campaigns/conflict.tsx";
import { editorPage } from "#app/features/campaigns/edit-frame-of.server.ts";
import { EditShell } from "#app/features/campaigns/edit-shell.tsx";
import { editTitle } from "#app/features/campaigns/edit-title.ts";
import { partFields, partFrom } from "#app/features/campaigns/part-form.ts";
import { partPage } from "#app/features/campaigns/part-page-of.server.ts";
import { PartView } from "#app/features/campaigns/part-view.tsx";
import { savePart } from "#app/features/campaigns/save-part.server.ts";
import { withAdded } from "#app/features/campaigns/with-added.server.ts";
import { withPicture } from "#app/features/campaigns/with-picture.server.ts";
import { words } from "#app/features/campaigns/words.ts";
import { requireCampaign } from "#app/http/guards.server.ts";
import { localeOf } from "#app/http/locale-of.server.ts";
import { readUpload } from "#app/http/parse-form.server.ts";
import { notFound, seeOther, signedInHeaders } from "#app/http/responses.server.ts";
import { paths } from "#app/lib/paths.ts";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";
import storyPreview from "../features/campaigns/live-editor.client.ts?worker&url";

export const meta: MetaFunction<typeof loader> = ({ data: shown, matches }) =>
  shown ? [{ title: editTitle(localeIn(matches), shown.page.part, shown) }] : [];
export const headers = signedInHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { by, account, campaignId } = await requireCampaign(args, args.params.slug, "organizer");
  const part = partOf(args.params.part);
  const editor = await editorPage(by, campaignId);
  if (!editor) throw notFound();
  const page = await partPage(by, part, editor, localeOf(args.context));
  return {
    refused: args.context.refused === true,
    account: { name: account.name, role: account.role },
    frame: editor.frame,
    page,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { by, campaignId } = await requireCampaign(args, args.params.slug, "organizer");
  const part = partOf(args.params.part);
  const locale = localeOf(args.context);
  const t = words(locale);
  const { one, file } = await readUpload(args.request, [...partFields(part), "read", "revision"], "picture");
  const { values, fault } = await withPicture(by, campaignId, one, part === "story" ? file : null);
  const refuse = (field: string, code: "too-long" | "wrong" | "goal-form" | "slug-taken") => ({
    field,
    sentence: t(`edit.fault.${code}`),
  });
  const answer = (status: number, given: { faults?: ReturnType<typeof refuse>[]; digest?: string }) =>
    data(
      { values, faults: given.faults ?? [], digest: given.digest ?? values.read, conflict: null },
      { status, headers: signedInHeaders() },
    );
  // Undone only by leaving for the next page.
  args.context.refused = true;
  if (fault) return answer(422, { faults: [{ field: "picture", sentence: pictureFaultSentence(locale, fault) }] });
  const form = partFrom(part, values);
  if (!form.ok) return answer(422, { faults: form.faults.map(({ field, code }) => refuse(field, code)) });
  const value = await withAdded(by, locale, part, form.value, values);
  const saved = await savePart(by, { campaignId, part, value, readDigest: values.read });
  if (saved.outcome === "slug-taken") return answer(422, { faults: [refuse("slug", "slug-taken")] });
  if (saved.outcome === "too-many")
    return answer(429, { faults: [{ field: "", sentence: t("organize.fault.too-many-saves") }] });
  if (saved.outcome !== "conflict")
    return seeOther(`${paths.organizePart(args.params.slug ?? "", part)}${file ? "#pictures" : ""}`);
  const base = /^\d{1,7}$/.test(values.revision) ? Number(values.revision) : 0;
  const conflict = await conflictOf(by, locale, { campaignId, part, mine: value, theirs: saved.theirs, base });
  return data({ values, faults: [], digest: saved.digest, conflict }, { status: 409, headers: signedInHeaders() });
}

function partOf(text: string | undefined): DocumentPart {
  const part = documentPart.safeParse(text);
  if (!part.success) throw notFound();
  return part.data;
}

export default function EditPart() {
  const locale = useLocale();
  const { account, frame, page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { part } = page;
  const { slug, timeZone } = frame;
  const shown = answer ? { ...page, values: answer.values, read: { ...page.read, digest: answer.digest } } : page;
  return (
    <EditShell locale={locale} account={account} frame={frame} page={part}>
      {answer?.conflict ? (
        <Conflict locale={locale} slug={slug} part={part} conflict={answer.conflict} timeZone={timeZone} />
      ) : null}
      <PartView locale={locale} slug={slug} {...shown} faults={answer?.faults ?? []} />
      <script type="module" src={storyPreview} />
    </EditShell>
  );
}
