import type { ReactNode } from "react";
import { Steps } from "#app/ui/steps.tsx";
import { words } from "./words.ts";

/** The frame of the three steps. `back` is null where there is no way back. */
export function SignFrame({
  locale,
  step,
  back,
  hasLetters = true,
  children,
}: {
  locale: string;
  step: 1 | 2 | 3;
  back: string | null;
  /** A campaign that is only signed has no second step. */
  hasLetters?: boolean;
  children: ReactNode;
}) {
  const t = words(locale);
  const names = hasLetters
    ? [t("step.sign"), t("step.letters"), t("step.confirm")]
    : [t("step.sign"), t("step.confirm")];
  return (
    <main id="main" className="wrap page page-form">
      {back ? (
        <p>
          <a className="back" href={back}>
            {t("back.campaign")}
          </a>
        </p>
      ) : null}
      <Steps names={names} step={Math.min(step, names.length)} locale={locale} />
      {children}
    </main>
  );
}
