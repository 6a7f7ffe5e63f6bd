import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { campaignBySlug } from "#app/features/campaigns/campaign-of.server.ts";
import { markHandedOver, unmarkHandedOver } from "#app/features/letters/hand-over-letter.server.ts";
import { signatureByToken } from "#app/features/signatures/signature-of.server.ts";
import { visitor } from "#app/http/by.server.ts";
import { readLetterCookie } from "#app/http/letter-cookie.server.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { notFound, seeOther } from "#app/http/responses.server.ts";
import { paths } from "#app/lib/paths.ts";

export { NoPage as default } from "#app/ui/no-page.tsx";

/** "I have sent it", or not after all, from the page before confirming. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const by = visitor(context);
  const campaign = await campaignBySlug(by, params.slug ?? "");
  if (!campaign) throw notFound();
  const token = readLetterCookie(request);
  const signature = token === null ? null : await signatureByToken(by, token, ["letter", "writer"]);
  const { one } = await readForm(request, ["letterId", "done"]);
  if (signature?.campaignId === campaign.id) {
    const mark = one.done === "no" ? unmarkHandedOver : markHandedOver;
    await mark(by, { signatureId: signature.id, letterId: one.letterId ?? "" });
  }
  return seeOther(paths.thanks(campaign.slug));
}

export function loader({ params }: LoaderFunctionArgs) {
  return seeOther(paths.thanks(params.slug ?? ""));
}
