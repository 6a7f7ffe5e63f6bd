import { data } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AccountFrame } from "#app/features/accounts/account-frame.tsx";
import { noteChange } from "#app/features/accounts/note-change.server.ts";
import { SecondFactorGate } from "#app/features/accounts/password-page.tsx";
import { words } from "#app/features/accounts/words.ts";
import { requireAccount } from "#app/http/guards.server.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { seeOther, signedInHeaders } from "#app/http/responses.server.ts";
import { endSecondFactor } from "#app/http/sign-in.server.ts";
import { paths } from "#app/lib/paths.ts";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";

export const meta: MetaFunction<typeof loader> = ({ data: shown, matches }) => [
  { title: words(localeIn(matches))(shown?.refused ? "off.document.error" : "off.document") },
];
export const headers = signedInHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { account, hasSecondFactor } = await requireAccount(args);
  if (!hasSecondFactor) throw seeOther(paths.account());
  return { account: { name: account.name, role: account.role }, refused: args.context.refused === true };
}

export async function action(args: ActionFunctionArgs) {
  const { by, hasSecondFactor } = await requireAccount(args);
  if (!hasSecondFactor) return seeOther(paths.account());
  const { one } = await readForm(args.request, ["password"]);
  const cookies = await endSecondFactor({ request: args.request, by }, one.password ?? "");
  if (cookies) {
    await noteChange(by, "second-factor-off");
    return seeOther(paths.accountAfter("second-factor-off"), cookies);
  }
  args.context.refused = true;
  return data({ refused: true }, { status: 422, headers: signedInHeaders() });
}

export default function TurnOffSecondFactor() {
  const locale = useLocale();
  const { account } = useLoaderData<typeof loader>();
  const isRefused = useActionData<typeof action>() !== undefined;
  return (
    <AccountFrame account={account} heading={words(locale)("off.title")} locale={locale}>
      <SecondFactorGate what="off" isRefused={isRefused} locale={locale} />
    </AccountFrame>
  );
}
