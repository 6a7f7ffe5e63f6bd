import type { ReactNode } from "react";
import { pathsIn } from "#app/lib/paths.ts";
import { AppShell } from "#app/ui/app-shell.tsx";
import type { Account } from "./account.ts";
import { words } from "./words.ts";

interface AccountFrameProps {
  account: Pick<Account, "name" | "role">;
  heading: string;
  children: ReactNode;
  locale: string;
}

/** A page below one's own account, and the way back to it. */
export function AccountFrame({ account, heading, children, locale }: AccountFrameProps) {
  const crumbs = [{ label: words(locale)("account.title"), href: pathsIn(locale).account() }, { label: heading }];
  return (
    <AppShell area="account" current="account" crumbs={crumbs} account={account} heading={heading} locale={locale}>
      {children}
    </AppShell>
  );
}
