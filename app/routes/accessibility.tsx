import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { organization } from "#app/features/accounts/organization-of.server.ts";
import { Accessibility } from "#app/features/site/accessibility-page.tsx";
import { words } from "#app/features/site/words.ts";
import { visitor } from "#app/http/by.server.ts";
import { Page } from "#app/ui/page.tsx";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";

export const meta: MetaFunction = ({ matches }) => [
  { title: words(localeIn(matches))("access.document") },
  { name: "description", content: words(localeIn(matches))("access.description") },
];

export async function loader({ context }: LoaderFunctionArgs) {
  const { name, contactEmail } = await organization(visitor(context));
  return { name, contactEmail };
}

export default function AccessibilityRoute() {
  const locale = useLocale();
  const { name, contactEmail } = useLoaderData<typeof loader>();
  return (
    <Page locale={locale} variant="full" organization={name}>
      <Accessibility locale={locale} contactEmail={contactEmail} />
    </Page>
  );
}
