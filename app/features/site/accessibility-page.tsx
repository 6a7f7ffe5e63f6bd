import { formatDate } from "#app/lib/format.ts";
import { pathsIn } from "#app/lib/paths.ts";
import { EMailLink } from "./e-mail-link.tsx";
import { words } from "./words.ts";

/** The day on which what it says was last looked at. */
const asOf = "2026-11-24";

const parts = {
  aim: ["text", "plain"],
  tested: ["machine", "keys", "sizes"],
  limits: ["people", "offices", "campaigns", "languages"],
} as const;

/** What we aim at, how that is tested, what is missing, and whom to tell. */
export function Accessibility({ locale, contactEmail }: { locale: string; contactEmail: string }) {
  const t = words(locale);
  return (
    <main id="main" className="wrap page">
      <div className="narrow stack stack-xl">
        <header className="stack">
          <h1>{t("access.title")}</h1>
          <p className="lead muted">{t("access.lead", { date: formatDate(locale, new Date(asOf), "UTC") })}</p>
        </header>
        <Part locale={locale} part="aim" sentences={parts.aim.map((one) => t(`access.aim.${one}`))} />
        <Part locale={locale} part="tested" sentences={parts.tested.map((one) => t(`access.tested.${one}`))} />
        <Part locale={locale} part="limits" sentences={parts.limits.map((one) => t(`access.limits.${one}`))} />
        <section className="stack" aria-labelledby="write">
          <h2 id="write" className="ruled">
            {t("access.write")}
          </h2>
          <p>{t("access.write.text")}</p>
          <p>
            <a className="btn btn-second" href={pathsIn(locale).report()}>
              {t("access.write.report")}
            </a>
          </p>
          <p>
            {t("access.write.email")} <EMailLink address={contactEmail} />
          </p>
        </section>
      </div>
    </main>
  );
}

function Part({ locale, part, sentences }: { locale: string; part: keyof typeof parts; sentences: string[] }) {
  return (
    <section className="stack" aria-labelledby={part}>
      <h2 id={part} className="ruled">
        {words(locale)(`access.${part}`)}
      </h2>
      <ul className="prose">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
