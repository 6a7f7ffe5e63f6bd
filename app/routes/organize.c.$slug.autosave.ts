import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { namesOf } from "#app/features/accounts/names-of.server.ts";
import { documentPart, documentParts } from "#app/features/campaigns/campaign-document.ts";
import { partFields, partFrom } from "#app/features/campaigns/part-form.ts";
import { savePart } from "#app/features/campaigns/save-part.server.ts";
import { requireCampaign } from "#app/http/guards.server.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { notFound, seeOther, signedInHeaders } from "#app/http/responses.server.ts";
import { paths } from "#app/lib/paths.ts";

/** Opened by its address, it leads to the editor. */
export async function loader(args: LoaderFunctionArgs) {
  const { slug = "" } = args.params;
  await requireCampaign(args, slug, "organizer");
  return seeOther(paths.organizePart(slug, "story"));
}

/** What live-editor.client.ts posts while somebody writes: the whole form of a part. It says what became of it. */
export async function action(args: ActionFunctionArgs) {
  const { by, campaignId } = await requireCampaign(args, args.params.slug, "organizer");
  const fields = [...documentParts.flatMap(partFields), "part", "read"];
  const { one: values } = await readForm(args.request, [...new Set(fields)]);
  const part = documentPart.safeParse(values.part);
  if (!part.success) throw notFound();
  const answer = (status: number, body: Record<string, unknown>) =>
    Response.json(body, { status, headers: signedInHeaders() });
  // A target or an office is added by whoever presses "Save".
  const form = partFrom(part.data, values);
  if (!form.ok) return answer(422, { outcome: "wrong" });
  const saved = await savePart(by, {
    campaignId,
    part: part.data,
    value: form.value,
    readDigest: values.read,
    auto: true,
  });
  if (saved.outcome === "slug-taken") return answer(422, { outcome: "wrong" });
  if (saved.outcome === "too-many") return answer(429, { outcome: saved.outcome });
  if (saved.outcome === "conflict") {
    const names = await namesOf(by, [saved.theirs.authorId]);
    return answer(409, { outcome: "conflict", by: names.get(saved.theirs.authorId) ?? "" });
  }
  return answer(200, { outcome: saved.outcome, read: saved.digest });
}
