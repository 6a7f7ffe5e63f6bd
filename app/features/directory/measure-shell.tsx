import type { ComponentProps, ReactNode } from "react";
import { pathsIn } from "#app/lib/paths.ts";
import { AppShell } from "#app/ui/app-shell.tsx";
import type { MeasureText } from "./measure-text.ts";
import { words } from "./words.ts";

/** How a browser names the pages of a measure; `refused`: what was posted there was not taken. */
export function measureTitle(locale: string, shown: { text: MeasureText; refused: boolean }): string {
  return words(locale)(shown.refused ? "measure.document.error" : "measure.document", shown.text);
}

type Props = {
  locale: string;
  account: ComponentProps<typeof AppShell>["account"];
  text: MeasureText;
  /** A page below the measure's own: its address, and how the page below is called. */
  below?: { at: string; title: string };
  children: ReactNode;
};

/** The frame of a measure's page, and of the pages below it. */
export function MeasureShell({ locale, account, text, below, children }: Props) {
  const paths = pathsIn(locale);
  const name = `${text.name}, ${text.congress}`;
  const crumbs = [
    { label: words(locale)("measures.title"), href: paths.measures() },
    ...(below ? [{ label: name, href: paths.measure(below.at) }, { label: below.title }] : [{ label: name }]),
  ];
  return (
    <AppShell
      area="organize"
      current="measures"
      crumbs={crumbs}
      account={account}
      heading={below?.title ?? name}
      locale={locale}
    >
      {children}
    </AppShell>
  );
}
