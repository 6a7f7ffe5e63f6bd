import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AccountPage, accountNotices } from "#app/features/accounts/account-page.tsx";
import { passkeysOf } from "#app/features/accounts/passkeys-of.server.ts";
import { sessionsOf } from "#app/features/accounts/sessions-of.server.ts";
import { words } from "#app/features/accounts/words.ts";
import { requireAccount } from "#app/http/guards.server.ts";
import { signedInHeaders } from "#app/http/responses.server.ts";
import { AppShell } from "#app/ui/app-shell.tsx";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: words(localeIn(matches))("account.document") }];
export const headers = signedInHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { by, account, sessionId, hasSecondFactor } = await requireAccount(args);
  const { searchParams } = new URL(args.request.url);
  const [sessions, passkeys] = await Promise.all([sessionsOf(by, account.id), passkeysOf(by, account.id)]);
  return {
    account: { name: account.name, email: account.email, role: account.role },
    hasSecondFactor,
    passkeys: passkeys.map(({ createdAt, ...one }) => ({ ...one, createdAt: createdAt.toISOString() })),
    sessions: sessions.map(({ id, device, seenAt }) => ({
      id,
      device,
      seenAt: seenAt.toISOString(),
      isThis: id === sessionId,
    })),
    notice: accountNotices.find((name) => searchParams.has(name)) ?? null,
  };
}

export default function Account() {
  const locale = useLocale();
  const shown = useLoaderData<typeof loader>();
  return (
    <AppShell
      area="account"
      current="account"
      account={shown.account}
      heading={words(locale)("account.title")}
      locale={locale}
    >
      <AccountPage locale={locale} {...shown} />
    </AppShell>
  );
}
