import type { ReactNode } from "react";
import { words } from "#app/features/campaigns/words.ts";

type Props = {
  locale: string;
  children: ReactNode;
  /** Where the walk goes on and where it came from. */
  next?: { href: string; label: string };
  back: string;
};

/** A supporter's page within a preview: as they see it, with nothing that can be typed or pressed, and the way on. */
export function PreviewShown({ locale, children, next, back }: Props) {
  const t = words(locale);
  return (
    <div className="stack stack-xl">
      <fieldset className="shown" disabled>
        <legend className="meta">{t("preview.shown")}</legend>
        {children}
      </fieldset>
      <p className="row">
        {next ? (
          <a className="btn" href={next.href}>
            {next.label}
          </a>
        ) : null}
        <a href={back}>{t("preview.step-back")}</a>
      </p>
    </div>
  );
}
