import { data } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { organization } from "#app/features/accounts/organization-of.server.ts";
import { disownSignature } from "#app/features/signatures/disown-signature.server.ts";
import { StoppedPage } from "#app/features/signatures/stopped-page.tsx";
import { words } from "#app/features/signatures/words.ts";
import { visitor } from "#app/http/by.server.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { privateHeaders, seeOther } from "#app/http/responses.server.ts";
import { paths } from "#app/lib/paths.ts";
import { Page } from "#app/ui/page.tsx";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: words(localeIn(matches))("stopped.title") }];
export const headers = privateHeaders;

/**
 * "This wasn't me", by the page's form or by a mail program's own button (RFC 8058): its provider posts without cookie and
 * origin and follows no redirect, so it gets 200 once it is done, and the same one whatever the link stands for by then.
 */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const token = params.token ?? "";
  const by = visitor(context);
  const { one } = await readForm(request, ["List-Unsubscribe"]);
  const { outcome } = await disownSignature(by, { token });
  if (one["List-Unsubscribe"] === "One-Click") {
    context.answered = true;
    return data({ organization: (await organization(by)).name }, { headers: privateHeaders() });
  }
  return seeOther(outcome === "erased" ? `${paths.confirm(token)}?told=erased` : paths.confirm(token));
}

/** Opened, it does nothing: mail programs that know no button of their own open it. */
export function loader({ params, context }: LoaderFunctionArgs) {
  return context.answered ? null : seeOther(paths.confirm(params.token ?? ""));
}

export default function NotMe() {
  const locale = useLocale();
  const page = useActionData<typeof action>();
  if (!page) return null;
  return (
    <Page locale={locale} variant="form" organization={page.organization}>
      <main id="main" className="wrap page">
        <StoppedPage locale={locale} />
      </main>
    </Page>
  );
}
