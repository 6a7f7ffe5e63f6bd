import { data } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AccountFrame } from "#app/features/accounts/account-frame.tsx";
import { SecondFactorGate } from "#app/features/accounts/password-page.tsx";
import { SecondFactorSetUpPage } from "#app/features/accounts/second-factor-set-up.tsx";
import { words } from "#app/features/accounts/words.ts";
import { requireAccount } from "#app/http/guards.server.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { seeOther, signedInHeaders } from "#app/http/responses.server.ts";
import { beginSecondFactor } from "#app/http/sign-in.server.ts";
import { paths } from "#app/lib/paths.ts";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";

export const meta: MetaFunction<typeof loader> = ({ data: shown, matches }) => [
  { title: words(localeIn(matches))(shown?.refused ? "set-up.document.error" : "set-up.document") },
];
export const headers = signedInHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { account, hasSecondFactor } = await requireAccount(args);
  if (hasSecondFactor) throw seeOther(paths.account());
  return { account: { name: account.name, role: account.role }, refused: args.context.refused === true };
}

export async function action(args: ActionFunctionArgs) {
  const { by, hasSecondFactor } = await requireAccount(args);
  if (hasSecondFactor) return seeOther(paths.account());
  const { one } = await readForm(args.request, ["password"]);
  const setUp = await beginSecondFactor({ request: args.request, by }, one.password ?? "");
  if (!setUp) args.context.refused = true;
  return data({ setUp }, { status: setUp ? 200 : 422, headers: signedInHeaders() });
}

export default function SetUpSecondFactor() {
  const locale = useLocale();
  const { account } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <AccountFrame account={account} heading={words(locale)("set-up.title")} locale={locale}>
      {answer?.setUp ? (
        <SecondFactorSetUpPage {...answer.setUp} locale={locale} />
      ) : (
        <SecondFactorGate what="set-up" isRefused={answer !== undefined} locale={locale} />
      )}
    </AccountFrame>
  );
}
