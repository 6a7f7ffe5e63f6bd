import { data } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AnswerPage } from "#app/features/signatures/answer-page.tsx";
import type { Answer } from "#app/features/signatures/answer-page.tsx";
import { ConfirmPage } from "#app/features/signatures/confirm-page.tsx";
import { confirmSignature } from "#app/features/signatures/confirm-signature.server.ts";
import { ConfirmedPage } from "#app/features/signatures/confirmed-page.tsx";
import { LeftPage } from "#app/features/signatures/left-page.tsx";
import { mailedPageOf } from "#app/features/signatures/mailed-page-of.server.ts";
import type { MailedPage } from "#app/features/signatures/mailed-page-of.server.ts";
import { WithdrawnPage } from "#app/features/signatures/withdrawn-page.tsx";
import { words } from "#app/features/signatures/words.ts";
import { visitor } from "#app/http/by.server.ts";
import { hasLeft } from "#app/http/left-cookie.server.ts";
import { letterCookie } from "#app/http/letter-cookie.server.ts";
import { localeOf } from "#app/http/locale-of.server.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { privateHeaders, seeOther } from "#app/http/responses.server.ts";
import { paths, pathsIn } from "#app/lib/paths.ts";
import { Page } from "#app/ui/page.tsx";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";

export const meta: MetaFunction<typeof loader> = ({ data: shown, matches }) => [
  {
    title: words(localeIn(matches))(
      shown?.done ? "done.title" : shown?.withdrawn ? "withdrawn.title" : "confirm.title",
    ),
  },
];
export const headers = privateHeaders;

/** Mail programs and scanners open links: nothing is written here. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const locale = localeOf(context);
  const page = await mailedPageOf(visitor(context), params.token ?? "", locale);
  if (hasLeft(request) && page.slug !== null) return data(leftPage(page), { headers: privateHeaders() });
  // Said after a post, and only where it can be so: an address is easily made up.
  const told = new URL(request.url).searchParams.get("told");
  const isErased = (told === "erased" || told === "gone") && page.answer === "unknown";
  const isRenewed = told === "renewed" && (page.answer === "expired" || page.pending !== null);
  const answer: Answer | null = isErased ? told : isRenewed ? "renewed" : page.answer;
  const status = answer === "unknown" ? 404 : answer === "expired" ? 410 : 200;
  const done = page.done && { ...page.done, told: told === "shown" ? told : null };
  return data({ ...page, done, answer, isLeft: false }, { status, headers: privateHeaders() });
}

/** Nothing of what the link shows, on a device that somebody left. */
function leftPage({ token, organization, slug }: MailedPage) {
  const nothing = { demo: null, answer: null, pending: null, kept: [], done: null, withdrawn: null };
  return { token, organization, slug, ...nothing, isLeft: true };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const locale = localeOf(context);
  const token = params.token ?? "";
  const by = visitor(context);
  const { one } = await readForm(request, ["texts"]);
  const result = await confirmSignature(by, { token, texts: one.texts ?? "" });
  if (result.outcome === "confirmed" || result.outcome === "already")
    return seeOther(paths.confirm(token), { "Set-Cookie": letterCookie(result.slug, result.cookieToken) });
  // Taken back in another window.
  if (result.outcome === "withdrawn") return seeOther(paths.confirm(token));
  const page = await mailedPageOf(by, token, locale);
  if (result.outcome === "changed") return data({ ...page, changed: true }, { status: 409, headers: privateHeaders() });
  const answer: Answer = result.outcome === "signed-before" ? "before" : result.outcome;
  const statuses: Partial<Record<Answer, number>> = { unknown: 404, expired: 410, closed: 409 };
  const status = statuses[answer] ?? 200;
  return data({ ...page, answer, changed: false }, { status, headers: privateHeaders() });
}

export default function Confirm() {
  const locale = useLocale();
  const loaded = useLoaderData<typeof loader>();
  const acted = useActionData<typeof action>();
  const { organization, demo, answer, pending, kept, done, withdrawn, token, slug } = acted ?? loaded;
  const isLeft = !acted && loaded.isLeft;
  const isShown = slug !== null && !isLeft;
  const body = isLeft ? (
    <LeftPage locale={locale} back={pathsIn(locale).confirmReturn(token)} />
  ) : answer ? (
    <AnswerPage
      locale={locale}
      answer={answer}
      letters={kept}
      renewPath={answer === "expired" ? pathsIn(locale).confirmNewLink(token) : undefined}
    />
  ) : done ? (
    <ConfirmedPage {...done} locale={locale} />
  ) : withdrawn ? (
    <WithdrawnPage {...withdrawn} locale={locale} />
  ) : pending ? (
    <ConfirmPage {...pending} locale={locale} changed={acted?.changed === true} />
  ) : null;
  return (
    <Page
      locale={locale}
      variant="form"
      organization={organization}
      demo={demo}
      leave={isShown ? pathsIn(locale).leave(slug) : undefined}
    >
      <main id="main" className="wrap page">
        {body}
      </main>
    </Page>
  );
}
