import { data } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { createCampaign } from "#app/features/campaigns/create-campaign.server.ts";
import { NewCampaignForm } from "#app/features/campaigns/new-campaign.tsx";
import { newCampaignFields, newCampaignSchema } from "#app/features/campaigns/organize-forms.ts";
import type { OrganizeFaultCode } from "#app/features/campaigns/organize-forms.ts";
import { words } from "#app/features/campaigns/words.ts";
import { requireRole } from "#app/http/guards.server.ts";
import { localeOf } from "#app/http/locale-of.server.ts";
import { parseForm } from "#app/http/parse-form.server.ts";
import type { Fault } from "#app/http/parse-form.server.ts";
import { seeOther, signedInHeaders } from "#app/http/responses.server.ts";
import { paths, pathsIn } from "#app/lib/paths.ts";
import { AppShell } from "#app/ui/app-shell.tsx";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";

export const meta: MetaFunction<typeof loader> = ({ data: shown, matches }) => [
  { title: words(localeIn(matches))(shown?.refused ? "new.document.error" : "new.document") },
];
export const headers = signedInHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { account } = await requireRole(args, "organizer");
  return { refused: args.context.refused === true, account: { name: account.name, role: account.role } };
}

export async function action(args: ActionFunctionArgs) {
  const { by } = await requireRole(args, "organizer");
  const t = words(localeOf(args.context));
  const form = await parseForm(args.request, newCampaignFields, newCampaignSchema);
  const refuse = (status: number, faults: { field: string; sentence: string }[]) => {
    args.context.refused = true;
    return data({ values: form.values.one, faults }, { status, headers: signedInHeaders() });
  };
  if (!form.ok) {
    const inWords = ({ field, code }: Fault) => ({ field, sentence: t(`organize.fault.${code as OrganizeFaultCode}`) });
    return refuse(422, form.faults.map(inWords));
  }
  const { kind, title, template } = form.value;
  const slug = await createCampaign(by, { kind, title, isEmpty: template === "none" });
  if (slug === null) return refuse(429, [{ field: "", sentence: t("organize.fault.too-many-campaigns") }]);
  return seeOther(paths.organizePart(slug, "story"));
}

export default function NewCampaign() {
  const locale = useLocale();
  const { account } = useLoaderData<typeof loader>();
  const { values, faults } = useActionData<typeof action>() ?? { values: {}, faults: [] };
  const t = words(locale);
  const crumbs = [{ label: t("edit.campaigns"), href: pathsIn(locale).organize() }, { label: t("new.title") }];
  return (
    <AppShell
      area="organize"
      current="campaigns"
      crumbs={crumbs}
      account={account}
      heading={t("new.title")}
      locale={locale}
    >
      <NewCampaignForm locale={locale} values={values} faults={faults} />
    </AppShell>
  );
}
