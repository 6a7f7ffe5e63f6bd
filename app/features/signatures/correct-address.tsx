import { pathsIn } from "#app/lib/paths.ts";
import { TextField } from "#app/ui/text-field.tsx";
import { words } from "./words.ts";

export interface CorrectAddressProps {
  locale: string;
  slug: string;
  /** The address as it is, as it was likely meant, or as it was typed. */
  value: string;
  fault: string | null;
}

/** Mails the link to another address, and only there. */
export function CorrectAddress({ locale, slug, value, fault }: CorrectAddressProps) {
  const t = words(locale);
  return (
    <section id="correct" aria-labelledby="correct-heading" className="stack no-print">
      <h2 id="correct-heading" className="ruled">
        {t("thanks.correct")}
      </h2>
      <form method="post" action={pathsIn(locale).address(slug)} className="fields" noValidate>
        <TextField
          name="email"
          label={t("sign.email")}
          hint={t("thanks.correct.hint")}
          fault={fault ?? undefined}
          type="email"
          autoComplete="email"
          spellCheck={false}
          defaultValue={value}
          locale={locale}
        />
        <p>
          <button className="btn btn-second">{t("thanks.correct.submit")}</button>
        </p>
      </form>
    </section>
  );
}
