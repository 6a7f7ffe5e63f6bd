import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { organization } from "#app/features/accounts/organization-of.server.ts";
import { Privacy } from "#app/features/site/privacy-page.tsx";
import { words } from "#app/features/site/words.ts";
import { visitor } from "#app/http/by.server.ts";
import { Page } from "#app/ui/page.tsx";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";

export const meta: MetaFunction = ({ matches }) => [
  { title: words(localeIn(matches))("privacy.page") },
  { name: "description", content: words(localeIn(matches))("privacy.description") },
];

export async function loader({ context }: LoaderFunctionArgs) {
  const { name, postalAddress, privacyEmail } = await organization(visitor(context));
  return { name, postalAddress, privacyEmail };
}

export default function PrivacyRoute() {
  const locale = useLocale();
  const runBy = useLoaderData<typeof loader>();
  return (
    <Page locale={locale} variant="full" organization={runBy.name}>
      <Privacy locale={locale} organization={runBy} />
    </Page>
  );
}
