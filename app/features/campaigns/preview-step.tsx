import type { ReactNode } from "react";
import { Page } from "#app/ui/page.tsx";
import type { Persona } from "#app/features/campaigns/persona.ts";
import { PreviewNotice } from "#app/features/campaigns/preview-notice.tsx";

/** The frame of a preview's pages after the first: that of a form, under the notice that it is a preview. */
export function PreviewStep({
  locale,
  organization,
  slug,
  persona,
  children,
}: {
  locale: string;
  organization: string;
  slug: string;
  persona: Persona;
  children: ReactNode;
}) {
  return (
    <Page
      locale={locale}
      variant="form"
      organization={organization}
      notice={<PreviewNotice locale={locale} slug={slug} persona={persona} />}
    >
      <main id="main" className="wrap page">
        {children}
      </main>
    </Page>
  );
}
