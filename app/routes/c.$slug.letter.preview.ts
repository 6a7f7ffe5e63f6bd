import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { campaignBySlug } from "#app/features/campaigns/campaign-of.server.ts";
import { recipientsFor } from "#app/features/campaigns/recipients-for.server.ts";
import { bodyLimit, letterFields } from "#app/features/letters/letter-form.ts";
import { savePreview } from "#app/features/signatures/save-preview.server.ts";
import { signatureByToken } from "#app/features/signatures/signature-of.server.ts";
import { visitor } from "#app/http/by.server.ts";
import { readLetterCookie } from "#app/http/letter-cookie.server.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { notFound, seeOther } from "#app/http/responses.server.ts";
import { paths } from "#app/lib/paths.ts";

/** Saves the half-written letters and shows them again; approves nothing. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const by = visitor(context);
  const campaign = await campaignBySlug(by, params.slug ?? "");
  if (!campaign?.hasLetters) throw notFound();
  const cookieToken = readLetterCookie(request) ?? "";
  const signature = await signatureByToken(by, cookieToken, ["letter", "writer"]);
  const { one, many } = await readForm(request, letterFields);
  if (signature?.campaignId === campaign.id) {
    const { chooseFrom } = await recipientsFor(by, campaign, signature.person);
    const division = chooseFrom.find(({ divisionId }) => divisionId === one.division)?.divisionId ?? null;
    const body = (one.body ?? "").slice(0, bodyLimit);
    await savePreview(by, { cookieToken, campaignId: campaign.id, body, recipients: many.recipient ?? null, division });
  }
  return seeOther(paths.letter(campaign.slug));
}

export function loader({ params }: LoaderFunctionArgs) {
  return seeOther(paths.letter(params.slug ?? ""));
}
