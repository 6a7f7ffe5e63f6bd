import { formatNumber, formatPercent } from "#app/lib/format.ts";
import type { SignatureCounts } from "./overview.ts";
import { Bar } from "./share-bar.tsx";
import { words } from "./words.ts";

/** What becomes of those who sign, step by step. Nobody is in two rows but where a row says so. */
export function stepsOf(figures: SignatureCounts) {
  const { signed, counted, withdrawn, known, unknown, abroad } = figures;
  return [
    { step: "signed", n: signed },
    { step: "confirmed", n: counted + withdrawn },
    { step: "withdrawn", n: withdrawn },
    { step: "counted", n: counted },
    { step: "known", n: known },
    { step: "unknown", n: unknown },
    { step: "abroad", n: abroad },
  ] as const;
}

export function StepsFigure({ figures, locale }: { figures: SignatureCounts; locale: string }) {
  const t = words(locale);
  const steps = stepsOf(figures);
  const all = Math.max(figures.signed, figures.counted);
  return (
    <figure className="stack stack-sm" aria-labelledby="steps">
      <h2 id="steps">{t("steps.title")}</h2>
      <div className="table-wrap">
        <table className="table table-bars">
          <thead>
            <tr>
              <th scope="col">{t("steps.step")}</th>
              <th scope="col" className="n">
                {t("steps.people")}
              </th>
              <th scope="col" className="n">
                {t("steps.share")}
              </th>
            </tr>
          </thead>
          <tbody>
            {steps.map(({ step, n }) => (
              <tr key={step}>
                <th scope="row">
                  {t(`steps.${step}`)}
                  <Bar share={all === 0 ? 0 : n / all} />
                </th>
                <td className="n">{formatNumber(locale, n)}</td>
                <td className="n">{all === 0 ? "–" : formatPercent(locale, n / all)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
