import type { ReactNode } from "react";
import { Steps } from "#app/ui/steps.tsx";
import { words } from "./words.ts";

/** The frame of the three steps. `back` is null where there is no way back. */
export function SignFrame({
  locale,
  step,
  back,
  children,
}: {
  locale: string;
  step: 1 | 2 | 3;
  back: string | null;
  children: ReactNode;
}) {
  const t = words(locale);
  return (
    <main id="main" className="wrap page page-form">
      {back ? (
        <p>
          <a className="back" href={back}>
            {t("back.campaign")}
          </a>
        </p>
      ) : null}
      <Steps names={[t("step.sign"), t("step.letters"), t("step.confirm")]} step={step} locale={locale} />
      {children}
    </main>
  );
}
