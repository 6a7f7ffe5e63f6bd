import { formatNumber } from "#app/lib/format.ts";
import { letterFates } from "./letter-fate.ts";
import type { LetterCounts } from "./letter-fate.ts";
import { words } from "./words.ts";

/** Every letter of a campaign by what is known of it. */
export function LettersFigure({ letters, locale }: { letters: LetterCounts; locale: string }) {
  const t = words(locale);
  const all = letterFates.reduce((sum, fate) => sum + letters[fate], 0);
  return (
    <figure className="stack stack-sm" aria-labelledby="letters">
      <h2 id="letters">{t("letters.title")}</h2>
      {all === 0 ? <p className="muted">{t("letters.none")}</p> : null}
      <div className="table-wrap">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t("letters.status")}</th>
              <th scope="col" className="n">
                {t("letters.n")}
              </th>
            </tr>
          </thead>
          <tbody>
            {letterFates.map((fate) => (
              <tr key={fate}>
                <th scope="row">{t(`fate.${fate}`)}</th>
                <td className="n">{formatNumber(locale, letters[fate])}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t("fate.all")}</th>
              <td className="n">{formatNumber(locale, all)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
      <p className="meta">{t("fate.honest")}</p>
    </figure>
  );
}
