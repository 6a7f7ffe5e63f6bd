import { data } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pictureFaultSentence } from "#app/features/blobs/words.ts";
import { organizationForm } from "#app/features/accounts/organization-form-of.server.ts";
import { organizationFields, organizationSchema } from "#app/features/accounts/organization-form.ts";
import type { OrganizationFault } from "#app/features/accounts/organization-form.ts";
import { OrganizationPage } from "#app/features/accounts/organization-page.tsx";
import { organizationGaps } from "#app/features/accounts/organization.ts";
import { saveOrganization } from "#app/features/accounts/save-organization.server.ts";
import { words } from "#app/features/accounts/words.ts";
import { requireRole } from "#app/http/guards.server.ts";
import { localeOf } from "#app/http/locale-of.server.ts";
import { parseForm } from "#app/http/parse-form.server.ts";
import { seeOther, signedInHeaders } from "#app/http/responses.server.ts";
import { paths } from "#app/lib/paths.ts";
import { AppShell } from "#app/ui/app-shell.tsx";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";

export const meta: MetaFunction<typeof loader> = ({ data: shown, matches }) => [
  { title: words(localeIn(matches))(shown?.refused ? "organization.document.error" : "organization.document") },
];
export const headers = signedInHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { by, account } = await requireRole(args, "admin");
  const known = await organizationForm(by);
  const { hasPrincipal } = known;
  return {
    account: { name: account.name, role: account.role },
    values: {
      name: known.name,
      postalAddress: known.postalAddress,
      contactEmail: known.contactEmail,
      privacyEmail: known.privacyEmail,
      languages: known.languages.join(", "),
      hasPrincipal: hasPrincipal === null ? "" : hasPrincipal ? "yes" : "no",
      principal: known.principal ?? "",
      wordMark: known.wordMark ?? "",
    },
    picture: known.picture,
    gaps: organizationGaps(known),
    isSaved: new URL(args.request.url).searchParams.has("saved"),
    refused: args.context.refused === true,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { by } = await requireRole(args, "admin");
  const locale = localeOf(args.context);
  const form = await parseForm(args.request, organizationFields, organizationSchema, "picture");
  const refused = form.ok ? await saveOrganization(by, { ...form.value, file: form.file }) : null;
  if (form.ok && refused === null) return seeOther(paths.adminOrganizationSaved());
  args.context.refused = true;
  const t = words(locale);
  const faults = form.ok
    ? [{ field: "picture", sentence: refused ? pictureFaultSentence(locale, refused) : "" }]
    : form.faults.map(({ field, code }) => ({ field, sentence: t(`fault.${code as OrganizationFault}`) }));
  return data({ values: form.values.one, faults }, { status: 422, headers: signedInHeaders() });
}

export default function Organization() {
  const locale = useLocale();
  const { account, values, picture, gaps, isSaved } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <AppShell
      area="admin"
      current="organization"
      account={account}
      heading={words(locale)("organization.title")}
      locale={locale}
    >
      <OrganizationPage
        locale={locale}
        values={refused?.values ?? values}
        picture={picture}
        gaps={refused ? [] : gaps}
        faults={refused?.faults ?? []}
        isSaved={isSaved && !refused}
      />
    </AppShell>
  );
}
