import { data } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { AccountFrame } from "#app/features/accounts/account-frame.tsx";
import { isGuessable } from "#app/features/accounts/is-guessable.server.ts";
import { noteChange } from "#app/features/accounts/note-change.server.ts";
import { organization } from "#app/features/accounts/organization-of.server.ts";
import { PasswordForm } from "#app/features/accounts/password-page.tsx";
import { passwordSchema } from "#app/features/accounts/password.ts";
import type { PasswordFault } from "#app/features/accounts/password.ts";
import { words } from "#app/features/accounts/words.ts";
import { requireAccount } from "#app/http/guards.server.ts";
import { localeOf } from "#app/http/locale-of.server.ts";
import { parseForm } from "#app/http/parse-form.server.ts";
import { seeOther, signedInHeaders } from "#app/http/responses.server.ts";
import { changePassword } from "#app/http/sign-in.server.ts";
import { paths } from "#app/lib/paths.ts";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";

export const meta: MetaFunction<typeof loader> = ({ data: shown, matches }) => [
  { title: words(localeIn(matches))(shown?.refused ? "account.password.document.error" : "account.password.document") },
];
export const headers = signedInHeaders;

const schema = z.object({ current: z.string(), password: passwordSchema });

export async function loader(args: LoaderFunctionArgs) {
  const { account } = await requireAccount(args);
  const { name, email, role } = account;
  return { account: { name, email, role }, refused: args.context.refused === true };
}

export async function action(args: ActionFunctionArgs) {
  const { by, account } = await requireAccount(args);
  const { request, context } = args;
  const t = words(localeOf(context));
  const form = await parseForm(request, { one: ["current", "password"] }, schema);
  const refuse = (faults: { field: string; sentence: string }[]) => {
    context.refused = true;
    return data({ faults }, { status: 422, headers: signedInHeaders() });
  };
  if (!form.ok)
    return refuse(form.faults.map(({ field, code }) => ({ field, sentence: t(`fault.${code as PasswordFault}`) })));
  const owner = { ...account, organization: (await organization(by)).name };
  if (await isGuessable(form.value.password, owner))
    return refuse([{ field: "password", sentence: t("fault.password-common") }]);
  const cookies = await changePassword({ request, by }, form.value.current, form.value.password);
  if (!cookies) return refuse([{ field: "current", sentence: t("fault.password-wrong") }]);
  await noteChange(by, "password-changed");
  return seeOther(paths.accountAfter("password-changed"), cookies);
}

export default function ChangePassword() {
  const locale = useLocale();
  const { account } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <AccountFrame account={account} heading={words(locale)("account.password.change")} locale={locale}>
      <PasswordForm faults={refused?.faults ?? []} email={account.email} locale={locale} />
    </AccountFrame>
  );
}
