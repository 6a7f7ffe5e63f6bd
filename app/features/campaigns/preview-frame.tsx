import type { ReactNode } from "react";
import { Page } from "#app/ui/page.tsx";
import type { Persona } from "#app/features/campaigns/persona.ts";
import { PreviewNotice } from "#app/features/campaigns/preview-notice.tsx";
import { words } from "#app/features/campaigns/words.ts";

/** How a browser names each page of a preview. */
export function previewTitle(locale: string, title: string): string {
  return words(locale)("preview.document", { title });
}

/** The frame of a preview's pages after the first: that of a form, under the notice that it is a preview. */
export function PreviewFrame({
  locale,
  shown,
  children,
}: {
  locale: string;
  shown: { organization: string; slug: string; persona: Persona };
  children: ReactNode;
}) {
  return (
    <Page
      locale={locale}
      variant="form"
      organization={shown.organization}
      notice={<PreviewNotice locale={locale} slug={shown.slug} persona={shown.persona} />}
    >
      {children}
    </Page>
  );
}
