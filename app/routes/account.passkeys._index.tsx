import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AccountFrame } from "#app/features/accounts/account-frame.tsx";
import { AddPasskeyForm } from "#app/features/accounts/add-passkey-form.tsx";
import { words } from "#app/features/accounts/words.ts";
import { requireAccount } from "#app/http/guards.server.ts";
import { signedInHeaders } from "#app/http/responses.server.ts";
import { passkeySite } from "#app/http/sign-in.server.ts";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";
import passkeyScript from "../features/accounts/passkey.client.ts?worker&url";

export const meta: MetaFunction = ({ matches }) => [{ title: words(localeIn(matches))("passkey.document") }];
export const headers = signedInHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { account } = await requireAccount(args);
  const { name, email, role } = account;
  return { account: { name, email, role }, host: passkeySite().hostname, site: passkeySite().origin };
}

export default function AddPasskey() {
  const locale = useLocale();
  const { account, host, site } = useLoaderData<typeof loader>();
  return (
    <AccountFrame account={account} heading={words(locale)("passkeys.add")} locale={locale}>
      <AddPasskeyForm locale={locale} email={account.email} host={host} site={site} />
      <script type="module" src={passkeyScript} />
    </AccountFrame>
  );
}
