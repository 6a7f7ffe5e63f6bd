import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { askPageOf } from "#app/features/signatures/ask-page-of.server.ts";
import { AskPage } from "#app/features/signatures/ask-page.tsx";
import { withdrawSignatures } from "#app/features/signatures/withdraw-signatures.server.ts";
import { words } from "#app/features/signatures/words.ts";
import { visitor } from "#app/http/by.server.ts";
import { hasLeft } from "#app/http/left-cookie.server.ts";
import { localeOf } from "#app/http/locale-of.server.ts";
import { privateHeaders, seeOther } from "#app/http/responses.server.ts";
import { paths, pathsIn } from "#app/lib/paths.ts";
import { Page } from "#app/ui/page.tsx";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: words(localeIn(matches))("ask.title") }];
export const headers = privateHeaders;

/** Asks once more, and says exactly what follows; a link that leads here does nothing. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const locale = localeOf(context);
  const { token = "", ref = "" } = params;
  if (hasLeft(request)) return seeOther(paths.personal(token));
  const page = await askPageOf(visitor(context), { link: "personal", token, ref }, "withdraw", locale);
  return page
    ? { ...page, action: pathsIn(locale).personalWithdraw(token, ref), back: pathsIn(locale).personal(token) }
    : seeOther(paths.personal(token));
}

/** One of those that this address signed. */
export async function action({ params, context }: ActionFunctionArgs) {
  const { token = "", ref = "" } = params;
  const { outcome } = await withdrawSignatures(visitor(context), { link: "personal", token, ref });
  return seeOther(outcome === "unknown" ? paths.personal(token) : `${paths.personal(token)}?told=${outcome}`);
}

export default function WithdrawOne() {
  const locale = useLocale();
  const { organization, demo, ask, action: post, back } = useLoaderData<typeof loader>();
  return (
    <Page locale={locale} variant="form" organization={organization} demo={demo}>
      <main id="main" className="wrap page">
        <AskPage {...ask} action={post} back={back} locale={locale} />
      </main>
    </Page>
  );
}
